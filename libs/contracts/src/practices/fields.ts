/** What the contracts of practices say in several places, in the same words. */
import { z } from 'zod';
import type { Followed } from '../casework/followed.js';
import { Id, SeenVersion, SeenVersionInQuery } from '../contract.js';
import { Line } from '../typed.js';
import { practiceNotFound } from './states.js';

export const number = z
  .string()
  .meta({ description: 'Number of the practice, which people quote', examples: ['SERV06_UTENTI_2022.0000042'] });
export const organizationName = z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] });
export const officerName = z.string().meta({ description: 'Given and family name of the officer', examples: ['Elena Bianchi'] });
export const officeName = z
  .string()
  .nullable()
  .meta({ description: 'The office of the officer in charge', examples: ['Ufficio Istruzione'] });
export const fiscalCode = z.string().meta({ description: 'Fiscal code', examples: ['NREFRC80A41L219B'] });
export const practiceId = Id.describe('The practice');
export const amendmentId = Id.describe('The request of additions');
export const opinionId = Id.describe('The request of an opinion');
export const observationsId = Id.describe('The announcement of a refusal');
export const byId = z.strictObject({ id: practiceId });
export const byVersion = byId.extend({ version: SeenVersion });
export const byVersionInQuery = byId.extend({ version: SeenVersionInQuery });

/** A practice, as the contracts of its messages and files speak of it. */
export const followedPractice = {
  at: 'practices',
  kind: 'practices',
  name: 'a practice',
  id: practiceId,
  notFound: practiceNotFound,
  may: { read: 'practices:read', writeTo: 'practices:write-to', work: 'practices:work' },
} as const satisfies Followed;

export const Priority = z.enum(['high', 'normal', 'low']).meta({ description: 'How urgent it is', examples: ['normal'] });
export type Priority = z.infer<typeof Priority>;

/** What an officer writes on a practice so that her colleagues find it (PRA-88). */
export const Tag = Line(40)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} '’._-]*$/u)
  .meta({ description: 'A tag: letters, digits, spaces and the signs inside a word', examples: ['sopralluogo'] });
export const MOST_TAGS = 20;
export const tags = z.array(Tag).max(MOST_TAGS).describe('What officers wrote on it so that they find it');

export const DeskWay = z
  .enum(['desk', 'phone'])
  .meta({ description: 'Whether the citizen stood at the desk or telephoned', examples: ['desk'] });
export type DeskWay = z.infer<typeof DeskWay>;
