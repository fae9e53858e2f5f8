import { type CatalogueGroup, defaultGroups, type GroupKind } from '@sportello/contracts/practices/catalogue-groups';
import { organizations, procedures } from './ids.ts';

const entry = (id: string, it: string, en: string): CatalogueGroup => ({ id, label: { it, en }, isWithdrawn: false });

/** By what the services of the bodies are found. */
export const groups: (Record<GroupKind, CatalogueGroup[]> & { organizationId: string })[] = [
  {
    organizationId: organizations.dimostrativo,
    categories: defaultGroups.categories,
    topics: [
      entry('family', 'Famiglia e figli', 'Family and children'),
      entry('school', 'Scuola', 'School'),
      entry('home', 'Casa', 'Home'),
      entry('mobility', 'Mobilità', 'Mobility'),
      entry('spaces', 'Spazi pubblici', 'Public spaces'),
      entry('work', 'Lavoro', 'Work'),
    ],
    recipients: [
      entry('families', 'Famiglie', 'Families'),
      entry('companies', 'Imprese', 'Companies'),
      entry('associations', 'Associazioni', 'Associations'),
      entry('everybody', 'Tutti i cittadini', 'All citizens'),
    ],
  },
  {
    organizationId: organizations.piedmont,
    categories: defaultGroups.categories,
    topics: [
      entry('school', 'Scuola', 'School'),
      entry('care', 'Cure e assistenza', 'Care'),
      entry('records', 'Trasparenza', 'Transparency'),
      entry('work', 'Lavoro', 'Work'),
    ],
    recipients: [
      entry('families', 'Famiglie', 'Families'),
      entry('bodies', 'Enti pubblici', 'Public bodies'),
      entry('everybody', 'Tutti i cittadini', 'All citizens'),
    ],
  },
];

const under = (topics: string[], recipients: string[]) => ({ topics, recipients });

/** Under which topics and recipients each service is. */
export const entriesOfServices: Readonly<Record<string, { topics: string[]; recipients: string[] }>> = {
  [procedures.utentiServizi06]: under(['school'], ['bodies']),
  [procedures.schoolVoucher]: under(['school'], ['families']),
  [procedures.travelForCare]: under(['care'], ['everybody']),
  [procedures.accessToRecords]: under(['records'], ['everybody']),
  [procedures.healthComplaint]: under(['care'], ['everybody']),
  [procedures.domesticWork]: under(['work'], ['families']),
  [procedures.otherWork]: under(['work'], ['everybody']),
  [procedures.permitConversion]: under(['work'], ['everybody']),
  [procedures.certificates]: under(['family'], ['everybody']),
  [procedures.information]: under([], ['everybody']),
  [procedures.nursery]: under(['family', 'school'], ['families']),
  [procedures.bookContribution]: under(['family', 'school'], ['families']),
  [procedures.publicCompetition]: under(['work'], ['everybody']),
  [procedures.roomBooking]: under(['spaces'], ['associations', 'companies', 'everybody']),
  [procedures.publicGround]: under(['spaces'], ['companies', 'associations']),
  [procedures.restrictedTraffic]: under(['mobility'], ['everybody', 'companies']),
  [procedures.rentHelp]: under(['home', 'family'], ['families']),
  [procedures.schoolReport]: under(['school'], ['families']),
  [procedures.specialDiet]: under(['school'], ['families']),
};

/** What bodies offer to others as models. */
export const modelsOfWorld: ReadonlySet<string> = new Set([
  procedures.accessToRecords,
  procedures.certificates,
  procedures.nursery,
  procedures.roomBooking,
  procedures.restrictedTraffic,
  procedures.information,
]);
