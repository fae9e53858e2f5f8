/** What contracts say of files and of what people write, in the same words. */
import { z } from 'zod';
import { Id } from '../contract.js';
import { Prose } from '../typed.js';

export const fileName = z.string().meta({ description: 'Name of the file', examples: ['delega.pdf'] });
export const mediaType = z.string().meta({ description: 'Media type, as read from the bytes', examples: ['application/pdf'] });
export const sizeBytes = z
  .number()
  .int()
  .meta({ description: 'Size in bytes', examples: [48_213] });
export const storageKey = z.string().meta({ description: 'Key in the storage of files', examples: ['practices/1/2'] });
/** Characters that a message has at most. */
export const mostWords = 5_000;
export const words = (description: string, example: string) =>
  Prose(mostWords)
    .min(1)
    .meta({ description, examples: [example] });
export const sentFiles = z.array(Id).max(10).describe('Attachments uploaded before, that go along');
