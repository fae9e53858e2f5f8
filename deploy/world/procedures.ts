import type { Text } from '@sportello/contracts/contract';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import { servicesOfClickDay } from './click-days.ts';
import { servicesOfComune } from './comune-services.ts';
import { accessToRecords } from './forms/access-to-records.ts';
import { healthComplaint } from './forms/health-complaint.ts';
import { schoolVoucher } from './forms/school-voucher.ts';
import { travelForCare } from './forms/travel-for-care.ts';
import { utentiServizi06 } from './forms/utenti-servizi-06.ts';
import { organizations, procedures } from './ids.ts';
import type { Service } from './service.ts';

const regionalCatalogue = 'https://servizi.regione.piemonte.it/catalogo/sistema-informativo-regionale-servizi-educativi-0-6';
const regionalHelp: Text = {
  it: `In caso di problemi o esigenze specifiche contattare l'assistenza al numero 011 0824108 dal lunedì al venerdì nella fascia oraria 8:00 – 18:00 oppure compilare il form presente all'indirizzo: ${regionalCatalogue}`,
  en: `If you have problems or specific needs call 011 0824108, Monday to Friday 8:00 – 18:00, or fill in the form at: ${regionalCatalogue}`,
};

const noon = '12:00';
/** When the manual's window opened. */
const manualOpensAt = romeInstant('2022-07-25', noon);

/** The services as they are at this moment: one is open, one is over, one is still to come, one is always open. */
export function servicesAt(now: Date): Service[] {
  const year = Number(romeDate(now).slice(0, 4));
  return [
    {
      id: procedures.utentiServizi06,
      organizationId: organizations.piedmont,
      code: 'SERV06_UTENTI_2022',
      title: { it: 'Utenti Servizi 06', en: 'Users of Services 0-6' },
      subtitle: {
        it: 'Sistema Integrato di gestione Servizi 06 – Utenti',
        en: 'Integrated management system of Services 0-6 – Users',
      },
      synonyms: ['asilo nido', 'nidi', 'infanzia', 'prima infanzia', 'servizi 0-6', 'nursery'],
      category: 'education',
      audience: ['mayor'],
      opensAt: manualOpensAt,
      closesAt: nextSecondOfSeptember(now, year),
      settings: { requiresConfirmation: true, enablesPeople: true },
      contacts: regionalHelp,
      form: utentiServizi06,
    },
    {
      id: procedures.schoolVoucher,
      organizationId: organizations.piedmont,
      code: 'VOUCHER_SCUOLA_2022',
      title: { it: 'Voucher scuola 2022/2023', en: 'School voucher 2022/2023' },
      subtitle: {
        it: "Contributo per libri di testo, trasporti e attività integrative dell'offerta formativa",
        en: 'Help with textbooks, transport and activities that complete what schools offer',
      },
      synonyms: ['isee', 'buono scuola', 'diritto allo studio', 'borsa di studio', 'retta', 'school fees'],
      category: 'school-vouchers',
      audience: ['citizen'],
      opensAt: manualOpensAt,
      closesAt: romeInstant('2022-09-02', noon),
      settings: {},
      contacts: regionalHelp,
      form: schoolVoucher,
    },
    {
      id: procedures.travelForCare,
      organizationId: organizations.piedmont,
      code: 'SALUTE_VIAGGI_CURA',
      title: { it: 'Rimborso delle spese di viaggio per cure', en: 'Refund of travel expenses for care' },
      subtitle: {
        it: 'Per chi si cura in una struttura fuori dalla propria provincia',
        en: 'For those who are cared for outside their own province',
      },
      synonyms: ['sanità', 'ospedale', 'terapie', 'trasferta', 'hospital', 'treatment'],
      category: 'health',
      audience: ['citizen'],
      opensAt: romeInstant(`${year + 1}-03-01`, noon),
      closesAt: romeInstant(`${year + 1}-04-30`, noon),
      settings: {},
      contacts: regionalHelp,
      form: travelForCare,
    },
    {
      id: procedures.accessToRecords,
      organizationId: organizations.piedmont,
      code: 'ACCESSO_ATTI',
      title: { it: 'Accesso agli atti', en: 'Access to records' },
      subtitle: {
        it: 'Chiedere di vedere, o di avere in copia, i documenti della Regione (legge 241/1990)',
        en: 'Ask to see documents of the Region, or to have a copy (law 241/1990)',
      },
      synonyms: ['documenti amministrativi', 'copia di atti', 'trasparenza', 'visione', 'documents', 'copies'],
      category: 'building',
      audience: ['citizen'],
      opensAt: null,
      closesAt: null,
      // Silence refuses access after thirty days: law 241/1990, article 25, paragraph 4.
      settings: { registers: true, canBeWithdrawn: true, tacit: 'rejected', allowsPartialApproval: true, canBeReopened: true },
      contacts: regionalHelp,
      form: accessToRecords,
    },
    {
      id: procedures.healthComplaint,
      organizationId: organizations.piedmont,
      code: 'SEGNALAZIONE_ASL',
      title: { it: "Segnalazione all'Azienda sanitaria", en: 'Complaint to the health authority' },
      subtitle: {
        it: "La Regione inoltra la segnalazione all'Azienda sanitaria competente, che risponde",
        en: 'The Region forwards it to the competent health authority, which answers',
      },
      synonyms: ['reclamo', 'asl', 'ospedale', 'pronto soccorso', 'visita', 'complaint'],
      category: 'health',
      audience: ['citizen'],
      opensAt: null,
      closesAt: null,
      settings: { workflow: 'forward', registers: true },
      contacts: regionalHelp,
      form: healthComplaint,
    },
    ...servicesOfClickDay(now),
    ...servicesOfComune,
  ];
}

/** The closing of the manual's window in the first year in which it is still to come. */
function nextSecondOfSeptember(now: Date, year: number): Date {
  const closing = romeInstant(`${year}-09-02`, noon);
  return closing > now ? closing : romeInstant(`${year + 1}-09-02`, noon);
}
