/** What the contracts of practices say in several places, in the same words. */
import { z } from 'zod';
import { Id, SeenVersion, SeenVersionInQuery } from '../contract.js';
import { Prose } from '../typed.js';

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
export const fileName = z.string().meta({ description: 'Name of the file', examples: ['delega.pdf'] });
export const mediaType = z.string().meta({ description: 'Media type, as read from the bytes', examples: ['application/pdf'] });
export const sizeBytes = z
  .number()
  .int()
  .meta({ description: 'Size in bytes', examples: [48_213] });
export const storageKey = z.string().meta({ description: 'Key in the storage of files', examples: ['practices/1/2'] });
export const words = (description: string, example: string) =>
  Prose(5_000)
    .min(1)
    .meta({ description, examples: [example] });
export const sentFiles = z.array(Id).max(10).describe('Attachments uploaded before, that go along');
export const practiceId = Id.describe('The practice');
export const amendmentId = Id.describe('The request of additions');
export const byId = z.strictObject({ id: practiceId });
export const byVersion = byId.extend({ version: SeenVersion });
export const byVersionInQuery = byId.extend({ version: SeenVersionInQuery });
