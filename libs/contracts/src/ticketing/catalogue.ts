/** What help can be asked for: services of the help desk, in categories, each with its form (CAT-02, CAT-03, TIC-02). */
import { z } from 'zod';
import { event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { Content, FormDefinition, formBroken, formImmutable, formNotFound } from '../forms.js';
import { ProfileKind, personNotFound } from '../identity/people.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line } from '../typed.js';
import { deskNotFound } from './desks.js';
import { deskId, HelpKind } from './fields.js';

const categoryId = Id.describe('The category');
const serviceId = Id.describe('The service of the help desk');

export const HelpCategory = z.object({
  id: categoryId,
  organizationId: Id.describe('The body'),
  name: Text.describe('What it is called'),
  position: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .meta({ description: 'Where it stands among the others', examples: [3] }),
  version: Version,
});

export const HelpServiceStatus = z
  .enum(['building', 'published', 'suspended', 'withdrawn'])
  .meta({ description: 'Whether it can be asked for', examples: ['published'] });
export type HelpServiceStatus = z.infer<typeof HelpServiceStatus>;

/** Which desk answers what is of a kind. */
export const HelpRoute = z.strictObject({ kind: HelpKind, deskId });
export type HelpRoute = z.infer<typeof HelpRoute>;

const settings = {
  categoryId,
  group: Text.describe('The title of its card'),
  name: Text.describe('What it is called'),
  intro: Text.describe('What it is for'),
  audience: z.array(ProfileKind).min(1).max(20).describe('The profiles that may ask for it'),
  routes: z.array(HelpRoute).min(1).max(3).describe('Which desk answers, by the kind of help; where there is one, nobody is asked'),
  status: HelpServiceStatus,
};

export const HelpService = z.object({
  id: serviceId,
  organizationId: Id.describe('The body'),
  ...settings,
  formId: Id.nullable().describe('The version of its form in force; null while it has none'),
  version: Version,
});

/** A card of the catalogue. */
export const HelpServiceCard = z.object({
  id: serviceId,
  organizationId: Id.describe('The body'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ["Ministero dell'Istruzione e del Merito"] }),
  categoryId,
  group: settings.group,
  name: settings.name,
  intro: settings.intro,
  kinds: z.array(HelpKind).describe('Among which kinds of help whoever asks chooses'),
  status: HelpServiceStatus,
});

export const helpServiceNotFound = problem(
  404,
  'help-service-not-found',
  'Questo servizio di assistenza non esiste',
  'There is no such service of the help desk',
  {
    it: 'Il servizio non esiste, non è pubblicato, oppure non è fra quelli a cui è abilitato il profilo che stai usando.',
    en: 'The service does not exist, is not published, or is not among those to which the profile that you are using is enabled.',
  },
);
export const helpServiceClosed = problem(
  409,
  'help-service-closed',
  'Questo servizio di assistenza è sospeso',
  'This service of the help desk is suspended',
  {
    it: 'Per ora non si possono inviare richieste per questo servizio. Le richieste già inviate vanno avanti.',
    en: 'For now no requests can be sent for this service. Those that were sent go on.',
  },
);

export const putHelpCategory = rpc({
  subject: 'rpc.ticketing.put-category.v1',
  http: 'PUT /help/categories/{id}',
  permission: 'help:write',
  summary: 'Creates a category of the catalogue of help, or changes it',
  input: z.strictObject({ ...HelpCategory.shape, version: SeenVersion }),
  output: HelpCategory,
  problems: [helpServiceNotFound, changedMeanwhile, idReused],
});

export const putHelpService = rpc({
  subject: 'rpc.ticketing.put-service.v1',
  http: 'PUT /help/services/{id}',
  permission: 'help:write',
  summary: 'Creates a service of the help desk, or changes it',
  input: z.strictObject({ id: serviceId, organizationId: Id.describe('The body'), ...settings, version: SeenVersion }),
  output: HelpService,
  problems: [helpServiceNotFound, deskNotFound, changedMeanwhile, idReused],
});

/** Tickets keep the version that they were sent with. The same id and content again changes nothing. */
export const putHelpForm = rpc({
  subject: 'rpc.ticketing.put-form.v1',
  http: 'PUT /help/services/{serviceId}/forms/{id}',
  permission: 'help:write',
  summary: 'Publishes a version of the form of a service of the help desk',
  input: z.strictObject({
    serviceId,
    id: Id.describe('The version of the form, with an id that the caller chose'),
    version: SeenVersion.describe('Which version of the form was the last one, from 1; 0 when there was none'),
    definition: FormDefinition,
  }),
  output: z.object({
    id: Id.describe('The version of the form'),
    serviceId,
    version: Version.describe('Which version of the form it is, from 1'),
  }),
  problems: [helpServiceNotFound, changedMeanwhile, formImmutable, formBroken],
});

