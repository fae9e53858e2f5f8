import type { Form } from '@sportello/forms/form';
import { whoAsks } from './person.ts';

/** A citizen asks her comune for certificates, for herself or, with a delegation, for somebody of her family. */
export const certificates: Form = {
  title: { it: 'Richiesta di certificati anagrafici', en: 'Request of registry certificates' },
  pages: [
    {
      key: 'person',
      title: { it: 'Chi chiede', en: 'Who asks' },
      sections: [
        { key: 'applicant', title: { it: 'I tuoi dati', en: 'Your data' }, fields: whoAsks },
        {
          key: 'holder',
          title: { it: 'Intestatario del certificato', en: 'Holder of the certificate' },
          fields: [
            {
              kind: 'choice',
              key: 'forWhom',
              label: { it: 'Per chi chiedi il certificato?', en: 'For whom do you ask the certificate?' },
              required: true,
              options: [
                { value: 'self', label: { it: 'Per me', en: 'For myself' } },
                { value: 'relative', label: { it: 'Per un familiare', en: 'For somebody of my family' } },
              ],
            },
          ],
        },
        {
          key: 'relative',
          title: { it: 'Dati del familiare', en: 'Data of the relative' },
          showIf: { field: 'forWhom', equals: 'relative' },
          fields: [
            {
              kind: 'text',
              key: 'relativeGivenName',
              label: { it: 'Nome', en: 'Given name' },
              required: true,
              maxLength: 100,
              columns: 4,
            },
            {
              kind: 'text',
              key: 'relativeFamilyName',
              label: { it: 'Cognome', en: 'Surname' },
              required: true,
              maxLength: 100,
              columns: 4,
            },
            {
              kind: 'fiscalCode',
              key: 'relativeFiscalCode',
              label: { it: 'Codice Fiscale', en: 'Fiscal code' },
              required: true,
              columns: 4,
            },
            {
              kind: 'file',
              key: 'delegation',
              label: { it: 'Delega firmata', en: 'Signed delegation' },
              help: {
                it: "Con la copia del documento d'identità di chi delega.",
                en: 'With a copy of the identity document of who delegates.',
              },
              required: true,
              types: ['application/pdf', 'image/jpeg', 'image/png'],
              maxFiles: 2,
            },
          ],
        },
      ],
    },
    {
      key: 'certificate',
      title: { it: 'Certificato', en: 'Certificate' },
      sections: [
        {
          key: 'kind',
          fields: [
            {
              kind: 'multiChoice',
              key: 'certificates',
              label: { it: 'Certificati richiesti', en: 'Certificates asked for' },
              required: true,
              options: [
                { value: 'residence', label: { it: 'Residenza', en: 'Residence' } },
                { value: 'family', label: { it: 'Stato di famiglia', en: 'Members of the household' } },
                { value: 'citizenship', label: { it: 'Cittadinanza', en: 'Citizenship' } },
                { value: 'life', label: { it: 'Esistenza in vita', en: 'Being alive' } },
              ],
            },
            {
              kind: 'choice',
              key: 'paper',
              label: { it: 'In bollo o in carta libera?', en: 'With a revenue stamp or on plain paper?' },
              required: true,
              options: [
                { value: 'stamped', label: { it: 'In bollo', en: 'With a revenue stamp' } },
                { value: 'exempt', label: { it: 'In carta libera', en: 'On plain paper' } },
              ],
            },
            {
              kind: 'text',
              key: 'exemption',
              label: { it: "Motivo dell'esenzione dal bollo", en: 'Why no stamp is due' },
              help: {
                it: 'Per esempio: tabella B allegata al DPR 642/1972, numero 5.',
                en: 'For example: table B annexed to DPR 642/1972, number 5.',
              },
              showIf: { field: 'paper', equals: 'exempt' },
              required: true,
              maxLength: 200,
            },
            {
              kind: 'declaration',
              key: 'privateUse',
              label: {
                it: 'Dichiaro che il certificato è destinato a un privato: le amministrazioni non possono chiederlo (DPR 445/2000, articolo 40)',
                en: 'I declare that the certificate is for a private party: public bodies may not ask for it (DPR 445/2000, article 40)',
              },
            },
          ],
        },
      ],
    },
  ],
  rules: [
    {
      rule: 'fiscalCodeMatches',
      fiscalCode: 'relativeFiscalCode',
      givenName: 'relativeGivenName',
      familyName: 'relativeFamilyName',
    },
  ],
};
