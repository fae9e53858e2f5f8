import type { Form, Text } from '@sportello/forms/form';

const regionalCatalogue = 'https://servizi.regione.piemonte.it/catalogo/sistema-informativo-regionale-servizi-educativi-0-6';

const fiscalCode: Text = { it: 'Codice Fiscale', en: 'Fiscal code' };
const givenName: Text = { it: 'Nome', en: 'Given name' };
const familyName: Text = { it: 'Cognome', en: 'Surname' };

/**
 * The mayor of a comune of Piemonte asks the region to let officials into its information system of services for children up to six.
 * Only the system of the region's comuni is concerned, so the province is one of Piemonte.
 */
export const utentiServizi06: Form = {
  title: { it: 'Utenti Servizi 06', en: 'Users of Services 0-6' },
  aim: {
    it: 'Sistema Integrato di gestione Servizi 06 – Utenti',
    en: 'Integrated management system of Services 0-6 – Users',
  },
  confirmationMail: 'rupMail',
  pages: [
    {
      key: 'privacy',
      title: { it: 'Informativa privacy', en: 'Privacy notice' },
      sections: [
        {
          key: 'declarations',
          title: { it: 'Dichiarazioni', en: 'Declarations' },
          fields: [
            {
              kind: 'note',
              key: 'notice',
              text: {
                it: `Informativa sul trattamento dei dati personali

La Regione Piemonte, in qualità di titolare del trattamento, desidera fornire informazioni circa il trattamento dei dati personali che saranno trattati secondo quanto previsto dal "Regolamento UE 2016/679 relativo alla protezione delle persone fisiche con riguardo al trattamento dei dati personali, nonché alla libera circolazione di tali dati e che abroga la direttiva 95/46/CE (Regolamento Generale sulla Protezione dei dati, di seguito GDPR)".
Il testo completo dell'informativa è reperibile al link:
${regionalCatalogue}`,
                en: `Notice on the processing of personal data

Regione Piemonte, as controller, wishes to give information on the processing of the personal data that will be processed as provided by "Regulation (EU) 2016/679 on the protection of natural persons with regard to the processing of personal data and on the free movement of such data, and repealing Directive 95/46/EC (General Data Protection Regulation, hereafter GDPR)".
The full text of the notice, in Italian, is at:
${regionalCatalogue}`,
              },
            },
            {
              kind: 'declaration',
              key: 'noticeRead',
              label: {
                it: "Dichiaro di aver preso visione dell'informativa sulla privacy e di averla condivisa con i funzionari nel seguito indicati",
                en: 'I declare that I have read the privacy notice and have shared it with the officials named below',
              },
            },
          ],
        },
      ],
    },
    {
      key: 'comune',
      title: { it: 'Dati del Comune', en: 'Data of the comune' },
      sections: [
        {
          key: 'mayor',
          title: {
            it: "Dati anagrafici del Sindaco o del Legale Rappresentante dell'Ente",
            en: "Personal data of the mayor or of the body's legal representative",
          },
          fields: [
            {
              kind: 'text',
              key: 'mayorGivenName',
              label: givenName,
              required: true,
              readOnly: true,
              prefill: 'person.givenName',
              maxLength: 100,
              columns: 4,
            },
            {
              kind: 'text',
              key: 'mayorFamilyName',
              label: familyName,
              required: true,
              readOnly: true,
              prefill: 'person.familyName',
              maxLength: 100,
              columns: 4,
            },
            {
              kind: 'fiscalCode',
              key: 'mayorFiscalCode',
              label: fiscalCode,
              required: true,
              readOnly: true,
              prefill: 'person.fiscalCode',
              columns: 4,
            },
          ],
        },
        {
          key: 'body',
          title: { it: 'Comune', en: 'Comune' },
          intro: [
            {
              it: 'Il sottoscritto, in qualità di Sindaco pro tempore o di Legale Rappresentante del Comune di:',
              en: 'The undersigned, as mayor in office or legal representative of the comune of:',
            },
          ],
          fields: [
            {
              kind: 'province',
              key: 'province',
              label: { it: 'Provincia', en: 'Province' },
              help: { it: 'Seleziona la provincia e quindi il comune.', en: 'Choose the province, then the comune.' },
              required: true,
              region: '01',
              readOnly: true,
              prefill: 'profile.province',
              columns: 4,
            },
            {
              kind: 'comune',
              key: 'municipality',
              label: { it: 'Comune', en: 'Comune' },
              help: {
                it: 'Prima di procedere verifica che il comune selezionato sia corretto.',
                en: 'Before you go on, check that you have chosen the right comune.',
              },
              required: true,
              within: 'province',
              readOnly: true,
              prefill: 'profile.comune',
              columns: 4,
            },
            {
              kind: 'cap',
              key: 'cap',
              label: { it: 'CAP', en: 'Postcode (CAP)' },
              required: true,
              within: 'municipality',
              columns: 4,
              autocomplete: 'postal-code',
            },
            {
              kind: 'text',
              key: 'address',
              label: { it: "Indirizzo sede legale dell'Ente", en: "Address of the body's registered office" },
              placeholder: { it: 'es. Corso Giacomo Matteotti, 10', en: 'e.g. Corso Giacomo Matteotti, 10' },
              help: {
                it: "Indicare l'indirizzo completo di numero civico (max 150 caratteri)",
                en: 'Give the address with its street number (150 characters at most)',
              },
              required: true,
              maxLength: 150,
              columns: 8,
              autocomplete: 'street-address',
            },
            {
              kind: 'entityFiscalCode',
              key: 'bodyFiscalCode',
              label: { it: 'Codice fiscale del Comune', en: 'Fiscal code of the comune' },
              required: true,
              columns: 4,
            },
            { kind: 'pec', key: 'pec', label: { it: 'Indirizzo PEC Comune', en: 'PEC address of the comune' }, required: true, columns: 6 },
            {
              kind: 'text',
              key: 'rupName',
              label: { it: 'Nominativo RUP per i Servizi 06', en: 'Name of the procedure owner (RUP) for Services 0-6' },
              required: true,
              maxLength: 150,
              columns: 6,
            },
            {
              kind: 'mail',
              key: 'rupMail',
              label: { it: 'Indirizzo email del RUP', en: 'E-mail address of the RUP' },
              help: {
                it: 'Questo indirizzo email verrà utilizzato come riferimento per la conferma di invio del presente modulo e per qualsiasi ulteriore successiva comunicazione che si rendesse necessaria nell’ambito del Sistema Integrato di gestione Servizi 0-6.',
                en: 'This e-mail address will be used for the confirmation that this form was sent and for any later communication needed within the integrated management system of Services 0-6.',
              },
              required: true,
              columns: 6,
              autocomplete: 'email',
            },
            {
              kind: 'phone',
              key: 'rupPhone',
              label: { it: 'Recapito telefonico del RUP', en: 'Phone number of the RUP' },
              required: true,
              columns: 6,
              autocomplete: 'tel',
            },
          ],
        },
      ],
    },
    {
      key: 'users',
      title: { it: 'Elenco utenti', en: 'List of users' },
      sections: [
        {
          key: 'usersToEnable',
          title: { it: 'Elenco utenti da abilitare al sistema Servizi 06', en: 'Users to be enabled in the Services 0-6 system' },
          fields: [
            {
              kind: 'note',
              key: 'request',
              inSummary: true,
              text: {
                it: `CHIEDE

di abilitare al servizio "Sistema Informativo Regionale Servizi Educativi 0-6" i seguenti funzionari comunali appositamente individuati, che vi accederanno per conto dell'amministrazione, previa assegnazione di credenziali personali, nel caso in cui gli stessi non ne fossero già in possesso.
Qualora anche il Sindaco o il Legale Rappresentante dell'Ente debbano essere abilitati al servizio "Sistema Informativo Regionale Servizi Educativi 0-6" si richiede di aggiungerli all'elenco degli utenti da abilitare.`,
                en: `ASKS

that the following officials of the comune, chosen for this purpose, be enabled in the service "Regional information system of educational services 0-6". They will use it on behalf of the administration, after personal credentials are assigned to those who have none yet.
If the mayor or the body's legal representative must also be enabled in the service "Regional information system of educational services 0-6", please add them to the list of users to be enabled.`,
              },
            },
            {
              kind: 'block',
              key: 'users',
              label: { it: 'Dati anagrafici utente', en: 'Personal data of the user' },
              itemTitle: { it: 'Utente', en: 'User' },
              addLabel: { it: 'Aggiungi utente', en: 'Add a user' },
              min: 1,
              max: 50,
              fields: [
                { kind: 'text', key: 'givenName', label: givenName, required: true, maxLength: 100, columns: 4 },
                { kind: 'text', key: 'familyName', label: familyName, required: true, maxLength: 100, columns: 4 },
                { kind: 'fiscalCode', key: 'fiscalCode', label: fiscalCode, required: true, columns: 4 },
                {
                  kind: 'date',
                  key: 'birthDate',
                  label: { it: 'Data di nascita', en: 'Date of birth' },
                  required: true,
                  max: 'today',
                  columns: 4,
                },
                { kind: 'mail', key: 'mail', label: { it: 'Email utente', en: "User's e-mail" }, required: true, columns: 4 },
                { kind: 'phone', key: 'phone', label: { it: 'Telefono utente', en: "User's phone" }, required: true, columns: 4 },
              ],
              rules: [
                {
                  rule: 'fiscalCodeMatches',
                  fiscalCode: 'fiscalCode',
                  givenName: 'givenName',
                  familyName: 'familyName',
                  birthDate: 'birthDate',
                },
                { rule: 'distinct', field: 'fiscalCode' },
              ],
            },
          ],
        },
      ],
    },
  ],
};