/** For whoever keeps pages that show it. */
export const helpCatalogueChanged = event(
  'events.ticketing.catalogue-changed.v1',
  'A category or a service of help, its form, or a desk changed',
  z.object({ organizationId: Id.describe('The body'), at: Instant.describe('When') }),
);

const catalogue = Id.optional().describe('The catalogue of one body; left out, all of them ("tutti")');

/** Which there are depends on the profile that is worn (CAT-02). */
export const listHelpCategories = rpc({
  subject: 'rpc.ticketing.list-categories.v1',
  http: 'GET /help/categories',
  permission: 'help:read',
  summary: 'Lists the categories in which the reader finds something, in their order',
  input: z.strictObject({ ...paging, organizationId: catalogue }),
  output: listOf(
    z.object({
      id: categoryId,
      organizationId: Id.describe('The body'),
      organizationName: z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] }),
      name: Text.describe('What it is called'),
      services: z
        .number()
        .int()
        .meta({ description: 'How many services the reader finds in it', examples: [2] }),
    }),
  ),
});

export const listHelpServices = rpc({
  subject: 'rpc.ticketing.list-services.v1',
  http: 'GET /help/services',
  permission: 'help:read',
  summary: 'Lists the services of the help desk that the reader may ask for',
  input: z.strictObject({
    ...paging,
    organizationId: catalogue,
    categoryId: categoryId.optional().describe('Those of one category'),
    search: Line(100)
      .optional()
      .meta({ description: 'Words of title, name or introduction, or their beginnings', examples: ['conti correnti'] }),
  }),
  output: listOf(HelpServiceCard),
});

export const getHelpService = rpc({
  subject: 'rpc.ticketing.get-service.v1',
  http: 'GET /help/services/{id}',
  permission: 'help:read',
  summary: 'Reads a service of the help desk',
  input: z.strictObject({ id: serviceId }),
  output: HelpServiceCard.extend({ categoryName: Text.describe('What its category is called') }),
  problems: [helpServiceNotFound],
});

export const prepareTicket = rpc({
  subject: 'rpc.ticketing.prepare.v1',
  http: 'GET /help/services/{id}/preparation',
  permission: 'tickets:open',
  summary: 'Gives what a ticket begins with: the form in force, and what is known of whoever asks (CAT-07)',
  input: z.strictObject({ id: serviceId }),
  output: z.object({
    formId: Id.describe('The version of the form in force'),
    content: Content.describe('The values that are known'),
    locked: z.array(z.string()).meta({ description: 'Keys of the fields that nobody may type', examples: [['fullName']] }),
  }),
  problems: [helpServiceNotFound, helpServiceClosed, formNotFound, personNotFound],
});

export const getHelpForm = rpc({
  subject: 'rpc.ticketing.get-form.v1',
  http: 'GET /help/forms/{id}',
  permission: 'help:read',
  summary: 'Reads a version of a form of the help desk',
  input: z.strictObject({ id: Id.describe('The version of the form') }),
  output: z.object({
    id: Id.describe('The version of the form'),
    serviceId,
    version: Version.describe('Which version of the form it is, from 1'),
    definition: FormDefinition,
  }),
  problems: [formNotFound],
});

/** The gateway serves it as `GET /api/v1/help/forms/{id}/validator.js`. */
export const getHelpValidator = rpc({
  subject: 'rpc.ticketing.get-validator.v1',
  permission: 'help:read',
  summary: 'Reads the compiled validator of a form of the help desk as an ES module',
  input: z.strictObject({ id: Id.describe('The version of the form') }),
  output: z.object({ source: z.string().meta({ description: 'An ES module', examples: ['export default (content) => [];'] }) }),
  problems: [formNotFound],
});

/** For whoever looks after the catalogue of her body: also those in which nobody finds anything yet. */
export const listOwnHelpCategories = rpc({
  subject: 'rpc.ticketing.list-own-categories.v1',
  http: 'GET /help-desk/categories',
  permission: 'help:write',
  summary: 'Lists the categories of the catalogue of one’s body, in their order',
  input: z.strictObject({ ...paging }),
  output: listOf(HelpCategory),
});

export const listOwnHelpServices = rpc({
  subject: 'rpc.ticketing.list-own-services.v1',
  http: 'GET /help-desk/services',
  permission: 'help:write',
  summary: 'Lists the services of help of one’s body, also those that nobody is offered',
  input: z.strictObject({ ...paging }),
  output: listOf(HelpService),
});

export const getOwnHelpService = rpc({
  subject: 'rpc.ticketing.get-own-service.v1',
  http: 'GET /help-desk/services/{id}',
  permission: 'help:write',
  summary: 'Reads the settings of a service of help of one’s body',
  input: z.strictObject({ id: serviceId }),
  output: HelpService,
  problems: [helpServiceNotFound],
});
