import { z } from 'zod';
import { event, Instant, listOf, paging, problem, rpc, Text } from './contract.js';

/** A message of the portal's centre: what happened, and where to go on (NOT-03). */
export const Notice = z.object({
  id: z.uuid(),
  subject: Text,
  body: Text,
  /** Path of the page where the next action is, without language prefix: `/area-personale/pratiche/…`. */
  path: z.string(),
  createdAt: Instant,
  readAt: Instant.nullable(),
});

export const noticeNotFound = problem(404, 'notice-not-found', 'Questo messaggio non è tra i tuoi', 'This message is not among yours');

export const listNotices = rpc({
  subject: 'rpc.notifications.list-notices.v1',
  http: 'GET /notices',
  permission: 'notices:read',
  summary: "Lists one's own notices, newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(Notice).extend({ unread: z.number().int() }),
});

export const readNotice = rpc({
  subject: 'rpc.notifications.read-notice.v1',
  http: 'PUT /notices/{id}/reading',
  permission: 'notices:read',
  summary: 'Marks a notice as read',
  input: z.strictObject({ id: z.uuid() }),
  output: Notice,
});

/** For open pages: the centre of this person has something new. */
export const noticeAdded = event(
  'events.notifications.notice-added.v1',
  'A person has a new notice in the portal',
  z.object({ noticeId: z.uuid(), personId: z.uuid() }),
);
