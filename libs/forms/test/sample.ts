import type { Form } from '../src/form.js';
import { parseForm } from '../src/parse-form.js';

const text = (it: string, en = it) => ({ it, en });

/** A form with every kind of field, with conditions that depend on conditions, and with every rule. */
export const everything: Form = parseForm({
  confirmationMail: 'mail',
  rules: [
    {
      rule: 'fiscalCodeMatches',
      fiscalCode: 'fiscalCode',
      givenName: 'givenName',
      familyName: 'familyName',
      birthDate: 'birthDate',
      sex: 'sex',
    },
    { rule: 'dateOrder', first: 'from', second: 'until' },
    { rule: 'same', first: 'mail', second: 'mailAgain' },
  ],
  schools: { demonstration: [{ code: 'TOIC8AA00A', name: 'Istituto Dimostrativo', comune: '001272' }] },
  pages: [
    {
      key: 'person',
      title: text('Persona', 'Person'),
      sections: [
        {
          key: 'registry',
          title: text('Anagrafica', 'Registry'),
          fields: [
            { kind: 'note', key: 'hello', text: text('Benvenuti', 'Welcome'), inSummary: true },
            {
              kind: 'text',
              key: 'givenName',
              label: text('Nome', 'Given name'),
              required: true,
              readOnly: true,
              prefill: 'person.givenName',
            },
            {
              kind: 'text',
              key: 'familyName',
              label: text('Cognome', 'Surname'),
              required: true,
              prefill: 'person.familyName',
              maxLength: 20,
            },
            { kind: 'fiscalCode', key: 'fiscalCode', label: text('Codice fiscale', 'Fiscal code'), required: true },
            { kind: 'date', key: 'birthDate', label: text('Data di nascita', 'Birth date'), max: 'today' },
            {
              kind: 'choice',
              key: 'sex',
              label: text('Sesso', 'Sex'),
              options: [
                { value: 'M', label: text('Maschile', 'Male') },
                { value: 'F', label: text('Femminile', 'Female') },
              ],
            },
            { kind: 'mail', key: 'mail', label: text('E-mail'), required: true },
            { kind: 'mail', key: 'mailAgain', label: text('Ripeti e-mail', 'E-mail again') },
            { kind: 'pec', key: 'pec', label: text('PEC') },
            { kind: 'phone', key: 'phone', label: text('Telefono', 'Phone') },
            { kind: 'number', key: 'income', label: text('Reddito', 'Income'), min: 0 },
            { kind: 'number', key: 'children', label: text('Figli', 'Children'), integer: true, min: 0, max: 20 },
          ],
        },
      ],
    },
    {
      key: 'request',
      title: text('Richiesta', 'Request'),
      sections: [
        {
          key: 'place',
          fields: [
            { kind: 'region', key: 'region', label: text('Regione', 'Region') },
            { kind: 'province', key: 'province', label: text('Provincia', 'Province'), within: 'region' },
            { kind: 'comune', key: 'comune', label: text('Comune'), within: 'province' },
            { kind: 'school', key: 'school', label: text('Scuola', 'School'), within: 'comune', source: 'demonstration' },
            { kind: 'cap', key: 'cap', label: text('CAP') },
          ],
        },
        {
          key: 'money',
          fields: [
            { kind: 'yesNo', key: 'hasCompany', label: text('Hai una ditta?', 'Do you have a firm?'), required: true },
            {
              kind: 'vatNumber',
              key: 'vatNumber',
              label: text('Partita IVA', 'VAT number'),
              required: true,
              showIf: { field: 'hasCompany', equals: true },
            },
            {
              kind: 'entityFiscalCode',
              key: 'entityCode',
              label: text('Codice ente', 'Body code'),
              showIf: { field: 'vatNumber', filled: true },
            },
            {
              kind: 'multiChoice',
              key: 'topics',
              label: text('Argomenti', 'Topics'),
              options: ['school', 'sport', 'health'].map((value) => ({ value, label: text(value) })),
              max: 2,
            },
            {
              kind: 'longText',
              key: 'whySport',
              label: text('Perché lo sport?', 'Why sport?'),
              required: true,
              maxLength: 100,
              showIf: { and: [{ field: 'topics', includes: 'sport' }, { not: { field: 'hasCompany', equals: true } }] },
            },
            {
              kind: 'iban',
              key: 'iban',
              label: text('IBAN'),
              showIf: {
                or: [
                  { field: 'hasCompany', equals: false },
                  { field: 'whySport', filled: true },
                ],
              },
            },
            { kind: 'date', key: 'from', label: text('Dal', 'From') },
            { kind: 'date', key: 'until', label: text('Al', 'Until'), showIf: { field: 'from', filled: true } },
          ],
        },
        {
          key: 'family',
          showIf: { field: 'children', in: [1, 2, 3] },
          fields: [
            {
              kind: 'block',
              key: 'pupils',
              label: text('Figli iscritti', 'Children enrolled'),
              itemTitle: text('Figlio', 'Child'),
              addLabel: text('Aggiungi figlio', 'Add a child'),
              min: 1,
              max: 3,
              rules: [
                { rule: 'distinct', field: 'code' },
                { rule: 'fiscalCodeMatches', fiscalCode: 'code', givenName: 'name', birthDate: 'born' },
              ],
              fields: [
                { kind: 'text', key: 'name', label: text('Nome', 'Name'), required: true },
                { kind: 'fiscalCode', key: 'code', label: text('Codice fiscale', 'Fiscal code') },
                { kind: 'date', key: 'born', label: text('Nato il', 'Born') },
                { kind: 'yesNo', key: 'diet', label: text('Ha una dieta?', 'Has a diet?') },
                {
                  kind: 'text',
                  key: 'dietName',
                  label: text('Quale dieta', 'Which diet'),
                  required: true,
                  showIf: { field: 'diet', equals: true },
                },
                {
                  kind: 'file',
                  key: 'certificate',
                  label: text('Certificato', 'Certificate'),
                  showIf: { field: 'dietName', filled: true },
                },
              ],
            },
          ],
        },
        {
          key: 'end',
          fields: [
            { kind: 'file', key: 'documents', label: text('Documenti', 'Documents'), maxFiles: 2 },
            { kind: 'declaration', key: 'true', label: text('Dichiaro che è tutto vero', 'I declare that all is true') },
          ],
        },
      ],
    },
  ],
});

