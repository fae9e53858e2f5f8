import { z } from 'zod';
import { Id, Instant, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { byId, MOST_TAGS, number, officerName, Priority, practiceId, Tag, tags } from './fields.js';
import { procedureNotFound } from './procedures.js';
import { PracticeStatus, practiceNotFound } from './states.js';

export const tooManyTags = problem(409, 'too-many-tags', 'La pratica ha già troppe etichette', 'The practice has too many tags already', {
  it: `Una pratica ha al più ${MOST_TAGS} etichette: togline una per aggiungerne un'altra.`,
  en: `A practice has ${MOST_TAGS} tags at most: remove one to add another.`,
});

export const notOnChecklist = problem(
  404,
  'not-on-checklist',
  'Questa voce non è nella lista dei controlli del servizio',
  'This item is not on the checklist of the service',
  {
    it: 'La lista dei controlli è cambiata: ricarica la pagina per vedere quella di adesso.',
    en: 'The checklist has changed: reload the page to see the current one.',
  },
);

export const checklistOpen = problem(
  409,
  'checklist-open',
  'Prima di approvare completa la lista dei controlli',
  'Complete the checklist before you approve',
  {
    it: "Per questo servizio l'approvazione è possibile solo quando ogni voce della lista dei controlli è segnata.",
    en: 'For this service approval is possible only when every item of the checklist is ticked.',
  },
);

export const linkedToItself = problem(
  409,
  'linked-to-itself',
  'Una pratica non si collega a sé stessa',
  'A practice is not linked to itself',
  { it: "Indica il numero di un'altra pratica.", en: 'Enter the number of another practice.' },
);

const itemKey = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .meta({ description: 'Names an item of the checklist', examples: ['identita'] });

/** How one practice stands to another, read from the first to the second. */
export const LinkKind = z
  .enum(['related', 'duplicate-of', 'depends-on', 'copy-of', 'action-on'])
  .meta({ description: 'How they belong together', examples: ['related'] });
export type LinkKind = z.infer<typeof LinkKind>;
/** What officers link; copies and actions are linked when they are begun. */
export const OfficersLink = LinkKind.extract(['related', 'duplicate-of', 'depends-on']).meta({
  description: 'How they belong together',
  examples: ['related'],
});

/** What stands beside a practice for those who work it. No citizen is shown any of it. */
export const Marks = z.object({
  tags,
  priority: Priority,
  checklist: z
    .array(
      z.object({
        key: itemKey,
        label: Text.describe('What is checked'),
        tickedBy: officerName.nullable().describe('Who ticked it'),
        tickedAt: Instant.nullable().describe('When it was ticked'),
      }),
    )
    .describe('What is checked for each request to the service (PRA-90)'),
  isChecklistRequired: z.boolean().describe('Whether all of it is ticked before an approval'),
  links: z
    .array(
      z.object({
        id: Id.describe('The link'),
        kind: LinkKind,
        isFrom: z.boolean().describe('Whether it is read from this practice to the other; false: the other way'),
        practiceId: Id.describe('The other practice'),
        number,
        procedureTitle: Text.describe('Its service'),
        status: PracticeStatus,
        mayOpen: z.boolean().describe('Whether the reader may open it'),
        mayRemove: z.boolean().describe('Whether officers can remove the link'),
      }),
    )
    .describe('Other practices that belong to it (PRA-88)'),
});
export type Marks = z.infer<typeof Marks>;

const permission = 'practices:work';

export const getMarks = rpc({
  subject: 'rpc.practices.get-marks.v1',
  http: 'GET /practices/{id}/marks',
  permission,
  summary: 'Reads the tags, the priority, the checklist and the links of a practice',
  input: byId,
  output: Marks,
  problems: [practiceNotFound],
});

const byTag = z.strictObject({ id: practiceId, tag: Tag });

export const addTag = rpc({
  subject: 'rpc.practices.add-tag.v1',
  http: 'PUT /practices/{id}/tags/{tag}',
  permission,
  summary: 'Adds a tag to a practice; one that differs only by case or accents is the same',
  input: byTag,
  output: Marks,
  problems: [practiceNotFound, tooManyTags],
});

export const removeTag = rpc({
  subject: 'rpc.practices.remove-tag.v1',
  http: 'DELETE /practices/{id}/tags/{tag}',
  permission,
  summary: 'Removes a tag from a practice',
  input: byTag,
  output: Marks,
  problems: [practiceNotFound],
});

export const listTags = rpc({
  subject: 'rpc.practices.list-tags.v1',
  http: 'GET /tags',
  permission,
  summary: 'Lists the tags that the officers of the body have used, by name',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ tag: Tag })).describe('At most 500') }),
});

