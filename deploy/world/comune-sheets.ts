import type { ServiceSheet } from '@sportello/contracts/practices/sheets';
import { procedures } from './ids.ts';

const registry: ServiceSheet['office'] = {
  name: { it: 'Servizi demografici', en: 'Civil registry office' },
  street: 'Via Roma, 1',
  postalCode: '10100',
  comune: 'Comune Dimostrativo',
  phone: '+390115550100',
  mail: 'anagrafe@comune.example',
  hours: { it: 'Dal lunedì al venerdì, 9:00 – 12:00', en: 'Monday to Friday, 9:00 – 12:00' },
};
const counter: ServiceSheet['office'] = {
  ...registry,
  name: { it: 'Sportello del cittadino', en: 'Citizens’ counter' },
  mail: 'sportello@comune.example',
};
const education: ServiceSheet['office'] = {
  ...registry,
  name: { it: 'Servizi educativi', en: 'Education office' },
  street: 'Via Roma, 3',
  phone: '+390115550120',
  mail: 'scuola@comune.example',
};
const police: ServiceSheet['office'] = {
  ...registry,
  name: { it: 'Polizia locale, ufficio permessi', en: 'Local police, permits' },
  street: 'Piazza della Libertà, 5',
  phone: '+390115550140',
  mail: 'permessi@comune.example',
};

