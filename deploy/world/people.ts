import type { Asked, Rpc } from '@sportello/contracts/contract';
import type { OfficerRole, putOfficer } from '@sportello/contracts/identity/officers';
import type { putOffice, putOrganization } from '@sportello/contracts/identity/organizations';
import type { putPerson } from '@sportello/contracts/identity/people';
import type { Sex } from '@sportello/italy/fiscal-code';
import { findComuneByCadastralCode } from '@sportello/italy/territory';
import { fiscalCodeOf } from './fiscal-code.ts';
import { calendars, desks, offices, organizations, people, procedures, profiles } from './ids.ts';

/** Everybody's password in the laboratory. It opens nothing anywhere else: this world is not loaded in production. */
export const laboratoryPassword = 'sportello-aperto';

type Profile = Asked<typeof putPerson>['profiles'][number];

export interface Character {
  id: string;
  givenName: string;
  familyName: string;
  /** YYYY-MM-DD */
  birthDate: string;
  /** Cadastral code of the comune. */
  birthPlace: string;
  sex: Sex;
  mail: string;
  /** In the order in which they are offered: the first is worn at the first sign-in. */
  profiles: Profile[];
  /** Shown where the people who can sign in are listed. */
  role: string;
}

const citizen = (id: string): Profile => ({ id, kind: 'citizen', onBehalfOf: null, organizationId: null });
const torino = 'L219';

