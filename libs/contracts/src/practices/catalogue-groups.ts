/**
 * By what the services of a body are found: its categories, topics and kinds of recipients. Each body has its own, in its own order, and an
 * administrator writes them.
 */
import { z } from 'zod';
import { event, Id, rpc, SeenVersion, Text, Version } from '../contract.js';
import { organizationNotFound } from '../identity/organizations.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';

export const groupKinds = ['categories', 'topics', 'recipients'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const GroupId = z
  .string()
  .max(40)
  .regex(/^[a-z0-9][a-z0-9-]*$/)
  .meta({ description: 'The entry of the catalogue; it stays when the entry is renamed', examples: ['registry'] });

/** Most entries of a kind that a service may be under, its one category apart. */
export const mostGroups = 10;

const CatalogueGroup = z
  .strictObject({
    id: GroupId,
    label: z
      .strictObject({
        it: Line(80)
          .min(1)
          .meta({ description: 'In Italian', examples: ['SERVIZI DEMOGRAFICI'] }),
        en: Line(80)
          .min(1)
          .meta({ description: 'In English', examples: ['CIVIL REGISTRY'] }),
      })
      .meta({ description: 'What it is called', 'x-label': { it: 'Nome', en: 'Name' } }),
    isWithdrawn: z.boolean().meta({
      description: 'Whether no more services are put under it; those that are stay',
      'x-label': { it: 'Non si usa più', en: 'No longer used' },
      'x-help': {
        it: 'I servizi che la usano la mantengono; gli altri non la trovano più.',
        en: 'Services that use it keep it; others do not find it any more.',
      },
    }),
  })
  .meta({ 'x-label': { it: 'Voce', en: 'Entry' } });
export type CatalogueGroup = z.infer<typeof CatalogueGroup>;

const list = (description: string, it: string, en: string, helpIt: string, helpEn: string) =>
  z
    .array(CatalogueGroup)
    .max(60)
    .meta({ description, 'x-label': { it, en }, 'x-help': { it: helpIt, en: helpEn } });

const CatalogueGroups = z.object({
  version: Version.describe('0 where the body has written none: then those of the product hold'),
  categories: list(
    'The categories, in the order in which they are shown',
    'Categorie',
    'Categories',
    'Ogni servizio è in una categoria. Si mostrano in quest’ordine, e solo quelle che hanno servizi.',
    'Each service is in one category. They are shown in this order, and only those that have services.',
  ),
  topics: list(
    'The topics, in the order in which they are shown',
    'Argomenti',
    'Topics',
    'Un servizio può avere più argomenti. Chi cerca restringe il catalogo con questi.',
    'A service may have several topics. Whoever searches narrows the catalogue by them.',
  ),
  recipients: list(
    'The kinds of recipients, in the order in which they are shown',
    'Destinatari',
    'Recipients',
    'Per chi è pensato un servizio, come famiglie o imprese. Chi può iniziare lo dicono i profili del servizio.',
    'For whom a service is meant, as families or companies. Who may begin is said by the profiles of the service.',
  ),
});

/** What holds for a body that has written nothing: the shelves of "Nuova istanza" (CAT-14). */
export const defaultGroups: Record<GroupKind, CatalogueGroup[]> = {
  categories: [
    ['school-vouchers', 'VOUCHER SCUOLA', 'SCHOOL VOUCHERS'],
    ['health', 'SALUTE', 'HEALTH'],
    ['education', 'SERVIZI EDUCATIVI', 'EDUCATION'],
    ['registry', 'SERVIZI DEMOGRAFICI', 'CIVIL REGISTRY'],
    ['building', 'EDILIZIA ED URBANISTICA', 'BUILDING AND PLANNING'],
    ['taxes', 'TRIBUTI IMU TASI', 'LOCAL TAXES'],
  ].map(([id = '', it = '', en = '']) => ({ id, label: { it, en }, isWithdrawn: false })),
  topics: [],
  recipients: [],
};

const ofBody = { organizationId: Id.describe('The body') };

export const getCatalogueGroups = rpc({
  subject: 'rpc.practices.get-catalogue-groups.v1',
  http: 'GET /organizations/{organizationId}/catalogue-groups',
  permission: 'services:read',
  summary: 'Reads the categories, topics and recipients of one’s own body',
  input: z.strictObject(ofBody),
  output: CatalogueGroups,
  problems: [organizationNotFound],
});

export const putCatalogueGroups = rpc({
  subject: 'rpc.practices.put-catalogue-groups.v1',
  http: 'PUT /organizations/{organizationId}/catalogue-groups',
  permission: 'procedures:write',
  summary: 'Says which categories, topics and recipients a body has, and in which order',
  input: z.strictObject({ ...ofBody, ...CatalogueGroups.shape, version: SeenVersion }),
  output: CatalogueGroups,
  problems: [organizationNotFound, changedMeanwhile],
});

const Facet = z.array(
  z.object({
    id: GroupId,
    label: Text.describe('What it is called'),
    count: z
      .number()
      .int()
      .meta({ description: 'How many services it would leave', examples: [3] }),
  }),
);

/** The entries by which a list of services is narrowed. */
export const narrowing = {
  category: GroupId.optional().describe('Only those of this category'),
  topic: GroupId.optional().describe('Only those of this topic'),
  recipient: GroupId.optional().describe('Only those for these recipients'),
};

export const listFacets = rpc({
  subject: 'rpc.practices.list-facets.v1',
  http: 'GET /catalogue-facets',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Tells by which categories, topics and recipients a list of services can be narrowed: none that would leave nothing (CAT-86)',
  input: z.strictObject({
    organizationId: Id.optional().describe('Only the services of this body'),
    search: Line(100)
      .optional()
      .meta({ description: 'Words that are looked for', examples: ['certificato'] }),
    ...narrowing,
  }),
  output: z.object({
    categories: Facet.describe('Categories with services'),
    topics: Facet.describe('Topics with services'),
    recipients: Facet.describe('Recipients with services'),
  }),
});

export const catalogueGroupsChanged = event(
  'events.practices.catalogue-groups-changed.v1',
  'The categories, topics or recipients of a body were changed',
  z.object({ organizationId: Id.describe('The body') }),
);