/** What the pages of the services of Comune Dimostrativo say, by service. */
export const sheetsOfComune: Readonly<Record<string, ServiceSheet>> = {
  [procedures.certificates]: {
    achieved: {
      it: 'Il certificato richiesto, in PDF, nella tua Area personale.',
      en: 'The certificate you ask for, as a PDF, in your personal area.',
    },
    cost: {
      it: 'I certificati in carta libera sono gratuiti. Per quelli in bollo si paga l’imposta di bollo.',
      en: 'Plain certificates are free. Stamp duty is due on stamped ones.',
    },
    office: registry,
  },
  [procedures.information]: {
    description: {
      it: 'Se non sai a quale ufficio rivolgerti, o vuoi una risposta scritta, scrivi qui: lo Sportello del cittadino risponde o passa la domanda all’ufficio competente.',
      en: 'If you do not know which office to ask, or want an answer in writing, write here: the citizens’ counter answers or passes the question to the right office.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- l’argomento e la domanda\n- il numero della pratica, se ne hai già inviata una',
      en: 'To fill in the form you need:\n- the topic and the question\n- the number of the practice, if you have sent one',
    },
    achieved: { it: 'Una risposta scritta nella tua Area personale.', en: 'An answer in writing in your personal area.' },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    office: counter,
  },
  [procedures.nursery]: {
    minutes: 20,
    description: {
      it: 'Il nido accoglie bambine e bambini da 3 a 36 mesi. Con una sola domanda puoi iscrivere più figli, e indicare fino a tre nidi in ordine di preferenza.',
      en: 'The nursery takes children from 3 to 36 months. With one request you can enrol several children, and name up to three nurseries in order of preference.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- i codici fiscali dei bambini e dei genitori\n- la situazione delle vaccinazioni\n- l’attestazione ISEE per prestazioni rivolte a minorenni, se la presenti\n- il certificato del medico per le diete di salute',
      en: 'To fill in the form you need:\n- the fiscal codes of children and parents\n- the state of vaccinations\n- the ISEE certificate for services to minors, if you state it\n- the doctor’s certificate for diets of health',
    },
    achieved: {
      it: 'Un posto nella graduatoria e, se assegnato, nel nido scelto.',
      en: 'A place in the ranking and, if assigned, in the nursery chosen.',
    },
    terms: {
      it: 'La graduatoria si aggiorna ogni mese: le domande arrivate dopo valgono per la successiva.',
      en: 'The ranking is made anew each month: later requests count for the next one.',
    },
    cost: {
      it: 'La domanda è gratuita. La retta mensile dipende dall’ISEE; senza attestazione si applica la tariffa massima.',
      en: 'The request is free. The monthly fee depends on the ISEE; without a certificate the highest applies.',
    },
    constraints: {
      it: 'Le vaccinazioni obbligatorie sono requisito di accesso (decreto-legge 73/2017, convertito dalla legge 119/2017).',
      en: 'Compulsory vaccinations are required for admission (decree-law 73/2017, converted by law 119/2017).',
    },
    office: education,
  },
  [procedures.bookContribution]: {
    description: {
      it: 'Il Comune rimborsa una parte della spesa per i libri di testo alle famiglie con ISEE fino alla soglia del bando (legge 448/1998, articolo 27).',
      en: 'The comune refunds a part of the cost of textbooks to families whose ISEE is within the limit of the call (law 448/1998, article 27).',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- l’attestazione ISEE valida e il protocollo della DSU\n- i codici fiscali degli studenti\n- scontrini o fatture dei libri\n- il codice IBAN di chi chiede',
      en: 'To fill in the form you need:\n- the valid ISEE certificate and the number of the DSU\n- the fiscal codes of the pupils\n- receipts or invoices of the books\n- the IBAN of whoever asks',
    },
    achieved: { it: 'Un contributo sul conto indicato.', en: 'A contribution to the account you give.' },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    constraints: { it: 'L’ISEE non deve superare 15.000,00 euro.', en: 'The ISEE must not exceed 15,000.00 euro.' },
    office: education,
  },
  [procedures.publicCompetition]: {
    description: {
      it: 'Selezione per esami per due posti a tempo pieno e indeterminato, area degli Istruttori.',
      en: 'Selection by examination for two full-time permanent posts, area of Istruttori.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- il titolo di studio, con anno e istituto\n- il curriculum in PDF\n- la certificazione, per chi chiede ausili o tempi aggiuntivi',
      en: 'To fill in the form you need:\n- your qualification, with year and school\n- your curriculum vitae as a PDF\n- the certificate, if you ask for aids or additional time',
    },
    achieved: {
      it: 'L’ammissione alle prove. Il calendario è pubblicato sul sito del Comune.',
      en: 'Admission to the tests. Their dates are published on the site of the comune.',
    },
    cost: {
      it: 'La tassa di concorso è di 10,00 euro, e non è rimborsabile. Si paga con pagoPA: la domanda è presentata quando il pagamento è arrivato.',
      en: 'The fee is 10.00 euro, and is not refunded. It is paid by pagoPA: the application is presented when the payment has come.',
    },
    constraints: {
      it: 'Servono il diploma di scuola superiore e il godimento dei diritti civili e politici.',
      en: 'You need an upper secondary diploma and the enjoyment of civil and political rights.',
    },
    office: counter,
  },
  [procedures.roomBooking]: {
    description: {
      it: 'Le sale comunali si possono usare per riunioni, incontri pubblici e iniziative culturali.',
      en: 'The rooms of the comune can be used for meetings, public events and cultural initiatives.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- i giorni e le fasce orarie\n- il programma dell’iniziativa\n- i dati dell’associazione o dell’impresa, se non prenoti per te',
      en: 'To fill in the form you need:\n- days and hours\n- the programme of the event\n- the data of the association or company, if you do not book for yourself',
    },
    achieved: {
      it: 'La conferma della prenotazione, con le istruzioni per ritirare le chiavi.',
      en: 'Confirmation of the booking, with instructions for collecting the keys.',
    },
    terms: { it: 'Va chiesta almeno dieci giorni prima.', en: 'Ask at least ten days before.' },
    cost: {
      it: 'Mezza giornata: 40,00 euro la sala della biblioteca, 60,00 euro la sala consiliare, 150,00 euro l’auditorium. Metà tariffa per gli enti del Terzo settore. Si paga dopo la conferma.',
      en: 'Half a day: library room 40.00 euro, council room 60.00 euro, auditorium 150.00 euro. Half the fee for bodies of the third sector. You pay after the confirmation.',
    },
    office: counter,
  },
  [procedures.restrictedTraffic]: {
    description: {
      it: 'Il permesso autorizza a circolare e, dove è previsto, a sostare nella zona a traffico limitato con i veicoli indicati.',
      en: 'The permit allows the vehicles named in it to drive and, where foreseen, to park in the restricted traffic zone.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- la targa di ogni veicolo\n- il contratto o la dichiarazione d’uso, se il veicolo non è tuo\n- l’atto del posto auto, o i dati dell’impresa, secondo il motivo',
      en: 'To fill in the form you need:\n- the number plate of each vehicle\n- the contract or declaration of use, if the vehicle is not yours\n- the deed of the parking space, or the data of the firm, depending on the ground',
    },
    achieved: { it: 'Il permesso, in PDF, nella tua Area personale.', en: 'The permit, as a PDF, in your personal area.' },
    cost: {
      it: 'Sul permesso è dovuta una marca da bollo da 16,00 euro (DPR 642/1972): l’ufficio la chiede quando approva la domanda.',
      en: 'The permit bears a revenue stamp of 16.00 euro (DPR 642/1972): the office asks for it when it approves the request.',
    },
    constraints: {
      it: 'Il permesso dei titolari di contrassegno per persone con disabilità si chiede a parte: il contrassegno vale già in tutte le ZTL, comunicando la targa.',
      en: 'Holders of a disabled person’s badge do not need this permit: the badge holds in every zone, once the plate is told.',
    },
    office: police,
  },
  [procedures.publicGround]: {
    description: {
      it: 'Serve l’autorizzazione del Comune per occupare per qualche giorno una parte di strada, piazza o marciapiede.',
      en: 'The comune’s authorisation is needed to occupy a part of a street, square or pavement for some days.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- la planimetria con le misure\n- i giorni dell’occupazione\n- gli estremi del titolo edilizio, per ponteggi e cantieri\n- una marca da bollo da 16,00 euro: numero e data di emissione',
      en: 'To fill in the form you need:\n- the plan with the measures\n- the days\n- the number of the building notice or permit, for scaffolding and sites\n- a revenue stamp of 16.00 euro: its number and date of issue',
    },
    achieved: { it: 'L’autorizzazione, in PDF, nella tua Area personale.', en: 'The authorisation, as a PDF, in your personal area.' },
    terms: {
      it: 'Va chiesta almeno quindici giorni prima, venti se si modifica la viabilità.',
      en: 'Ask at least fifteen days before, twenty if traffic is changed.',
    },
    cost: {
      it: 'Sulla domanda è dovuta una marca da bollo da 16,00 euro (DPR 642/1972). Per l’occupazione si paga il canone unico (legge 160/2019, articolo 1, commi 816 e seguenti), secondo superficie, giorni e zona.',
      en: 'The request bears a revenue stamp of 16.00 euro (DPR 642/1972). For the use the single fee is due (law 160/2019, article 1, paragraph 816 and following), by area, days and zone.',
    },
    office: police,
  },
  [procedures.rentHelp]: {
    description: {
      it: 'Il Comune ripartisce tra chi ne ha diritto il fondo nazionale per il sostegno alla locazione (legge 431/1998, articolo 11).',
      en: 'The comune shares the national fund for rented homes among those entitled (law 431/1998, article 11).',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- il contratto di locazione registrato\n- le ricevute del canone\n- l’attestazione ISEE valida e il protocollo della DSU\n- i codici fiscali delle persone del nucleo\n- il codice IBAN',
      en: 'To fill in the form you need:\n- the registered lease\n- the receipts of the rent\n- the valid ISEE certificate and the number of the DSU\n- the fiscal codes of the people of the household\n- your IBAN',
    },
    achieved: {
      it: 'Un contributo sul conto indicato, secondo la graduatoria e le somme disponibili.',
      en: 'A contribution to the account you give, by ranking and available funds.',
    },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    constraints: { it: 'Non spetta a chi è assegnatario di un alloggio pubblico.', en: 'It is not for those who live in public housing.' },
    office: counter,
  },
  [procedures.schoolReport]: {
    description: {
      it: 'Su questo portale i dati scolastici si possono solo controllare: se trovi un errore, l’ufficio lo verifica e lo corregge nel suo gestionale.',
      en: 'On this portal school data can only be checked: if you find an error, the office verifies it and corrects it in its own system.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- il nome dell’alunno\n- il punto in cui hai trovato l’errore e il dato giusto',
      en: 'To fill in the form you need:\n- the name of the pupil\n- where you have found the error, and what is right',
    },
    achieved: { it: 'La risposta dell’ufficio, nella tua Area personale.', en: 'The answer of the office, in your personal area.' },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    office: education,
  },
  [procedures.specialDiet]: {
    description: {
      it: 'Chiedi un menù diverso per un alunno che non può mangiare, o non mangia, qualche alimento. La cucina riceve la dieta, e non il motivo.',
      en: 'Ask for another menu for a pupil who cannot eat, or does not eat, some food. The kitchen receives the diet, and not the reason.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- il nome dell’alunno\n- il certificato del medico, per una dieta di salute',
      en: 'To fill in the form you need:\n- the name of the pupil\n- the doctor’s certificate, for a diet of health',
    },
    achieved: { it: 'Il menù chiesto, dal giorno che l’ufficio comunica.', en: 'The menu asked for, from the day that the office tells.' },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    office: education,
  },
};
