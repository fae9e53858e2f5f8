import { type ReceiptInput, type RequestInput, type SummaryPage } from '../src/pdf.js';

const head = {
  language: 'it' as const,
  organization: { name: 'Regione Piemonte', unit: 'Settore Politiche dell’istruzione' },
  procedure: 'Utenti Servizi 06',
  number: 'SERV06_UTENTI_2022.0000008',
  applicant: { name: 'Maria Rossi', fiscalCode: 'RSSMRA70A41L219O' },
  verification: { code: '7KXM-2QPR-9WTB-C4H6', url: 'https://sportello.example/verifica/7KXM-2QPR-9WTB-C4H6' },
};

const hash = (seed: string) => seed.repeat(64).slice(0, 64);

/** A request such as Maria Rossi sends for her school. */
export const request: RequestInput = {
  ...head,
  state: 'INVIATA',
  createdAt: new Date('2022-07-21T11:40:00Z'),
  submittedAt: new Date('2022-07-21T12:01:00Z'),
  pages: [
    {
      title: 'Dati della scuola',
      sections: [
        {
          title: 'Istituzione scolastica',
          rows: [
            { label: 'Denominazione', value: 'Istituto comprensivo «Niccolò Tommaseo»' },
            { label: 'Codice meccanografico', value: 'TOIC8A1234' },
            { label: 'Indirizzo', value: 'Via dei Mille 15, 10123 Torino (TO)' },
            { label: 'PEC', value: 'toic8a1234@pec.istruzione.example' },
            { label: 'Telefono', value: '' },
          ],
        },
        { title: 'Altre sedi', rows: [] },
      ],
    },
    {
      title: 'Dichiarazioni',
      sections: [
        {
          title: '',
          rows: [
            { label: 'Il dirigente dichiara di aver preso visione dell’informativa sul trattamento dei dati personali', value: 'Sì' },
            { label: 'Note', value: 'Nessuna nota.\nSi chiede risposta all’indirizzo PEC dell’istituto.' },
          ],
        },
      ],
    },
  ],
  attachments: [
    { name: "Carta d'identità.pdf", sha256: hash('9f86d081884c7d65'), size: 482_113 },
    { name: 'Nomina_del_dirigente_scolastico_anno_2022-2023_protocollo_0001234.pdf', sha256: hash('0a1b2c3d'), size: 1_204_000 },
  ],
};

/** Fifty people with everything that makes a layout stumble. */
export const longRequest: RequestInput = {
  ...request,
  procedure:
    "Contributo straordinario per l'acquisto di libri di testo e strumenti didattici destinati agli alunni delle scuole dell'obbligo",
  applicant: { name: "Maria Addolorata D'Annunzio-Štěpánková", fiscalCode: 'DNNMDD70A41L219S' },
  pages: [
    {
      title: 'Componenti del nucleo',
      sections: Array.from({ length: 50 }, (_, index) => ({
        title: `Componente ${index + 1}`,
        rows: [
          { label: 'Cognome e nome', value: ["D'Àvila Nuñez José", 'Łukaszewicz Żaneta', 'Çelik Gülşen', 'O’Brien Seán'][index % 4] ?? '' },
          { label: 'Codice fiscale', value: 'RSSMRA80A01F205X' },
          { label: 'Nato il', value: '01/01/1980' },
          {
            label: 'Rapporto di parentela con il richiedente, come risulta dallo stato di famiglia',
            value: index % 3 === 0 ? '' : 'Figlio',
          },
        ],
      })),
    },
    { title: 'Pagina senza sezioni', sections: [] },
    {
      title: 'Testi',
      sections: [
        {
          title: 'Relazione',
          rows: [
            { label: 'Descrizione', value: 'La quercia più alta del bosco cade, perché così è. '.repeat(150) },
            { label: 'Senza spazi', value: 'a1b2c3'.repeat(60) },
            { label: 'Altri alfabeti', value: 'Київ, Αθήνα, 東京, 🙂, ﬁne, Ắ, zero\u200bwidth, tab\tqui, €\u202Eoirartnoc' },
            { label: 'Una etichetta lunghissima '.repeat(20), value: 'breve' },
            ...Array.from({ length: 12 }, (_, index) => ({ label: `Voce ${index + 1}`, value: 'Riga uno\nRiga due\nRiga tre' })),
          ],
        },
      ],
    },
  ] satisfies SummaryPage[],
  attachments: Array.from({ length: 45 }, (_, index) => ({
    name: `Documento ${index + 1}.pdf`,
    sha256: hash('abc123'),
    size: index * 99_000,
  })),
};

export const receipt: ReceiptInput = {
  ...head,
  submittedAt: new Date('2022-07-21T12:01:00Z'),
  sha256: hash('c0ffee'),
  office: 'Settore Politiche dell’istruzione, programmazione e monitoraggio delle strutture scolastiche',
  procedureOwner: 'Anna Bianchi',
  protocol: { number: '0001234/2022', at: new Date('2022-07-21T12:02:00Z') },
  term: { by: new Date('2022-08-20T21:59:59Z'), count: 30, unit: 'days', tacit: 'approved' },
  followUrl: 'https://sportello.example/istanze/SERV06_UTENTI_2022.0000008',
  files: request.attachments,
};

export const clickDayReceipt: ReceiptInput = {
  ...receipt,
  language: 'en',
  organization: { name: 'Ministero dell’Interno' },
  arrival: { position: 77_688, at: new Date('2022-07-21T12:01:07.042Z') },
  term: undefined,
  files: [],
};
