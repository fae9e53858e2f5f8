import type { Text } from '@sportello/contracts/contract';
import { bookContribution } from './forms/book-contribution.ts';
import { certificates } from './forms/certificates.ts';
import { information } from './forms/information.ts';
import { nursery } from './forms/nursery.ts';
import { publicCompetition } from './forms/public-competition.ts';
import { publicGround } from './forms/public-ground.ts';
import { rentHelp } from './forms/rent-help.ts';
import { restrictedTraffic } from './forms/restricted-traffic.ts';
import { roomBooking } from './forms/room-booking.ts';
import { schoolReport } from './forms/school-report.ts';
import { specialDiet } from './forms/special-diet.ts';
import { organizations, procedures } from './ids.ts';
import type { Service } from './service.ts';

const contacts: Text = {
  it: 'Per informazioni rivolgersi allo Sportello del cittadino, dal lunedì al venerdì nella fascia oraria 9:00 – 12:00.',
  en: 'For information ask the citizens’ counter, Monday to Friday 9:00 – 12:00.',
};

type OfComune = Omit<Service, 'organizationId' | 'audience' | 'opensAt' | 'closesAt' | 'contacts'>;

const services: OfComune[] = [
  {
    id: procedures.certificates,
    code: 'CERTIFICATI_ANAGRAFICI',
    title: { it: 'Richiesta di certificati anagrafici', en: 'Request of registry certificates' },
    subtitle: { it: 'Per sé o per un familiare', en: 'For oneself or for somebody of the family' },
    synonyms: ['anagrafe', 'certificato di residenza', 'stato di famiglia', 'nascita', 'residence', 'birth certificate'],
    category: 'registry',
    settings: { canBeWithdrawn: true },
    form: certificates,
  },
  {
    id: procedures.information,
    code: 'INFORMAZIONI',
    title: { it: 'Richiesta di informazioni e assistenza', en: 'Information and assistance' },
    subtitle: { it: 'Una domanda al Comune, con risposta scritta', en: 'A question to the comune, answered in writing' },
    synonyms: ['aiuto', 'urp', 'domanda', 'contatti', 'help', 'question'],
    category: 'registry',
    settings: {},
    form: information,
  },
  {
    id: procedures.nursery,
    code: 'ISCRIZIONE_NIDO',
    title: { it: "Iscrizione al nido d'infanzia", en: 'Enrolment in a day nursery' },
    subtitle: {
      it: 'Per bambine e bambini da 3 a 36 mesi, anche fratelli e gemelli insieme',
      en: 'For children from 3 to 36 months, brothers, sisters and twins together',
    },
    synonyms: ['asilo nido', 'nidi', 'prima infanzia', 'graduatoria', 'nursery', 'childcare'],
    category: 'education',
    settings: {},
    form: nursery,
  },
  {
    id: procedures.bookContribution,
    code: 'CONTRIBUTO_LIBRI',
    title: { it: 'Contributo per i libri di testo', en: 'Help with textbooks' },
    subtitle: { it: 'Per le scuole secondarie di primo e di secondo grado', en: 'For lower and upper secondary schools' },
    synonyms: ['buono libri', 'scuola', 'isee', 'diritto allo studio', 'books', 'school'],
    category: 'school-vouchers',
    settings: {},
    form: bookContribution,
  },
  {
    id: procedures.publicCompetition,
    code: 'CONCORSO_ISTRUTTORI',
    title: { it: 'Concorso pubblico: due istruttori amministrativi', en: 'Public competition: two administrative officers' },
    subtitle: { it: 'Domanda di partecipazione, con tassa di concorso', en: 'Application, with a fee' },
    synonyms: ['concorsi', 'bando', 'lavoro', 'assunzioni', 'job', 'vacancy'],
    category: 'registry',
    settings: { payment: 'request', paymentCents: 1_000 },
    form: publicCompetition,
  },
  {
    id: procedures.roomBooking,
    code: 'PRENOTAZIONE_SALE',
    title: { it: 'Prenotazione di una sala comunale', en: 'Booking of a municipal room' },
    subtitle: { it: 'Sala consiliare, sala della biblioteca, auditorium', en: 'Council room, library room, auditorium' },
    synonyms: ['sala', 'auditorium', 'riunione', 'convegno', 'affitto sala', 'hall', 'meeting room'],
    category: 'building',
    settings: { payment: 'release' },
    form: roomBooking,
  },
  {
    id: procedures.restrictedTraffic,
    code: 'PERMESSO_ZTL',
    title: { it: 'Permesso di accesso alla ZTL', en: 'Permit for the restricted traffic zone' },
    subtitle: {
      it: 'Per residenti, titolari di posto auto, imprese e chi assiste una persona',
      en: 'For residents, holders of a parking space, firms and carers',
    },
    synonyms: ['ztl', 'zona a traffico limitato', 'auto', 'targa', 'sosta', 'mobilità', 'car', 'parking'],
    category: 'building',
    settings: { stamps: 'release', actions: ['renewal', 'interruption', 'transfer'] },
    form: restrictedTraffic,
  },
  {
    id: procedures.publicGround,
    code: 'SUOLO_PUBBLICO',
    title: { it: 'Occupazione temporanea di suolo pubblico', en: 'Temporary use of public ground' },
    subtitle: { it: 'Ponteggi, traslochi, tavolini, manifestazioni e banchetti', en: 'Scaffolding, removals, tables, events and stalls' },
    synonyms: ['cosap', 'tosap', 'canone unico', 'ponteggio', 'trasloco', 'dehors', 'autorizzazione', 'scaffolding'],
    category: 'building',
    settings: { stamps: 'request' },
    form: publicGround,
  },
  {
    id: procedures.rentHelp,
    code: 'CONTRIBUTO_AFFITTO',
    title: { it: 'Contributo per l’affitto', en: 'Help with rent' },
    subtitle: { it: 'Per chi ha un contratto di locazione registrato', en: 'For those who have a registered lease' },
    synonyms: ['casa', 'locazione', 'sfratto', 'canone', 'isee', 'rent', 'housing'],
    category: 'registry',
    settings: {},
    form: rentHelp,
  },
  {
    id: procedures.schoolReport,
    code: 'SEGNALAZIONE_SCUOLA',
    title: { it: 'Segnalazione di un errore nei dati scolastici', en: 'Report of an error in school data' },
    subtitle: { it: 'Per i genitori che trovano dati incongruenti di un alunno', en: 'For parents who find wrong data of a pupil' },
    synonyms: ['errore', 'mensa', 'refezione', 'badge', 'intestatario', 'school meals', 'mistake'],
    category: 'education',
    settings: {},
    form: schoolReport,
  },
  {
    id: procedures.specialDiet,
    code: 'DIETA_SPECIALE',
    title: { it: 'Dieta speciale alla mensa scolastica', en: 'Special diet at school meals' },
    subtitle: { it: 'Per salute, o per ragioni etiche o religiose', en: 'For health, or on ethical or religious grounds' },
    synonyms: ['allergia', 'intolleranza', 'celiachia', 'menù', 'mensa', 'refezione', 'allergy', 'coeliac'],
    category: 'education',
    settings: {},
    form: specialDiet,
  },
];

/** The services of Comune Dimostrativo, which are for its citizens and always open. */
export const servicesOfComune: Service[] = services.map((service) => ({
  ...service,
  organizationId: organizations.dimostrativo,
  audience: ['citizen'],
  opensAt: null,
  closesAt: null,
  contacts,
}));
