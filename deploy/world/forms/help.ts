import type { Form, Leaf, Section } from '@sportello/forms/form';
import { findComune } from '@sportello/italy/territory';
import { option } from './person.ts';

/** Whoever asks, as her profile names her (CAT-07). */
const whoAsks: Leaf = {
  ...{ kind: 'text', key: 'name', label: { it: 'Nome e Cognome', en: 'Name and surname' }, required: true },
  ...{ readOnly: true, prefill: 'person.fullName', maxLength: 200 },
};
const furtherInformation: Leaf = {
  ...{ kind: 'longText', key: 'details', label: { it: 'Informazioni aggiuntive', en: 'Further information' }, required: true },
  maxLength: 4_000,
};
const common = {
  legend: { it: '* Indica richiesto', en: '* Means required' },
  emptyChoice: { it: '-- Nessuno --', en: '-- None --' },
};

/**
 * Schools that exist nowhere else, with well-formed codes: province, order of school, five signs, a last letter. The ministry's own list is
 * brought in by whoever runs an installation.
 */
const comuniWithSchools = [
  '001272',
  '001008',
  '001156',
  '004078',
  '003106',
  '015146',
  '015130',
  '058091',
  '063049',
  '037006',
  '072006',
  '082053',
];
const orders = [
  ['IC8', 'Istituto Comprensivo'],
  ['PS0', 'Liceo Scientifico'],
  ['TD0', 'Istituto Tecnico'],
] as const;
const namesakes = ['Dimostrativo', 'Margherita Hack', 'Italo Calvino', 'Rita Levi-Montalcini', 'Gianni Rodari', 'Maria Montessori'];
const letters = 'ABCDEFGHLMNPQRSTVZ';

export const schools = comuniWithSchools.flatMap((comune, place) => {
  const province = abbreviationOf(comune);
  return orders.flatMap(([code, order], kind) =>
    namesakes.map((name, at) => ({
      code: `${province}${code}${letters.charAt(place % letters.length)}${letters.charAt(at)}00${letters.charAt((place + kind * 5 + at) % letters.length)}`,
      name: `${order} ${name}`,
      comune,
    })),
  );
});

/** The lists are for whoever does not say that she knows the code (CAT-08, CAT-09). */
const byLists = { not: { field: 'knowsCode', equals: true } };

const schoolFields: Leaf[] = [
  {
    ...{ kind: 'yesNo', key: 'knowsCode' },
    label: { it: 'Sei a conoscenza del "Codice Meccanografico"?', en: 'Do you know the "Codice Meccanografico"?' },
  },
  {
    ...{ kind: 'school', key: 'code', label: { it: 'Codice Meccanografico', en: 'School code' }, required: true, source: 'schools' },
    showIf: { field: 'knowsCode', equals: true },
  },
  {
    ...{ kind: 'region', key: 'region', label: { it: 'Regione Scuola', en: 'Region of the school' }, required: true },
    showIf: byLists,
  },
  {
    ...{ kind: 'province', key: 'province', label: { it: 'Provincia Scuola', en: 'Province of the school' }, within: 'region' },
    showIf: byLists,
  },
  {
    ...{ kind: 'comune', key: 'comune', label: { it: 'Comune Scuola', en: 'Comune of the school' }, within: 'province' },
    showIf: byLists,
  },
  {
    ...{
      kind: 'school',
      key: 'school',
      label: { it: 'Denominazione Scuola', en: 'Name of the school' },
      within: 'comune',
      source: 'schools',
    },
    showIf: byLists,
  },
];

const formOf = (it: string, en: string, fields: Leaf[], more: Partial<Form> = {}): Form => {
  const section: Section = { key: 'fields', fields };
  return { ...common, title: { it, en }, ...more, pages: [{ key: 'request', title: { it, en }, sections: [section] }] };
};

/** CAT-08: the form of the manual. */
export const currentAccounts = formOf(
  'Richiesta verifica conti correnti',
  'Request to check current accounts',
  [
    whoAsks,
    ...schoolFields,
    {
      ...{ kind: 'choice', key: 'anomaly', label: { it: 'Tipo Anomalia', en: 'Kind of anomaly' }, required: true },
      options: [
        option(
          'postal-account-error',
          'Messaggio di errore in fase di inserimento del conto corrente postale',
          'Error message when a postal current account is entered',
        ),
        option(
          'bank-account-error',
          'Messaggio di errore in fase di inserimento del conto corrente bancario',
          'Error message when a bank account is entered',
        ),
        option('not-verified', 'Il conto corrente non risulta verificato', 'The current account does not appear as verified'),
        option('other', 'Altro', 'Something else'),
      ],
    },
    furtherInformation,
  ],
  { schools: { schools } },
);

export const reconciliation = formOf(
  'Informazioni su funzioni di riconciliazione',
  'Information on the functions of reconciliation',
  [whoAsks, ...schoolFields, furtherInformation],
  { schools: { schools } },
);

/** What is only told in words. */
export const inWords = (it: string, en: string): Form => formOf(it, en, [whoAsks, furtherInformation]);

/** What is only told in words, by a school. */
export const ofSchool = (it: string, en: string): Form =>
  formOf(it, en, [whoAsks, ...schoolFields, furtherInformation], { schools: { schools } });

function abbreviationOf(istatCode: string): string {
  const comune = findComune(istatCode);
  const known: Record<string, string> = {
    ...{ '001': 'TO', '003': 'NO', '004': 'CN', '015': 'MI', '058': 'RM', '063': 'NA', '037': 'BO', '072': 'BA', '082': 'PA' },
  };
  const found = comune && known[comune.province];
  if (!found) throw new RangeError(`want a comune of a province that is known here, got ${istatCode}`);
  return found;
}