export const setPriority = rpc({
  subject: 'rpc.practices.set-priority.v1',
  http: 'PUT /practices/{id}/priority',
  permission,
  summary: 'Says how urgent a practice is',
  input: z.strictObject({ id: practiceId, priority: Priority }),
  output: Marks,
  problems: [practiceNotFound],
});

const byItem = z.strictObject({ id: practiceId, key: itemKey });

export const tickItem = rpc({
  subject: 'rpc.practices.tick-item.v1',
  http: 'PUT /practices/{id}/checklist/{key}',
  permission,
  summary: 'Ticks an item of the checklist; who ticked it first stays',
  input: byItem,
  output: Marks,
  problems: [practiceNotFound, notOnChecklist],
});

export const untickItem = rpc({
  subject: 'rpc.practices.untick-item.v1',
  http: 'DELETE /practices/{id}/checklist/{key}',
  permission,
  summary: 'Takes the tick of an item of the checklist away',
  input: byItem,
  output: Marks,
  problems: [practiceNotFound, notOnChecklist],
});

export const linkPractice = rpc({
  subject: 'rpc.practices.link.v1',
  http: 'PUT /practices/{id}/links/{linkId}',
  permission,
  summary: 'Links a practice to another that the officer may work',
  input: z.strictObject({
    id: practiceId,
    linkId: Id.describe('The link, with an id that the caller chose'),
    number: Line(60).meta({ description: 'Number of the other practice', examples: ['SERV06_UTENTI_2022.0000043'] }),
    kind: OfficersLink,
  }),
  output: Marks,
  problems: [practiceNotFound, linkedToItself],
});

export const unlinkPractice = rpc({
  subject: 'rpc.practices.unlink.v1',
  http: 'DELETE /practices/{id}/links/{linkId}',
  permission,
  summary: 'Removes a link between two practices that an officer made',
  input: z.strictObject({ id: practiceId, linkId: Id.describe('The link') }),
  output: Marks,
  problems: [practiceNotFound],
});

/** Seconds after which somebody whose page has said nothing is no longer there. */
export const PRESENT_SECONDS = 45;

/** Said every few seconds by the page that shows a practice (PRA-89). */
export const notePresence = rpc({
  subject: 'rpc.practices.note-presence.v1',
  http: 'PUT /practices/{id}/presence',
  permission,
  summary: 'Says that one looks at a practice or writes on it, and tells who else does',
  input: z.strictObject({ id: practiceId, isWriting: z.boolean().describe('Whether something is being written') }),
  output: z.object({
    others: z
      .array(z.object({ name: officerName, isWriting: z.boolean().describe('Whether something is being written') }))
      .describe('Colleagues who have it open, by name'),
  }),
  problems: [practiceNotFound],
});

export const endPresence = rpc({
  subject: 'rpc.practices.end-presence.v1',
  http: 'DELETE /practices/{id}/presence',
  permission,
  summary: 'Says that one has left a practice',
  input: byId,
  output: z.object({}),
  problems: [practiceNotFound],
});

const ofProcedure = { procedureId: Id.describe('The service') };
const Checklist = z.object({
  version: Version.describe('0 where there is none yet'),
  items: z
    .array(
      z
        .strictObject({
          key: itemKey,
          label: Text.describe('What is checked'),
        })
        .meta({ 'x-label': { it: 'Voce da controllare', en: 'Thing to check' } }),
    )
    .max(40)
    .meta({
      description: 'In their order',
      'x-label': { it: 'Voci da controllare', en: 'Things to check' },
      'x-help': {
        it: 'L’operatore le spunta nella pratica, nell’ordine scritto qui.',
        en: 'The officer ticks them in the practice, in the order in which they are written here.',
      },
    }),
  isRequired: z.boolean().meta({
    description: 'Whether all of it is ticked before an approval',
    'x-label': { it: 'Si approva solo con tutte le voci spuntate', en: 'Approved only with everything ticked' },
  }),
});

export const getChecklist = rpc({
  subject: 'rpc.practices.get-checklist.v1',
  http: 'GET /procedures/{procedureId}/checklist',
  permission: 'procedures:write',
  summary: 'Reads what is checked for each request to a service',
  input: z.strictObject(ofProcedure),
  output: Checklist,
  problems: [procedureNotFound],
});

/** What was ticked for an item that stays, stays. */
export const putChecklist = rpc({
  subject: 'rpc.practices.put-checklist.v1',
  http: 'PUT /procedures/{procedureId}/checklist',
  permission: 'procedures:write',
  summary: 'Says what is checked for each request to a service, and whether it is required before an approval',
  input: z.strictObject({ ...ofProcedure, ...Checklist.shape, version: SeenVersion }),
  output: Checklist,
  problems: [procedureNotFound, changedMeanwhile],
});
