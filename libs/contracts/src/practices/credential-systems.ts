/** What an installation asks of the credential system of a region, over HTTP: `docs/api/credential-systems.json` is made from it. */
import { z } from 'zod';
import { CivilDate, Id } from '../contract.js';

const key = Id.describe('The key of the request that this answers: an answer that names another is none');
const username = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta({ description: 'Username of the credential', examples: ['g.verdi'] });

/** Whether somebody has a credential. */
export const AskedCheck = z.object({
  fiscalCode: z.string().meta({ description: 'Fiscal code', examples: ['VRDGPP13R10B293P'] }),
  givenName: z.string().meta({ description: 'Given name', examples: ['GIUSEPPE'] }),
  familyName: z.string().meta({ description: 'Family name', examples: ['VERDI'] }),
  birthDate: CivilDate.nullable().describe('Date of birth, where it was asked'),
});
export type AskedCheck = z.infer<typeof AskedCheck>;

export const AnsweredCheck = z.object({
  key,
  result: z
    .enum(['known', 'mismatch', 'unknown'])
    .meta({ description: 'She is known; somebody else is, by this fiscal code; nobody is', examples: ['known'] }),
  username: username.nullable().describe('Of the credential that she has; null for who has none'),
});
export type AnsweredCheck = z.infer<typeof AnsweredCheck>;

/** A credential that is to be made and delivered. */
export const AskedCredential = AskedCheck.extend({
  mail: z
    .string()
    .nullable()
    .meta({ description: 'Where it is delivered', examples: ['g.verdi@ascalea.example'] }),
});
export type AskedCredential = z.infer<typeof AskedCredential>;

export const AnsweredCredential = z.object({ key, username });
export type AnsweredCredential = z.infer<typeof AnsweredCredential>;
