/**
 * What the gateway answers by itself, with code written by hand, because it is no question to one service: files, sessions, live news.
 * Here is what the API's document and the tests know of it.
 */
import { z } from 'zod';
import { readFeed } from './appointments/feeds.js';
import type { Attached } from './casework/attachments.js';
import { Id, Instant, type Rpc } from './contract.js';
import { Account, profileNotFound } from './identity/accounts.js';
import { personNotFound } from './identity/people.js';
import { Theme, ThemeFooter, ThemeLogo } from './identity/themes.js';
import { attachments as practiceAttachments } from './practices/attachments.js';
import { getValidator } from './practices/forms.js';
import { notFound, storageFull, tooLarge, wrongFileType } from './problems.js';
import { ticketAttachments } from './ticketing/attachments.js';
import { getHelpValidator } from './ticketing/catalogue.js';

export interface Door extends Pick<Rpc, 'permission' | 'beforePolicy' | 'summary' | 'input' | 'problems'> {
  /** Its id in OpenAPI. */
  id: string;
  http: NonNullable<Rpc['http']>;
  /** True for what stands beside `/api/v1` and not below it. */
  isBeside?: true;
  /** The kinds of bytes that it takes. Absent: JSON, by the contract's rules. */
  takes?: readonly string[];
  answer: { type: string; schema?: z.ZodType; example?: string };
}

const address = (description: string, ending: string) =>
  z.string().meta({ description, examples: [`/themes/0198f4c2-7c00-7000-8000-000000000001/9f86d081884c7d65.${ending}`] });
const side = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'In pixels', examples: [96] });

/** A body as the pages at its own address show it (ADM-34). */
export const HostingBody = z.object({
  id: Theme.shape.organizationId,
  name: Theme.shape.name,
  logo: z
    .object({
      address: address('Path of the image', 'png'),
      width: side,
      height: side,
      alternative: ThemeLogo.shape.alternative,
    })
    .nullable()
    .describe('Its logo, if it has one'),
  stylesheet: address('Path of the stylesheet with its colours', 'css'),
  footer: ThemeFooter.describe('What stands at the foot of its pages'),
});

/** The sign-in as the pages see it. */
export const Session = z.object({
  account: Account.nullable().describe('Whose sign-in it is; null for visitors'),
  actingAs: z
    .string()
    .nullable()
    .meta({
      description: 'As whom this sign-in acts: a profile, or who works. Pages send it back in the header `Acting-Profile` of every request',
      examples: ['0198f4c2-7c00-7000-8000-000000000001'],
    }),
  csrfToken: z
    .string()
    .nullable()
    .meta({ description: 'What a browser sends back in the header `CSRF-Token` of every write; null with a token', examples: [null] }),
  serverTime: Instant.describe('What time it is'),
  expiresAt: Instant.nullable().describe('When the sign-in ends unless it is used'),
  endsAt: Instant.nullable().describe('When the sign-in ends however much it is used'),
  body: HostingBody.nullable().describe("Whose address the pages were asked at; null at the installation's own"),
  version: z.string().meta({ description: 'Version of this installation', examples: ['0.1.0'] }),
  isLaboratory: z.boolean().meta({ description: "True where the laboratory's sign-in and simulators run", examples: [false] }),
});

const parts = z.array(z.string());

/** What `/status` says, well or not. */
export const Status = z.object({
  title: z.string().meta({ description: 'How it goes, in words', examples: ['OK'] }),
  status: z
    .number()
    .int()
    .min(100)
    .max(599)
    .meta({ description: 'The status of this answer', examples: [200] }),
  version: z.string().meta({ description: 'Version of this installation', examples: ['0.1.0'] }),
  revision: z
    .string()
    .nullable()
    .meta({ description: 'Revision of the source from which it was built; null when it is not known', examples: ['5cee07a'] }),
  failing: parts.meta({ description: 'What does not answer: a service, or a part that it needs as `service/part`', examples: [[]] }),
  degraded: parts.meta({ description: 'What does not answer while everything else goes on', examples: [['gateway/scanner']] }),
  warnings: z
    .array(z.string())
    .meta({ description: 'What whoever runs the installation should know although all answers, in English', examples: [[]] }),
});

const session = { type: 'application/json', schema: Session };
const account = { type: 'application/json', schema: Account };
const pictures = ['image/jpeg', 'image/png'];
const bytes = 'application/octet-stream';

/** What has attachments: the gateway takes the bytes of each by a door of its own. */
export const attaching: readonly Attached[] = [practiceAttachments, ticketAttachments];

/** The compiled rules of forms: by whom they are kept, below which path the gateway serves them. */
export const validators = { forms: getValidator, 'help/forms': getHelpValidator } as const;

