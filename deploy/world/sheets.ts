import type { ServiceSheet } from '@sportello/contracts/practices/sheets';
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
  [procedures.certificates]: {
    achieved: {
      it: 'Il certificato richiesto, in PDF, nella tua Area personale.',
      en: 'The certificate you ask for, as a PDF, in your personal area.',
    },
    cost: {
      it: 'I certificati in carta libera sono gratuiti. Per quelli in bollo si paga l’imposta di bollo.',
      en: 'Plain certificates are free. Stamp duty is due on stamped ones.',
    },
    office: {
      name: { it: 'Servizi demografici', en: 'Civil registry office' },
      street: 'Via Roma, 1',
      postalCode: '10100',
      comune: 'Comune Dimostrativo',
      phone: '+390115550100',
      mail: 'anagrafe@comune.example',
      hours: { it: 'Dal lunedì al venerdì, 9:00 – 12:00', en: 'Monday to Friday, 9:00 – 12:00' },
    },
  },
};
