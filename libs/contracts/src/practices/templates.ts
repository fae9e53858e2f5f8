/** Texts that officers of a service have at hand when they write to an applicant. */
import { z } from 'zod';
import { Id, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Prose } from '../typed.js';
import { procedureNotFound } from './procedures.js';

/** Where a text is offered. */
export const TemplateUse = z.enum(['message', 'amendment', 'approval', 'refusal']).meta({
  description: 'For what it is offered: a message, a request for additions, an approval, a refusal',
  examples: ['amendment'],
  'x-label': { it: 'Dove si propone', en: 'Where it is offered' },
  'x-options': {
    message: { it: 'Messaggio', en: 'Message' },
    amendment: { it: 'Richiesta di integrazioni', en: 'Request for additions' },
    approval: { it: 'Approvazione', en: 'Approval' },
    refusal: { it: 'Rigetto', en: 'Refusal' },
  },
});
export type TemplateUse = z.infer<typeof TemplateUse>;

export const Template = z
  .strictObject({
    id: Id.describe('The text, with an id that the caller chose'),
    use: TemplateUse,
    name: Line(80)
      .min(1)
      .meta({ description: 'By what name it is found', examples: ['Documento scaduto'], 'x-label': { it: 'Nome', en: 'Name' } }),
    text: z
      .strictObject({
        it: Prose(5_000)
          .min(1)
          .meta({ description: 'In Italian', examples: ['Gentile {richiedente}, il documento allegato è scaduto.'] }),
        en: Prose(5_000)
          .min(1)
          .meta({ description: 'In English', examples: ['Dear {richiedente}, the document attached has expired.'] }),
      })
      .meta({
        description:
          'What is written, in the language of the applicant; `{numero}`, `{richiedente}`, `{servizio}` and `{ufficio}` stand for those of the practice',
        'x-label': { it: 'Testo', en: 'Text' },
        'x-help': {
          it: 'Le parole {numero}, {richiedente}, {servizio} e {ufficio} diventano quelle della pratica.',
          en: 'The words {numero}, {richiedente}, {servizio} and {ufficio} become those of the practice.',
        },
      }),
  })
  .meta({ 'x-label': { it: 'Testo a disposizione', en: 'Text at hand' } });
export type Template = z.infer<typeof Template>;

const ofProcedure = { procedureId: Id.describe('The service') };
const Templates = z.object({
  version: Version.describe('0 where there are none yet'),
  items: z
    .array(Template)
    .max(60)
    .meta({
      description: 'In the order in which they are offered',
      'x-label': { it: 'Testi a disposizione', en: 'Texts at hand' },
      'x-help': {
        it: 'Gli operatori li scelgono mentre scrivono messaggi, richieste di integrazione ed esiti, e li completano.',
        en: 'Officers choose them while they write messages, requests for additions and outcomes, and complete them.',
      },
    }),
});

export const getTemplates = rpc({
  subject: 'rpc.practices.get-templates.v1',
  http: 'GET /procedures/{procedureId}/templates',
  permission: 'services:read',
  summary: 'Reads the texts at hand of a service that one works on',
  input: z.strictObject(ofProcedure),
  output: Templates,
  problems: [procedureNotFound],
});

export const putTemplates = rpc({
  subject: 'rpc.practices.put-templates.v1',
  http: 'PUT /procedures/{procedureId}/templates',
  permission: 'procedures:write',
  summary: 'Says which texts officers of a service have at hand',
  input: z.strictObject({ ...ofProcedure, ...Templates.shape, version: SeenVersion }),
  output: Templates,
  problems: [procedureNotFound, changedMeanwhile],
});
