/** To whom practices of a service go by themselves, by what was chosen in their form (PRA-34). */
import { z } from 'zod';
import { Id, rpc, SeenVersion, Text, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { officeName, officerName } from './fields.js';
import { procedureNotFound } from './procedures.js';

const Rule = z
  .strictObject({
    value: Line(200)
      .min(1)
      .meta({
        description: 'Value of the field, as the form stores it',
        examples: ['mensa'],
        'x-label': { it: 'Se il valore è', en: 'If the value is' },
      }),
    to: z.enum(['office', 'officer']).meta({
      description: 'Whether it goes to an office, which alone may then work it, or to one officer',
      examples: ['office'],
      'x-label': { it: 'La pratica va a', en: 'The practice goes to' },
      'x-options': { office: { it: 'un ufficio', en: 'an office' }, officer: { it: 'un operatore', en: 'an officer' } },
    }),
    assigneeId: Id.meta({
      description: 'The office or the officer',
      'x-label': { it: 'Ufficio o operatore', en: 'Office or officer' },
    }),
  })
  .meta({ 'x-label': { it: 'Regola', en: 'Rule' } });

const field = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/)
  .nullable()
  .meta({
    description: 'Key of the field of the form that decides; null: nothing is assigned by itself',
    examples: ['topic'],
    'x-label': { it: 'Campo del modulo che decide', en: 'Field of the form that decides' },
  });

const ofProcedure = { procedureId: Id.describe('The service') };
const AutoAssignment = z.object({
  version: Version.describe('0 where there is none yet'),
  field,
  rules: z
    .array(Rule)
    .max(200)
    .meta({
      description: 'The first one that fits holds; where none does, the practice waits for any officer of the service',
      'x-label': { it: 'Regole', en: 'Rules' },
      'x-help': {
        it: 'Vale la prima regola adatta. Senza una regola adatta la pratica resta nella coda di tutti gli operatori del servizio.',
        en: 'The first rule that fits holds. Without one the practice stays in the queue of all officers of the service.',
      },
    }),
  reachesNobody: z.array(z.string()).meta({
    description: 'Values whose practices would reach nobody, because none of the office, or not the officer, works the service',
    examples: [[]],
  }),
  fields: z
    .array(
      z.object({
        key: z.string().meta({ description: 'Key of the field', examples: ['topic'] }),
        label: Text.describe('What it is called'),
        options: z
          .array(
            z.object({
              value: z.string().meta({ description: 'As it is stored', examples: ['mensa'] }),
              label: Text.describe('As it is read'),
            }),
          )
          .describe('What can be chosen'),
      }),
    )
    .describe('The fields of the form in force that may decide: those with a choice'),
  officers: z.array(z.object({ id: Id.describe('The officer'), name: officerName, officeName })).describe('Who works the service'),
  offices: z
    .array(
      z.object({
        id: Id.describe('The office'),
        name: z.string().meta({ description: 'What it is called', examples: ['Ufficio scuola'] }),
      }),
    )
    .describe('The offices of those who work it'),
});

export const getAutoAssignment = rpc({
  subject: 'rpc.practices.get-auto-assignment.v1',
  http: 'GET /procedures/{procedureId}/auto-assignment',
  permission: 'procedures:write',
  summary: 'Reads to whom practices of a service go by themselves, and who they may go to',
  input: z.strictObject(ofProcedure),
  output: AutoAssignment,
  problems: [procedureNotFound],
});

export const putAutoAssignment = rpc({
  subject: 'rpc.practices.put-auto-assignment.v1',
  http: 'PUT /procedures/{procedureId}/auto-assignment',
  permission: 'procedures:write',
  summary: 'Says to whom practices of a service go by themselves, from the next one that is sent',
  input: z.strictObject({ ...ofProcedure, version: SeenVersion, field, rules: AutoAssignment.shape.rules }),
  output: AutoAssignment,
  problems: [procedureNotFound, changedMeanwhile],
});