/** The request of a school head, with the school found by its code or through lists (CAT-08, CAT-09). */
export const schoolRequest: Form = {
  legend: text('* Indica richiesto', '* Means required'),
  emptyChoice: text('-- Nessuno --', '-- None --'),
  schools: {
    demonstration: [
      { code: 'TOIC8AA00A', name: 'Istituto Comprensivo Dimostrativo', comune: '001272' },
      { code: 'CNIC8AA00B', name: 'Istituto Comprensivo di Prova', comune: '004078' },
    ],
  },
  pages: [
    {
      key: 'request',
      title: text('Richiesta verifica conti correnti', 'Request to check current accounts'),
      sections: [
        {
          key: 'school',
          fields: [
            { kind: 'text', key: 'name', label: text('Nome e Cognome', 'Name and surname'), required: true, prefill: 'person.fullName' },
            {
              kind: 'yesNo',
              key: 'knowsCode',
              label: text('Sei a conoscenza del "Codice Meccanografico"?', 'Do you know the "Codice Meccanografico"?'),
              required: true,
            },
            {
              kind: 'school',
              key: 'code',
              label: text('Codice Meccanografico', 'School code'),
              required: true,
              source: 'demonstration',
              showIf: { field: 'knowsCode', equals: true },
            },
            {
              kind: 'region',
              key: 'region',
              label: text('Regione Scuola', 'Region of the school'),
              required: true,
              showIf: { field: 'knowsCode', equals: false },
            },
            {
              kind: 'province',
              key: 'province',
              label: text('Provincia Scuola', 'Province of the school'),
              within: 'region',
              showIf: { field: 'knowsCode', equals: false },
            },
            {
              kind: 'comune',
              key: 'comune',
              label: text('Comune Scuola', 'Comune of the school'),
              within: 'province',
              showIf: { field: 'knowsCode', equals: false },
            },
            {
              kind: 'school',
              key: 'school',
              label: text('Denominazione Scuola', 'Name of the school'),
              within: 'comune',
              source: 'demonstration',
              showIf: { field: 'knowsCode', equals: false },
            },
            { kind: 'longText', key: 'details', label: text('Informazioni aggiuntive', 'Further information'), required: true },
          ],
        },
      ],
    },
  ],
};
