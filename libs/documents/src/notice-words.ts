/**
 * What is printed on every payment notice, letter by letter: these texts are part of its format and may not be reworded.
 * Source: pagoPA, guide to the payment notice 3.4
 */
export const noticeWords = {
  title: 'Avviso di pagamento',
  creditor: 'Ente Creditore',
  recipient: 'Destinatario',
  howMuch: 'Quanto e quando pagare?',
  amount: 'Importo',
  euro: 'Euro',
  by: 'entro il',
  plan: {
    both: (count: number) => `Puoi pagare per intero o in ${count} rate`,
    only: (count: number) => `Puoi pagare in ${count} rate`,
  },
  legal:
    'In fase di pagamento, se previsto dall’ente, l’importo potrebbe essere aggiornato automaticamente e subire variazioni in diminuzione (per sgravi, note di credito) o in aumento (per sanzioni, interessi, ecc.).',
  where: 'Dove pagare?',
  online: 'Paga con l’app IO',
  onlineText: (body: string) =>
    `oppure sul sito di ${body}, dal tuo Home Banking, con la tua app di pagamento o con gli altri canali abilitati.`,
  nearby: 'Paga sul territorio',
  nearbyText:
    'presso Banche e Sportelli ATM, negli Uffici Postali e Punti Postali, nei Bar, Edicole, Ricevitorie, Supermercati, Tabaccherie e altri Esercenti Convenzionati.',
  data: 'Dati per il pagamento',
  whole: 'Rata unica',
  instalment: (number: number) => `Rata ${number}`,
  scanBeside: 'Inquadra il codice QR con la tua app di pagamento o usa i dati accanto.',
  scanAbove: 'Inquadra il codice QR con la tua app di pagamento o usa i dati sopra.',
  noticeNumber: 'Codice Avviso',
  cbill: 'Codice CBILL',
  fiscalCode: 'Cod. Fiscale Ente',
  subject: 'Oggetto del pagamento',
} as const;