export const doors: readonly Door[] = [
  ...attaching.map(attachDoor),
  {
    id: 'gateway.download',
    http: 'GET /files/{token}',
    isBeside: true,
    permission: 'files:open',
    beforePolicy: true,
    summary: 'Downloads a file by an address that was given for a few minutes',
    input: z.strictObject({
      token: z
        .string()
        .max(4_096)
        .meta({ description: 'As `practices.get-file-address` gave it', examples: ['eyJrIjoiYSJ9.c2lnbg'] }),
      inline: z.literal('true').optional().describe('A PDF is shown in its place instead of downloaded'),
    }),
    answer: { type: bytes },
    problems: [notFound],
  },
  validatorDoor('gateway.get-validator', 'forms', 'Reads the rules of a form, compiled to an ES module'),
  validatorDoor('gateway.get-help-validator', 'help/forms', 'Reads the rules of a form of the help desk, compiled to an ES module'),
  {
    id: 'gateway.get-calendar-feed',
    http: 'GET /calendar-feeds/{secret}/calendar.ics',
    permission: readFeed.permission,
    beforePolicy: true,
    summary: 'Reads the appointments of a secret address, as calendar programs subscribe to it',
    input: readFeed.input,
    answer: { type: 'text/calendar', example: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    ...(readFeed.problems && { problems: readFeed.problems }),
  },
  {
    id: 'gateway.get-picture',
    http: 'GET /account/picture',
    permission: 'account:read',
    beforePolicy: true,
    summary: "Reads the picture of one's profile",
    input: z.strictObject({}),
    answer: { type: 'image/*' },
    problems: [notFound, personNotFound],
  },
  {
    id: 'gateway.change-picture',
    http: 'PUT /account/picture',
    permission: 'account:write',
    summary: "Replaces the picture of one's profile",
    input: z.strictObject({}),
    takes: pictures,
    answer: account,
    problems: [personNotFound, wrongFileType, tooLarge, storageFull],
  },
  {
    id: 'gateway.remove-picture',
    http: 'DELETE /account/picture',
    permission: 'account:write',
    summary: "Removes the picture of one's profile",
    input: z.strictObject({}),
    answer: account,
    problems: [personNotFound],
  },
  {
    id: 'gateway.get-session',
    http: 'GET /session',
    permission: 'session:read',
    beforePolicy: true,
    summary: 'Tells who is signed in, and until when',
    input: z.strictObject({}),
    answer: session,
    problems: [personNotFound],
  },
  {
    id: 'gateway.switch-profile',
    http: 'PUT /session/profile',
    permission: 'session:write',
    beforePolicy: true,
    summary: 'Goes on as another profile of the same person',
    input: z.strictObject({ profileId: Id.describe('As what to act from now on') }),
    answer: session,
    problems: [personNotFound, profileNotFound],
  },
  {
    id: 'gateway.extend-session',
    http: 'POST /session/extension',
    permission: 'session:write',
    beforePolicy: true,
    summary: 'Keeps the sign-in alive',
    input: z.strictObject({}),
    answer: session,
    problems: [personNotFound],
  },
  {
    id: 'gateway.listen',
    http: 'GET /live',
    permission: 'live:read',
    summary: 'Tells what changed, as it happens: server-sent events that say what to read again',
    input: z.strictObject({}),
    answer: { type: 'text/event-stream', example: 'data: {"kind":"notices"}\n\n' },
  },
  {
    id: 'gateway.get-status',
    http: 'GET /status',
    permission: 'status:read',
    beforePolicy: true,
    isBeside: true,
    summary: 'Tells whether the platform answers',
    input: z.strictObject({}),
    answer: { type: 'application/problem+json', schema: Status },
  },
];

function validatorDoor(id: string, path: keyof typeof validators, summary: string): Door {
  const { permission, input, problems } = validators[path];
  return {
    id,
    http: `GET /${path}/{id}/validator.js`,
    permission,
    beforePolicy: true,
    summary,
    input,
    answer: { type: 'text/javascript', example: 'export default (content) => [];' },
    ...(problems && { problems }),
  };
}

function attachDoor({ followed: { kind, id }, Attachment, prepareUpload, confirmUpload }: Attached): Door {
  return {
    id: `gateway.attach-to-${kind}`,
    http: `PUT /${kind}/{id}/attachments/{attachmentId}`,
    permission: prepareUpload.permission,
    summary: 'Uploads an attachment: its bytes, as they are',
    input: z.strictObject({
      id,
      attachmentId: Id.describe('The attachment, with an id that the caller chose'),
      purpose: Attachment.shape.purpose,
      field: z
        .string()
        .max(100)
        .optional()
        .meta({ description: 'The field of the form, when it belongs to one', examples: ['delegation'] }),
      /** Longer than any file system allows: it is cut, with its ending. */
      name: z
        .string()
        .min(1)
        .max(1_000)
        .meta({ description: 'Name of the file', examples: ['delega.pdf'] }),
    }),
    takes: [bytes],
    answer: { type: 'application/json', schema: confirmUpload.output },
    problems: [...new Set([...(prepareUpload.problems ?? []), ...(confirmUpload.problems ?? []), storageFull])],
  };
}
