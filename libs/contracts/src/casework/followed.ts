import type { z } from 'zod';
import type { ProblemType } from '../contract.js';
import type { Permission } from '../permissions.js';

/**
 * What is followed over time by those who applied for it and by an office, as a practice is: how its contracts speak of it. Its messages,
 * notes and attachments are asked at `rpc.<at>.…`, and over HTTP below `/<kind>/{id}`.
 */
export interface Followed<At extends string = string, Kind extends string = string> {
  /** Where it is asked: the service, or the service and a part of it. */
  at: At;
  /** Its name in paths, in the storage of files, and in the tables of casework. */
  kind: Kind;
  /** With its article, for the summaries of the API's documents. */
  name: string;
  id: z.ZodType<string, string>;
  /** Not there and not the caller's are one answer. */
  notFound: ProblemType;
  /** Who reads it with its files, who writes to the other side, and who works it, with notes of her own. */
  may: { read: Permission; writeTo: Permission; work: Permission };
}
