import { type BroughtArticle, both, by, italian } from './article.ts';

/** Pago In Rete: what the seed shows, and what families and schools ask. */
export const paymentArticles: BroughtArticle[] = [
  {
    ...{ number: 'KB0010005', topic: 'payments', category: 'schools', daysAgo: 15, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        "A chi indirizzare le famiglie che hanno problemi durante la registrazione, l'accesso o il pagamento degli eventi di Pago in Rete?",
        'Le famiglie che hanno difficoltà si rivolgono al servizio di assistenza: numero verde dal lunedì al venerdì, oppure una richiesta dal portale. La segreteria non deve aprire la richiesta al loro posto.',
      ],
      [
        'Where to send families who have trouble registering, signing in or paying by Pago In Rete?',
        'Families who have trouble ask the help desk: by its toll-free number, Monday to Friday, or by a request on the portal. The school office need not ask in their place.',
      ],
    ),
    keywords: ['genitori', 'assistenza', 'numero verde'],
  },
  {
    ...{ number: 'KB0010006', topic: 'payments', category: 'schools', daysAgo: 16, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        "Come gestire il problema con l'associazione degli alunni dopo l'importazione dell'elenco in Pago in Rete?",
        "Se dopo l'importazione dell'elenco alcuni alunni non risultano associati, verificare che il codice fiscale nel file sia quello dell'anagrafe degli studenti e che il tracciato sia quello corrente. Correggere le righe scartate e ripetere l'importazione.",
      ],
      [
        'What to do when pupils are not associated after their list was imported into Pago In Rete?',
        'If some pupils are not associated after the import, check that the fiscal codes of the file are those of the register of students, and that its layout is the current one. Correct the rows that were refused and import again.',
      ],
    ),
    keywords: ['caricamento file', 'studenti', 'anagrafica'],
  },
  {
    ...{ number: 'KB0010040', topic: 'payments', category: 'families', daysAgo: 34, ...by.ministry },
    texts: both(
      [
        'Come pagare la mensa scolastica',
        'I pasti della refezione si pagano con una ricarica del conto virtuale dell’alunno: dal menu Scuola si sceglie "Ricarica", si indica il badge e l’importo, e si paga subito con pagoPA o con l’avviso stampato.',
        'Il saldo si aggiorna quando il pagamento è confermato dal circuito.',
      ],
      [
        'How to pay for school meals',
        'Meals of the canteen are paid by a top-up of the pupil’s virtual account: in the menu School choose “Top up”, name the badge and the amount, and pay at once by pagoPA or with the printed notice.',
        'The balance changes once the circuit confirms the payment.',
      ],
    ),
    keywords: ['refezione', 'pasti', 'buono pasto', 'ricarica'],
  },
  {
    ...{ number: 'KB0010041', topic: 'payments', category: 'families', daysAgo: 21, ...by.ministry },
    texts: both(
      [
        'Pagamento eseguito due volte: come chiedere il rimborso',
        'Quando lo stesso avviso è stato pagato due volte il denaro si chiede indietro alla scuola che lo ha incassato, allegando le due ricevute e l’IBAN su cui ricevere il rimborso.',
        'Il rimborso arriva di norma entro sessanta giorni.',
      ],
      [
        'Paid twice: how to ask for a refund',
        'When the same notice was paid twice, the money is asked back from the school that collected it, with both receipts and the IBAN for the refund.',
        'A refund mostly comes within sixty days.',
      ],
    ),
    keywords: ['doppio pagamento', 'restituzione', 'soldi', 'gita', 'viaggio di istruzione'],
  },
  {
    ...{ number: 'KB0010042', topic: 'payments', category: 'families', daysAgo: 44, ...by.ministry },
    texts: both(
      [
        'Ricevute e attestazione delle spese scolastiche per il 730',
        'L’attestazione annuale dei pagamenti, valida per la detrazione nella dichiarazione dei redditi, si scarica dalla scheda dell’alunno. Le singole ricevute telematiche sono nell’elenco dei pagamenti.',
      ],
      [
        'Receipts, and the certificate of school expenses for the tax return',
        'The yearly certificate of payments, for the deduction in the tax return, is downloaded from the pupil’s sheet. Single receipts are in the list of payments.',
      ],
    ),
    keywords: ['detrazione', 'dichiarazione dei redditi', 'quietanza'],
  },
  {
    ...{ number: 'KB0010043', topic: 'payments', category: 'families', daysAgo: 47, ...by.ministry },
    texts: both(
      [
        'Avviso PagoPA non trovato: che cosa controllare',
        'Se un avviso pagoPA non viene trovato controllare il codice avviso di diciotto cifre (il codice IUV è una sua parte), il codice fiscale dell’ente e la scadenza. Un avviso annullato o già pagato non è più pagabile.',
      ],
      [
        'PagoPA notice not found: what to check',
        'If a pagoPA notice is not found check its number of eighteen digits (the IUV is a part of it), the fiscal code of the body and the due date. A notice that was cancelled or paid cannot be paid any more.',
      ],
    ),
    keywords: ['codice avviso', 'IUV', 'QR'],
  },
  {
    ...{ number: 'KB0010044', topic: 'payments', category: 'families', daysAgo: 25, ...by.ministry },
    texts: both(
      [
        'Il pagamento risulta ancora in corso',
        'Dopo il pagamento l’esito può tardare: finché il circuito non lo conferma, la posizione resta "in corso". Non pagare di nuovo: se l’importo è stato addebitato la conferma arriva, di solito entro 24 ore.',
      ],
      [
        'The payment is still under way',
        'After a payment its outcome may be late: until the circuit confirms it, the position stays “under way”. Do not pay again: if you were charged the confirmation comes, mostly within 24 hours.',
      ],
    ),
    keywords: ['in sospeso', 'esito sconosciuto', 'addebito'],
  },
  {
    ...{ number: 'KB0010045', topic: 'payments', category: 'families', daysAgo: 48, ...by.ministry },
    texts: both(
      [
        'Pagare senza carta: banca, posta, tabaccheria',
        'L’avviso stampato si paga in banca, agli sportelli di Poste con il bollettino postale PA, in ricevitoria e in tabaccheria, leggendo il codice a barre o il QR.',
      ],
      [
        'Paying without a card: bank, post office, tobacconist',
        'A printed notice is paid at a bank, at the post office with its postal slip, or at a tobacconist, by its bar code or QR code.',
      ],
    ),
    keywords: ['bollettino', 'contanti', 'ricevitoria'],
  },
  {
    ...{ number: 'KB0010046', topic: 'payments', category: 'families', daysAgo: 49, ...by.ministry },
    texts: both(
      [
        'Contributo volontario e tasse scolastiche: differenza',
        'Il contributo volontario è una libera donazione alla scuola per l’ampliamento dell’offerta formativa: nessuno è obbligato. Le tasse erariali si pagano solo dal quarto anno delle superiori.',
      ],
      [
        'Voluntary contribution and school taxes: the difference',
        'The voluntary contribution is a gift to the school: nobody has to give it. State taxes are paid only from the fourth year of secondary school.',
      ],
    ),
    keywords: ['erogazione liberale', 'tassa di iscrizione'],
  },
  {
    ...{ number: 'KB0010047', topic: 'payments', category: 'families', daysAgo: 18, ...by.ministry },
    texts: both(
      [
        'Associare un alunno al proprio profilo',
        'Un genitore vede i figli che la scuola ha associato al suo codice fiscale. Se il figlio non compare nell’elenco, chiedere alla segreteria di correggere l’associazione: può essere indicato più di un genitore o tutore, anche separato.',
      ],
      [
        'Connecting a pupil with your profile',
        'A parent sees the children whom the school has connected with her or his fiscal code. If your child is not in the list, ask the school office: more than one parent or guardian can be named, also when they live apart.',
      ],
    ),
    keywords: ['genitori separati', 'tutore', 'figlio mancante'],
  },
  {
    ...{ number: 'KB0010050', topic: 'payments', category: 'schools', daysAgo: 33, audience: ['school_head'], ...by.ministry },
    texts: both(
      [
        'Configurare e verificare i conti correnti della scuola',
        'Gli incassi arrivano sui conti correnti della scuola, bancari o postali, dichiarati al nodo dei pagamenti. Dopo l’inserimento dell’IBAN il conto resta "da verificare" fino alla conferma dell’istituto cassiere.',
      ],
      [
        'Setting up and checking the current accounts of the school',
        'What is collected goes to the current accounts of the school, at a bank or the post office, that are declared to the payments node. Once its IBAN is entered an account is “to be verified” until the bank confirms it.',
      ],
    ),
    keywords: ['IBAN', 'istituto cassiere'],
  },
  {
    ...{ number: 'KB0010051', topic: 'payments', category: 'schools', daysAgo: 36, audience: ['school_head'], ...by.ministry },
    texts: italian(
      'Riconciliare gli incassi con la tesoreria',
      'Ogni giorno il sistema scarica i flussi di rendicontazione e abbina i pagamenti ai versamenti dell’istituto tesoriere. Gli incassi non abbinati sono nella pagina "Riconciliazione".',
    ),
    keywords: ['rendicontazione', 'provvisori di entrata', 'quadratura'],
  },
  {
    ...{ number: 'KB0010052', topic: 'payments', category: 'schools', daysAgo: 39, audience: ['school_head'], ...by.ministry },
    texts: italian(
      'Rendere visibile un evento solo ad alcune classi',
      'Nella creazione dell’evento di pagamento si scelgono le classi o i singoli alunni destinatari. Le famiglie degli altri non vedono l’avviso.',
    ),
    keywords: ['destinatari', 'visibilità'],
  },
  {
    ...{ number: 'KB0010053', topic: 'payments', category: 'schools', daysAgo: 40, audience: ['school_head'], ...by.ministry },
    texts: italian(
      'Correggere o chiudere un evento di pagamento',
      'Un evento senza pagamenti si può annullare. Se qualcuno ha già pagato l’evento si chiude in anticipo e si dispone il rimborso; importo e scadenza non si modificano più.',
    ),
    keywords: ['annullamento', 'eliminare evento', 'errore importo'],
  },
  {
    ...{ number: 'KB0010054', topic: 'payments', category: 'families', daysAgo: 28, ...by.ministry },
    texts: both(
      [
        'Riduzioni ed esenzioni della retta con l’ISEE',
        'La tariffa della mensa e del nido dipende dall’indicatore della situazione economica. L’ISEE per prestazioni rivolte ai minorenni si presenta ogni anno; sotto la soglia fissata dal Comune il servizio è gratuito.',
      ],
      [
        'Lower fees, and none, by ISEE',
        'The fee for meals and nursery depends on the ISEE of the family. It is presented every year; below the threshold that the comune sets the service is free.',
      ],
    ),
    keywords: ['agevolazioni', 'tariffe', 'esonero', 'gratuità'],
  },
  {
    ...{ number: 'KB0010048', topic: 'payments', category: 'families', daysAgo: 52, ...by.ministry },
    texts: both(
      [
        'Pagare più avvisi insieme: il carrello',
        'Si possono mettere nel carrello fino a cinque avvisi e pagarli con una sola commissione. La ricevuta è una per ciascun avviso.',
      ],
      [
        'Paying several notices at once: the cart',
        'Up to five notices can be put into the cart and paid with a single fee. There is a receipt for each notice.',
      ],
    ),
    keywords: ['commissione', 'carrello'],
  },
  {
    ...{ number: 'KB0010049', topic: 'payments', category: 'families', daysAgo: 53, ...by.ministry },
    texts: italian(
      'Solleciti e avvisi scaduti',
      'Se un avviso è scaduto la scuola può emetterne uno nuovo. Il sollecito di pagamento non comporta sanzioni finché non diventa un atto di riscossione.',
    ),
    keywords: ['scadenza', 'mora'],
  },
];
