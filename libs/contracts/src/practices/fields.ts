/** What the contracts of practices say in several places, in the same words. */
import { z } from 'zod';
import type { Followed } from '../casework/followed.js';
import { Id, SeenVersion, SeenVersionInQuery } from '../contract.js';
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
