import type { Leaf } from '@sportello/forms/form';

/** Who asks: taken from the profile, which the identity provider has filled. */
export const whoAsks: Leaf[] = [
  {
    kind: 'text',
    key: 'givenName',
    label: { it: 'Nome', en: 'Given name' },
    required: true,
    readOnly: true,
    prefill: 'person.givenName',
    maxLength: 100,
    columns: 4,
  },
  {
    kind: 'text',
    key: 'familyName',
    label: { it: 'Cognome', en: 'Surname' },
    required: true,
    readOnly: true,
    prefill: 'person.familyName',
    maxLength: 100,
    columns: 4,
  },
  {
    kind: 'fiscalCode',
    key: 'fiscalCode',
    label: { it: 'Codice Fiscale', en: 'Fiscal code' },
    required: true,
    readOnly: true,
    prefill: 'person.fiscalCode',
    columns: 4,
  },
];
