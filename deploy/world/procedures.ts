import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { Category, OpeningWindow, WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { Form } from '@sportello/forms/form';
import { romeDate, romeInstant } from '@sportello/italy/rome-time';
import { certificates } from './forms/certificates.ts';
import { schoolVoucher } from './forms/school-voucher.ts';
import { travelForCare } from './forms/travel-for-care.ts';
import { utentiServizi06 } from './forms/utenti-servizi-06.ts';
import { organizations, procedures } from './ids.ts';

type Window = { [Side in keyof (typeof OpeningWindow)['shape']]: Date | null };

export interface Service extends Window {
  id: string;
  organizationId: string;
  code: string;
  title: Text;
  subtitle: Text;
  /** Words that people use for it and that stand in none of its texts. */
  synonyms: string[];
  category: Category;
  audience: ProfileKind[];
  settings: Partial<WorkflowSettings>;
  contacts: Text;
  form: Form;
}

const regionalCatalogue = 'https://servizi.regione.piemonte.it/catalogo/sistema-informativo-regionale-servizi-educativi-0-6';
const regionalHelp: Text = {
  it: `In caso di problemi o esigenze specifiche contattare l'assistenza al numero 011 0824108 dal lunedì al venerdì nella fascia oraria 8:00 – 18:00 oppure compilare il form presente all'indirizzo: ${regionalCatalogue}`,
  en: `If you have problems or specific needs call 011 0824108, Monday to Friday 8:00 – 18:00, or fill in the form at: ${regionalCatalogue}`,
};
const comuneHelp: Text = {
  it: 'Per informazioni rivolgersi ai Servizi demografici, dal lunedì al venerdì nella fascia oraria 9:00 – 12:00.',
  en: 'For information ask the civil registry office, Monday to Friday 9:00 – 12:00.',
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
      id: procedures.certificates,
      organizationId: organizations.dimostrativo,
      code: 'CERTIFICATI_ANAGRAFICI',
      title: { it: 'Richiesta di certificati anagrafici', en: 'Request of registry certificates' },
      subtitle: { it: 'Per sé o per un familiare', en: 'For oneself or for somebody of the family' },
      synonyms: ['anagrafe', 'certificato di residenza', 'stato di famiglia', 'nascita', 'residence', 'birth certificate'],
      category: 'registry',
      audience: ['citizen'],
      opensAt: null,
      closesAt: null,
      settings: {},
      contacts: comuneHelp,
      form: certificates,
    },
  ];
}

/** The closing of the manual's window in the first year in which it is still to come. */
function nextSecondOfSeptember(now: Date, year: number): Date {
  const closing = romeInstant(`${year}-09-02`, noon);
  return closing > now ? closing : romeInstant(`${year + 1}-09-02`, noon);
}
