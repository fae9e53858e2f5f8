import { z } from 'zod';
import type { Permission } from './permissions.js';

/** Names a row: a UUID that may come in any case, and is kept in lower case. */
export const Id = z.uuid().toLowerCase();

/** A moment in time: ISO 8601 text in UTC on the wire, a Date in code. */
export const Instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A day of the calendar without a time zone: `YYYY-MM-DD`. What lies before the year 1000 or after 2999 is a slip of the pen. */
export const CivilDate = z.iso.date().refine((day) => /^[12]/.test(day));

/** A text that people read, in both languages of the product. */
export const Text = z
  .strictObject({
    it: z
      .string()
      .min(1)
      .max(20_000)
      .meta({ description: 'In Italian', examples: ['Certificato di residenza'] }),
    en: z
      .string()
      .min(1)
      .max(20_000)
      .meta({ description: 'In English', examples: ['Certificate of residence'] }),
  })
  .describe('A text that people read, in both languages');
export type Text = z.infer<typeof Text>;

export const Language = z.enum(['it', 'en']).describe('Italian or English');
export type Language = z.infer<typeof Language>;

/** How many items a list gives at once, and after which: `after` is the `next` of the answer before. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(25).describe('How many items at most'),
  after: z
    .string()
    .max(1_000)
    .optional()
    .meta({ description: 'Where the list goes on: the `next` of the answer before', examples: ['MTc2NDM3MDgwMDAwMA'] }),
};
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item).describe('This page of the list'),
    next: z
      .string()
      .nullable()
      .meta({ description: 'What to send as `after` for the next page; null on the last one', examples: [null] }),
  });

/** SHA-256 in lower-case hexadecimal. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({
    description: 'SHA-256 in lower-case hexadecimal',
    examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  });

/** Grows by one with every change of the thing that it counts. */
export const Version = z
  .number()
  .int()
  .meta({ description: 'Grows with every change', examples: [3] });

const seen = {
  description:
    'The `version` of what was shown, 0 of what is not there yet: 409 `changed-meanwhile` when it is another by now. The same command again, after it was done, is answered as the first time.',
  examples: [3],
};
/** What the caller was shown, in the body of a command. */
export const SeenVersion = z.number().int().min(0).max(2_147_483_647).meta(seen);
/** The same in the query of a DELETE, which has no body. */
export const SeenVersionInQuery = z.coerce.number<number>().int().min(0).max(2_147_483_647).meta(seen);

export interface Rpc<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** Where it is asked on the bus; without prefix and version it is the operation's id in OpenAPI. */
  subject: `rpc.${string}.v${number}`;
  /** Method and path under `/api/v1`, when the outside may ask. Absent: only services may. */
  http?: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  permission: Permission;
  /** True for the few things that a person may do before accepting the privacy policy (IDE-20). */
  beforePolicy?: true;
  /** How often one sender may ask it in a minute, where that is less than for everything together: what anybody may write. */
  perMinute?: number;
  /** One English sentence for the API's documents. */
  summary: string;
  input: I;
  output: O;
  /** What it may answer instead, besides what follows from permission and input (`problemsOf`). */
  problems?: readonly ProblemType[];
}

export interface Event<P extends z.ZodType = z.ZodType> {
  subject: `events.${string}.v${number}`;
  summary: string;
  payload: P;
  /**
   * For an event that tells a row whole, under its `version`: the field that names the row. Others keep copies of such rows, and the owner tells
   * them again when it is asked.
   */
  key?: string;
}

/** An expected failure: the kinds of RFC 9457 problem that a service may answer. */
export interface ProblemType {
  type: string;
  status: number;
  title: Text;
  /** What it means and what to do about it, for the page that explains it. */
  explanation: Text;
}

export const rpc = <I extends z.ZodType, O extends z.ZodType, const S extends Rpc['subject']>(contract: Rpc<I, O> & { subject: S }) =>
  contract;
export const event = <P extends z.ZodType>(
  subject: Event['subject'],
  summary: string,
  payload: P,
  more: { key?: keyof z.output<P> & string } = {},
): Event<P> => ({ subject, summary, payload, ...more });
export const problem = (status: number, type: string, it: string, en: string, explanation: Text): ProblemType => ({
  status,
  type,
  title: { it, en },
  explanation,
});

/** What the method that answers is given. */
export type Input<C extends Rpc> = z.output<C['input']>;
/** What a caller may write: fields with a default can be left out. */
export type Asked<C extends Rpc> = z.input<C['input']>;
/** What the method returns, and what a typed caller is given. */
export type Output<C extends Rpc> = z.output<C['output']>;
/** What travels as JSON: instants are texts. */
export type Wire<T extends z.ZodType> = z.input<T>;
export type Payload<E extends Event> = z.output<E['payload']>;

/** `rpc.practices.submit.v1` belongs to `practices`. */
export const serviceOf = ({ subject }: { subject: string }) => subject.split('.')[1] as string;

/** `rpc.practices.submit.v1` is known to the outside as `practices.submit`. */
export const operationOf = ({ subject }: { subject: string }) => subject.split('.').slice(1, -1).join('.');