/** Nobody here exists, or has existed lately. The names, dates and addresses of the manuals are theirs; the codes are computed. */
export const characters: Character[] = [
  {
    id: people.federica,
    givenName: 'Federica',
    familyName: 'Neri',
    birthDate: '1980-01-01',
    birthPlace: torino,
    sex: 'F',
    mail: 'federica.neri@ascalea.example',
    profiles: [
      { id: profiles.federicaAsMayor, kind: 'mayor', onBehalfOf: 'Comune di Ascalea', organizationId: null },
      citizen(profiles.federicaAsCitizen),
    ],
    role: 'mayor of Ascalea, and citizen',
  },
  {
    id: people.maria,
    givenName: 'Maria',
    familyName: 'Rossi',
    birthDate: '1970-05-12',
    birthPlace: torino,
    sex: 'F',
    mail: 'maria.rossi@scuola.example',
    profiles: [
      citizen(profiles.mariaAsCitizen),
      {
        id: profiles.mariaAsSchoolHead,
        kind: 'school_head',
        onBehalfOf: 'Istituto Comprensivo Dimostrativo',
        organizationId: organizations.school,
      },
    ],
    role: 'citizen, and school head',
  },
  {
    id: people.daniele,
    givenName: 'Daniele',
    familyName: 'Rifulgente',
    birthDate: '1982-03-15',
    birthPlace: 'F205',
    sex: 'M',
    mail: 'daniele.rifulgente@posta.example',
    profiles: [citizen(profiles.daniele)],
    role: 'citizen, and parent',
  },
  {
    id: people.giulia,
    givenName: 'Giulia',
    familyName: 'Conti',
    birthDate: '1990-07-21',
    birthPlace: torino,
    sex: 'F',
    mail: 'giulia.conti@posta.example',
    profiles: [citizen(profiles.giulia)],
    role: 'citizen',
  },
  {
    id: people.marco,
    givenName: 'Marco',
    familyName: 'Ferrero',
    birthDate: '1985-11-03',
    birthPlace: 'A124',
    sex: 'M',
    mail: 'marco.ferrero@posta.example',
    profiles: [citizen(profiles.marco)],
    role: 'citizen',
  },
  {
    id: people.verdi,
    givenName: 'Giuseppe',
    familyName: 'Verdi',
    birthDate: '1813-10-10',
    birthPlace: 'B293',
    sex: 'M',
    mail: 'g.verdi@ascalea.it',
    profiles: [citizen(profiles.verdi)],
    role: 'citizen, to be enabled by the mayor',
  },
  {
    id: people.rossini,
    givenName: 'Gioacchino',
    familyName: 'Rossini',
    birthDate: '1792-02-29',
    birthPlace: 'G479',
    sex: 'M',
    mail: 'g.rossini@opera.fr',
    profiles: [citizen(profiles.rossini)],
    role: 'citizen, to be enabled by the mayor',
  },
  {
    id: people.bianchi,
    givenName: 'Elena',
    familyName: 'Bianchi',
    birthDate: '1978-09-04',
    birthPlace: torino,
    sex: 'F',
    mail: 'elena.bianchi@piemonte.example',
    profiles: [],
    role: 'officer of Regione Piemonte',
  },
  {
    id: people.ferrari,
    givenName: 'Paolo',
    familyName: 'Ferrari',
    birthDate: '1983-02-17',
    birthPlace: torino,
    sex: 'M',
    mail: 'paolo.ferrari@piemonte.example',
    profiles: [],
    role: 'officer of Regione Piemonte',
  },
  {
    id: people.manager,
    givenName: 'Laura',
    familyName: 'Galli',
    birthDate: '1969-12-30',
    birthPlace: torino,
    sex: 'F',
    mail: 'laura.galli@piemonte.example',
    profiles: [],
    role: 'manager of Regione Piemonte',
  },
  {
    id: people.administrator,
    givenName: 'Stefano',
    familyName: 'Moretti',
    birthDate: '1975-06-08',
    birthPlace: torino,
    sex: 'M',
    mail: 'stefano.moretti@piemonte.example',
    profiles: [],
    role: 'administrator of Regione Piemonte',
  },
  {
    id: people.clerk,
    givenName: 'Chiara',
    familyName: 'Greco',
    birthDate: '1991-04-25',
    birthPlace: torino,
    sex: 'F',
    mail: 'chiara.greco@dimostrativo.example',
    profiles: [],
    role: 'officer of Comune Dimostrativo',
  },
  {
    id: people.constable,
    givenName: 'Andrea',
    familyName: 'Fabbri',
    birthDate: '1986-10-12',
    birthPlace: torino,
    sex: 'M',
    mail: 'andrea.fabbri@dimostrativo.example',
    profiles: [],
    role: 'officer of Comune Dimostrativo, in another office',
  },
  {
    id: people.schoolAdministrator,
    givenName: 'Silvia',
    familyName: 'Marchetti',
    birthDate: '1974-02-03',
    birthPlace: torino,
    sex: 'F',
    mail: 'silvia.marchetti@dimostrativo.example',
    profiles: [],
    role: 'administrator of Comune Dimostrativo',
  },
  {
    id: people.helpOperator,
    givenName: 'Paola',
    familyName: 'Serra',
    birthDate: '1988-03-19',
    birthPlace: torino,
    sex: 'F',
    mail: 'paola.serra@assistenza.example',
    profiles: [],
    role: 'operator of the technical help desk of the Ministry',
  },
  {
    id: people.helpColleague,
    givenName: 'Luca',
    familyName: 'Fontana',
    birthDate: '1990-11-08',
    birthPlace: torino,
    sex: 'M',
    mail: 'luca.fontana@assistenza.example',
    profiles: [],
    role: 'operator of the functional and legal help desks of the Ministry',
  },
  {
    id: people.helpManager,
    givenName: 'Anna',
    familyName: 'Costa',
    birthDate: '1971-07-02',
    birthPlace: torino,
    sex: 'F',
    mail: 'anna.costa@assistenza.example',
    profiles: [],
    role: 'manager of the help desk of the Ministry',
  },
];

export const usernameOf = ({ givenName, familyName }: Character) => `${givenName}.${familyName}`.toLowerCase();

export function registrationOf(character: Character): Asked<typeof putPerson> {
  const { id, givenName, familyName, birthDate, birthPlace, sex, mail } = character;
  const comune = findComuneByCadastralCode(birthPlace);
  if (!comune) throw new RangeError(`${birthPlace} is no comune`);
  return {
    id,
    identity: {
      givenName,
      familyName,
      fiscalCode: fiscalCodeOf(character),
      birthDate,
      birthPlace: comune.name,
      birthState: 'Italia',
      sex,
    },
    mail,
    profiles: character.profiles,
    credentials: { username: usernameOf(character), password: laboratoryPassword },
  };
}

