import type { ServiceSheet } from '@sportello/contracts/practices/sheets';
import { sheetsOfClickDay } from './click-days.ts';
import { sheetsOfComune } from './comune-sheets.ts';
import { procedures } from './ids.ts';

const regionalOffice: ServiceSheet['office'] = {
  name: { it: 'Settore Politiche dell’istruzione', en: 'Education policy office' },
  street: 'Piazza Piemonte, 1',
  postalCode: '10127',
  comune: 'Torino',
  phone: '+390110824108',
  mail: 'istruzione@regione.example',
  hours: { it: 'Dal lunedì al venerdì, 8:00 – 18:00', en: 'Monday to Friday, 8:00 – 18:00' },
};

/** What the pages of the services say, by service. */
export const sheets: Readonly<Record<string, ServiceSheet>> = {
  [procedures.utentiServizi06]: {
    helpDesks: [
      {
        kind: 'content',
        name: {
          it: 'Settore regionale Politiche dell’Istruzione, Programmazione e monitoraggio strutture scolastiche',
          en: 'Regional office for education policy, planning and monitoring of school buildings',
        },
        phones: ['+390114325303', '+390114324820', '+390114324132'],
        hours: { it: 'Dal lunedì al venerdì, 9:00 – 12:00', en: 'Monday to Friday, 9:00 – 12:00' },
      },
      {
        kind: 'technical',
        name: { it: 'Assistenza tecnica', en: 'Technical help desk' },
        phones: ['+390110824108'],
        form: 'https://servizi.regione.piemonte.it/catalogo/sistema-informativo-regionale-servizi-educativi-0-6',
        hours: { it: 'Dal lunedì al venerdì, 8:00 – 18:00', en: 'Monday to Friday, 8:00 – 18:00' },
      },
    ],
    minutes: 25,
    description: {
      it: 'Il comune indica i funzionari che useranno il Sistema Integrato dei Servizi 06 e ne chiede l’abilitazione. La Regione verifica le credenziali che hanno già e le assegna a chi non le ha.',
      en: 'The comune names the officials who will use the integrated system of Services 0-6 and asks for their access. The Region checks the credentials they have and gives them to those who have none.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- SPID, CIE o un altro accesso attivo del sindaco o legale rappresentante\n- codice fiscale, PEC e indirizzo del comune\n- nome, e-mail e telefono del responsabile (RUP)\n- nome, cognome, codice fiscale, data di nascita, e-mail e telefono di ogni funzionario da abilitare',
      en: 'To fill in the form you need:\n- SPID, CIE or another active sign-in of the mayor or legal representative\n- the fiscal code, PEC and address of the comune\n- name, email and telephone of the person in charge (RUP)\n- name, fiscal code, date of birth, email and telephone of each official',
    },
    achieved: {
      it: 'L’abilitazione dei funzionari indicati: dal secondo giorno lavorativo per chi ha già una credenziale, dal sesto per chi la riceve.',
      en: 'Access for the officials you name: from the second working day for those who have credentials, from the sixth for those who are given them.',
    },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    constraints: {
      it: 'Il modulo va inviato da un sindaco o legale rappresentante. Chi vuole usare il sistema va aggiunto all’elenco, sindaco compreso.',
      en: 'The form must be sent by a mayor or legal representative. Whoever is to use the system must be in the list, the mayor included.',
    },
    office: regionalOffice,
  },
  [procedures.schoolVoucher]: {
    needed: {
      it: 'Per compilare il modulo servono:\n- l’attestazione ISEE in corso di validità\n- i dati della scuola e della classe frequentata',
      en: 'To fill in the form you need:\n- a valid ISEE certificate\n- the school and the class attended',
    },
    achieved: { it: 'Un voucher da spendere presso gli esercizi convenzionati.', en: 'A voucher to spend at participating shops.' },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    office: regionalOffice,
  },
  [procedures.travelForCare]: {
    needed: {
      it: 'Per compilare il modulo servono:\n- la prescrizione della struttura\n- i biglietti o le ricevute del viaggio\n- il codice IBAN',
      en: 'To fill in the form you need:\n- the referral of the hospital\n- your tickets or travel receipts\n- your IBAN',
    },
    achieved: {
      it: 'Il rimborso delle spese ammesse, sul conto indicato.',
      en: 'A refund of the eligible expenses, to the account you give.',
    },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
  },
  [procedures.accessToRecords]: {
    description: {
      it: 'Chi ha un interesse diretto, concreto e attuale può vedere i documenti amministrativi che lo riguardano e averne copia (legge 241/1990, articoli 22 e seguenti).',
      en: 'Whoever has a direct, concrete and present interest may see the administrative documents that concern it, and have a copy (law 241/1990, article 22 and following).',
    },
    terms: {
      it: 'La risposta arriva entro trenta giorni. Trascorsi i trenta giorni senza risposta, la richiesta si intende respinta (legge 241/1990, articolo 25).',
      en: 'The answer comes within thirty days. After thirty days without an answer the request counts as refused (law 241/1990, article 25).',
    },
    constraints: {
      it: 'Se altre persone possono essere danneggiate dall’accesso, la Regione le avvisa: hanno dieci giorni per opporsi (DPR 184/2006, articolo 3).',
      en: 'If others may be harmed, the Region tells them: they have ten days to object (DPR 184/2006, article 3).',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- gli estremi dei documenti, o quanto basta a trovarli\n- il motivo per cui li chiedi\n- la delega firmata, o il documento che attesta i poteri, se chiedi per altri',
      en: 'To fill in the form you need:\n- the particulars of the documents, or what helps to find them\n- the reason why you ask for them\n- the signed authorisation, or the document that shows your powers, if you ask for others',
    },
    achieved: {
      it: 'La visione o la copia dei documenti. La richiesta e la risposta sono protocollate: numero e data sono nella tua area personale.',
      en: 'A look at the documents, or a copy. Request and answer are registered: number and date are in your personal area.',
    },
    cost: {
      it: 'La visione è gratuita; per le copie si paga il costo di riproduzione.',
      en: 'Looking is free; copies cost what it takes to make them.',
    },
    office: regionalOffice,
  },
  [procedures.healthComplaint]: {
    description: {
      it: 'Serve a segnalare disservizi, tempi di attesa o comportamenti nelle strutture sanitarie. La Regione non decide: inoltra la segnalazione all’Azienda sanitaria competente.',
      en: 'It is for reporting poor service, waiting times or conduct in hospitals and surgeries. The Region does not decide: it forwards the complaint to the competent health authority.',
    },
    needed: {
      it: 'Per compilare il modulo servono:\n- il nome della struttura\n- il giorno e il racconto di ciò che è accaduto\n- la delega della persona assistita, se segnali per altri',
      en: 'To fill in the form you need:\n- the name of the place\n- the day and the account of what happened\n- the authorisation of the person cared for, if you complain for somebody else',
    },
    achieved: {
      it: "La tua segnalazione arriva all'Azienda sanitaria competente, che risponde direttamente a te.",
      en: 'Your complaint reaches the competent health authority, which answers you directly.',
    },
    cost: { it: 'Il servizio è gratuito.', en: 'The service is free.' },
    office: regionalOffice,
  },
  ...sheetsOfClickDay,
  ...sheetsOfComune,
};
