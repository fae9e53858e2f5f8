/** What an installation asks of a body's own systems, over HTTP: `docs/api/body-systems.json` is made from it. */
import { z } from 'zod';
import { fileName, mediaType, sizeBytes } from '../casework/fields.js';
import { Id, Instant, Sha256 } from '../contract.js';
import { practiceId, number as practiceNumber } from './fields.js';
import { Direction, RegisteredKind } from './protocol.js';

const procedure = z.string().meta({ description: 'What the service is called, in Italian', examples: ['Accesso agli atti'] });

const HandedOver = z.object({
  organizationId: Id.describe('The body'),
  practiceId,
  practiceNumber,
  procedure,
  applicant: z
    .object({
      name: z.string().meta({ description: 'Given and family name', examples: ['Federica Neri'] }),
      fiscalCode: z.string().meta({ description: 'Fiscal code', examples: ['NREFRC80A41L219B'] }),
    })
    .describe('Who applied'),
  documents: z
    .array(
      z.object({
        name: fileName,
        type: mediaType,
        sizeBytes,
        sha256: Sha256,
        url: z
          .url()
          .meta({ description: 'Where its bytes can be read for an hour', examples: ['https://servizi.example.it/files/abc.def'] }),
      }),
    )
    .describe('The main document first, then what goes with it'),
});

/** A document to be registered. */
export const AskedRegistration = HandedOver.extend({ kind: RegisteredKind, direction: Direction });
export type AskedRegistration = z.infer<typeof AskedRegistration>;

const key = Id.describe('The key of the request that this answers: an answer that names another is none');

/** It is registered, and stays so: the same key is answered the same for ever. */
export const AnsweredRegistration = z.object({
  key,
  number: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .meta({ description: 'Number in the register', examples: ['0001234'] }),
  year: z
    .number()
    .int()
    .min(2000)
    .max(2999)
    .meta({ description: 'Year of the register', examples: [2026] }),
  registeredAt: Instant.describe('When it was registered'),
});
export type AnsweredRegistration = z.infer<typeof AnsweredRegistration>;

/** A practice that the body works elsewhere. */
export const AskedAcquisition = HandedOver.extend({
  submittedAt: Instant.describe('When it was sent'),
  protocolNumber: z
    .string()
    .nullable()
    .meta({ description: 'Number in the register, where the service registers', examples: ['0001234'] }),
});
export type AskedAcquisition = z.infer<typeof AskedAcquisition>;

/** The office of destination has it. */
export const AnsweredAcquisition = z.object({ key, acquiredAt: Instant.describe('When it was acquired') });
export type AnsweredAcquisition = z.infer<typeof AnsweredAcquisition>;

/** Why a request was not done. */
export const SystemProblem = z.object({
  detail: z
    .string()
    .optional()
    .meta({ description: 'In words for the manager', examples: ['Classificazione mancante'] }),
});