/** Whatever its version is. */
type Unversioned<C extends Rpc> = Omit<Asked<C>, 'version'>;

export const bodies: Unversioned<typeof putOrganization>[] = [
  { id: organizations.piedmont, name: 'Regione Piemonte', kind: 'region' },
  { id: organizations.dimostrativo, name: 'Comune Dimostrativo', kind: 'municipality' },
  { id: organizations.ministry, name: "Ministero dell'Istruzione e del Merito", kind: 'ministry' },
  { id: organizations.school, name: 'Istituto Comprensivo Dimostrativo', kind: 'school' },
];

export const officesOfBodies: Unversioned<typeof putOffice>[] = [
  { id: offices.education, organizationId: organizations.piedmont, name: "Settore Politiche dell'Istruzione" },
  { id: offices.health, organizationId: organizations.piedmont, name: 'Direzione Sanità' },
  { id: offices.registry, organizationId: organizations.dimostrativo, name: 'Servizi demografici' },
  { id: offices.school, organizationId: organizations.dimostrativo, name: 'Servizi scolastici' },
  { id: offices.police, organizationId: organizations.dimostrativo, name: 'Polizia locale' },
  { id: offices.helpDesk, organizationId: organizations.ministry, name: 'Servizio Assistenza' },
  { id: offices.secretariat, organizationId: organizations.school, name: 'Segreteria' },
];

const regional = [
  procedures.utentiServizi06,
  procedures.schoolVoucher,
  procedures.travelForCare,
  procedures.accessToRecords,
  procedures.healthComplaint,
  procedures.domesticWork,
  procedures.otherWork,
  procedures.permitConversion,
];
const municipal = [
  procedures.certificates,
  procedures.information,
  procedures.nursery,
  procedures.bookContribution,
  procedures.publicCompetition,
  procedures.roomBooking,
  procedures.restrictedTraffic,
  procedures.publicGround,
  procedures.rentHelp,
  procedures.schoolReport,
  procedures.specialDiet,
];
const on = (procedureIds: string[]) => procedureIds.map((id) => ({ kind: 'procedure' as const, id }));
const inPiedmont = (id: string, role: OfficerRole, officeId: string, procedureIds: string[]) => ({
  id,
  organizationId: organizations.piedmont,
  officeId,
  role,
  subjects: on(procedureIds),
});
const inComune = (id: string, officeId: string, procedureIds: string[], calendarIds: string[]) => ({
  id,
  organizationId: organizations.dimostrativo,
  officeId,
  role: 'officer' as const,
  subjects: [...on(procedureIds), ...calendarIds.map((calendarId) => ({ kind: 'calendar' as const, id: calendarId }))],
});

const inMinistry = (id: string, role: OfficerRole, deskIds: string[]) => ({
  ...{ id, organizationId: organizations.ministry, officeId: offices.helpDesk, role },
  subjects: deskIds.map((deskId) => ({ kind: 'desk' as const, id: deskId })),
});

export const officers: Unversioned<typeof putOfficer>[] = [
  inPiedmont(people.bianchi, 'officer', offices.education, regional),
  inPiedmont(people.ferrari, 'officer', offices.education, regional),
  inPiedmont(people.manager, 'manager', offices.education, regional),
  inPiedmont(people.administrator, 'administrator', offices.education, []),
  inComune(people.clerk, offices.registry, municipal, [calendars.registry, calendars.library]),
  inComune(people.constable, offices.police, [procedures.restrictedTraffic], [calendars.police]),
  { ...inComune(people.schoolAdministrator, offices.school, [], []), role: 'administrator' },
  inMinistry(people.helpOperator, 'officer', [desks.technical, desks.onCall]),
  inMinistry(people.helpColleague, 'officer', [desks.functional, desks.legal]),
  inMinistry(people.helpManager, 'manager', []),
];
