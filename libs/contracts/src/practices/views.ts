import { z } from 'zod';
import { Id, problem, rpc } from '../contract.js';
import { forbidden } from '../problems.js';
import { Line } from '../typed.js';

/** How many views of one list a person may keep. */
export const MOST_VIEWS = 30;

export const viewNotFound = problem(404, 'view-not-found', 'Questa vista non esiste', 'This view does not exist', {
  it: "La vista è stata eliminata, oppure è di un'altra persona che non la condivide.",
  en: 'The view was deleted, or belongs to another person who does not share it.',
});

export const tooManyViews = problem(
  409,
  'too-many-views',
  'Hai già salvato il numero massimo di viste',
  'You have saved as many views as there may be',
  {
    it: `Di ogni elenco si conservano al più ${MOST_VIEWS} viste: elimina quelle che non servono più.`,
    en: `Of each list ${MOST_VIEWS} views are kept at most: delete those that are no longer needed.`,
  },
);

const list = z.enum(['queue']).meta({ description: 'Which list', examples: ['queue'] });
const id = Id.describe('The view');
const shape = {
  id,
  list,
  name: Line(60)
    .min(1)
    .meta({ description: 'What it is called', examples: ['Da prendere in carico'] }),
  query: z
    .string()
    .max(2_000)
    .meta({
      description: 'Filters, order and columns, as the address of the page writes them',
      examples: ['queue=waiting&sort=submitted'],
    }),
  scope: z
    .enum(['mine', 'office', 'body'])
    .meta({ description: 'Who sees it: its author, her office, or the whole body', examples: ['office'] }),
};

/** A list as somebody wants it, under a name (BKO-22). */
export const View = z.object({
  ...shape,
  ownerName: z.string().meta({ description: 'Who made it', examples: ['Elena Bianchi'] }),
  isMine: z.boolean().describe('Whether the reader made it'),
});

export const listViews = rpc({
  subject: 'rpc.practices.list-views.v1',
  http: 'GET /views',
  permission: 'practices:queue',
  summary: "Lists one's own views of a list, and those that are shared with one's office or body",
  input: z.strictObject({ list }),
  output: z.object({ items: z.array(View).describe("One's own first, each group by name") }),
});

/** A view of one's own that has the same name gives way to it. */
export const putView = rpc({
  subject: 'rpc.practices.put-view.v1',
  http: 'PUT /views/{id}',
  permission: 'practices:queue',
  summary: 'Keeps a view of a list under a name; only a manager shares one with the whole body',
  input: z.strictObject(shape),
  output: View,
  problems: [viewNotFound, tooManyViews, forbidden],
});

export const deleteView = rpc({
  subject: 'rpc.practices.delete-view.v1',
  http: 'DELETE /views/{id}',
  permission: 'practices:queue',
  summary: 'Deletes a view: its author may, and a manager where it is shared',
  input: z.strictObject({ id }),
  output: z.object({}),
  problems: [viewNotFound],
});
