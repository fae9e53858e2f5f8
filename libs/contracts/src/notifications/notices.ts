import { z } from 'zod';
import { event, Id, Instant, listOf, paging, problem, rpc, Text } from '../contract.js';

/** A message of the portal's centre: what happened, and where to go on (NOT-03). */
export const Notice = z.object({
  id: Id.describe('The notice'),
  subject: Text.describe('What happened, in one line'),
  body: Text.describe('What happened, and what is to be done'),
  path: z.string().meta({
    description: 'Path of the page where the next action is, without language prefix',
    examples: ['/area-personale/pratiche/0198f4c2-7c00-7000-8000-000000000001'],
  }),
  createdAt: Instant.describe('When it was written'),
  readAt: Instant.nullable().describe('When it was read; null until then'),
});

export const noticeNotFound = problem(404, 'notice-not-found', 'Questo messaggio non è tra i tuoi', 'This message is not among yours', {
  it: "Il messaggio non esiste più, oppure è di un'altra persona.",
  en: 'The message does not exist any more, or belongs to somebody else.',
});

export const listNotices = rpc({
  subject: 'rpc.notifications.list-notices.v1',
  http: 'GET /notices',
  permission: 'notices:read',
  summary: "Lists one's own notices, newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(Notice).extend({
    unread: z
      .number()
      .int()
      .meta({ description: 'How many have not been read yet', examples: [2] }),
    unreadPages: z
      .array(
        z.object({
          path: Notice.shape.path,
          count: z
            .number()
            .int()
            .meta({ description: 'How many have not been read yet', examples: [2] }),
        }),
      )
      .describe('The same by the page that they lead to, such as that of a practice; the hundred with the newest at most'),
  }),
  problems: [noticeNotFound],
});

export const readNotice = rpc({
  subject: 'rpc.notifications.read-notice.v1',
  http: 'PUT /notices/{id}/reading',
  permission: 'notices:read',
  summary: 'Marks a notice as read',
  input: z.strictObject({ id: Id.describe('The notice') }),
  output: Notice,
  problems: [noticeNotFound],
});

/** What came after the newest that the person saw stays unread. */
export const readNotices = rpc({
  subject: 'rpc.notifications.read-notices.v1',
  http: 'PUT /notices/reading',
  permission: 'notices:read',
  summary: 'Marks all notices as read, or those that lead to one page, up to the newest that was shown',
  input: z.strictObject({
    upTo: Instant.describe('When the newest that was shown was written'),
    path: Notice.shape.path.max(300).optional(),
  }),
  output: z.object({
    read: z
      .number()
      .int()
      .meta({ description: 'How many were marked', examples: [2] }),
  }),
});

/** For open pages: the centre of this person has something new. */
export const noticeAdded = event(
  'events.notifications.notice-added.v1',
  'A person has a new notice in the portal',
  z.object({ noticeId: Id.describe('The notice'), personId: Id.describe('Whose it is') }),
);
