/**
 * Click days: several services that are filled in beforehand and take what is ready only from one hour on, in order of arrival (ADM-16,
 * CLK-10). The window of a service then says when it is filled in, that of its click day when it is sent.
 */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc, SeenVersion, SeenVersionInQuery, Text, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { procedureNotFound } from './procedures.js';

/** `compiling`: one of its services can be filled in, and none can be sent yet. */
export const ClickDayState = z
  .enum(['planned', 'compiling', 'open', 'closed'])
  .meta({ description: '`compiling` is filled in and not sent yet, `open` is sent', examples: ['compiling'] });
export type ClickDayState = z.infer<typeof ClickDayState>;

export const clickDayNotFound = problem(404, 'click-day-not-found', 'Questo click day non esiste', 'There is no such click day', {
  it: 'Il click day non esiste, o è stato eliminato prima di cominciare.',
  en: 'The click day does not exist, or was deleted before it began.',
});
export const noticeNeeded = problem(
  409,
  'public-notice-needed',
  'La compilazione è cominciata: serve un avviso pubblico',
  'Filling in has begun: a public notice is needed',
  {
    it: 'Date, ore e servizi cambiano solo con un avviso in italiano e in inglese, che resta sulla pagina del click day.',
    en: 'Dates, hours and services change only with a notice in Italian and English, which stays on the page of the click day.',
  },
);
export const clickDayBegun = problem(409, 'click-day-begun', 'Questo click day è già cominciato', 'This click day has begun already', {
  it: 'Quando l’invio è aperto o chiuso non si elimina e non cambia servizi; si può solo rinviare.',
  en: 'Once sending is open or over it is not deleted and does not change services; it can only be postponed.',
});
export const unfitForClickDay = problem(
  409,
  'unfit-for-click-day',
  'Un servizio non è adatto al click day',
  'A service does not fit a click day',
  {
    it: 'Il modulo deve essere chiuso prima dell’invio («Salva e prosegui») e non deve chiedere pagamenti prima della presentazione; e un servizio appartiene a un solo click day.',
    en: 'The form must be completed before it is sent (“Save and continue”) and ask for no payment before presentation; and a service belongs to one click day only.',
  },
);

const window = {
  opensAt: Instant.describe('From this instant what is ready is taken'),
  closesAt: Instant.describe('First instant at which nothing is taken any more'),
};

export const ClickDay = z.object({
  id: Id.describe('The click day'),
  organizationId: Id.describe('The body'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] }),
  title: Text.describe('What it is called'),
  ...window,
  state: ClickDayState,
  notices: z
    .array(z.object({ at: Instant.describe('When it was published'), text: Text.describe('What changed and why') }))
    .describe('Public notices of changes, newest first'),
  services: z
    .array(
      z.object({
        id: Id.describe('The service'),
        code: z.string().meta({ description: 'Its code', examples: ['DOM_A_2027'] }),
        title: Text.describe('What it is called'),
        opensAt: Instant.nullable().describe('From when it is filled in; null: always was'),
        closesAt: Instant.nullable().describe('Until when it is filled in; null: stays open'),
        placesLeft: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'How many places are left; null where they are not counted', examples: [3000] }),
      }),
    )
    .describe('The services that are sent on it'),
  serverTime: Instant.describe('Hour of the server, by which everything is decided'),
  version: Version,
});
export type ClickDay = z.infer<typeof ClickDay>;

export const listClickDays = rpc({
  subject: 'rpc.practices.list-click-days.v1',
  http: 'GET /click-days',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Lists the click days, the last to open first',
  input: z.strictObject({ ...paging, organizationId: Id.optional().describe('Only those of this body') }),
  output: listOf(ClickDay),
});

export const getClickDay = rpc({
  subject: 'rpc.practices.get-click-day.v1',
  http: 'GET /click-days/{id}',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Tells when a click day opens, what can be sent on it, and the hour of the server',
  input: z.strictObject({ id: Id.describe('The click day') }),
  output: ClickDay,
  problems: [clickDayNotFound],
});

export const putClickDay = rpc({
  subject: 'rpc.practices.put-click-day.v1',
  http: 'PUT /click-days/{id}',
  permission: 'procedures:write',
  summary: 'Plans a click day, or changes it; once filling in has begun only with a public notice',
  input: z.strictObject({
    id: Id.describe('The click day'),
    title: Text.describe('What it is called'),
    ...window,
    procedureIds: z.array(Id).min(1).max(20).describe('The services that are sent on it'),
    notice: Text.nullable().default(null).describe('Public notice of what changed and why'),
    version: SeenVersion,
  }),
  output: ClickDay,
  problems: [clickDayNotFound, changedMeanwhile, procedureNotFound, noticeNeeded, clickDayBegun, unfitForClickDay],
});

export const deleteClickDay = rpc({
  subject: 'rpc.practices.delete-click-day.v1',
  http: 'DELETE /click-days/{id}',
  permission: 'procedures:write',
  summary: 'Deletes a click day for which nobody has begun to fill in; its services are then sent while they are open',
  input: z.strictObject({ id: Id.describe('The click day'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The click day that is no more') }),
  problems: [clickDayNotFound, changedMeanwhile, clickDayBegun, noticeNeeded],
});
