/** Whoever else than the account holder may do something for a child: the office says who, and what. */
import { z } from 'zod';
import { Id, listOf, paging, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile, idReused, notFound } from '../problems.js';
import { FiscalCode, Line } from '../typed.js';
import { HolderRight } from './children.js';

export const childUnknown = problem(404, 'school-child-unknown', 'Nessun alunno ha questo codice', 'No pupil has this code', {
  it: 'Il codice è quello del gestionale dell’ente, per esempio A0001.',
  en: 'The code is that of the management system of the body, for example A0001.',
});
export const secondHolderThere = problem(
  409,
  'school-second-holder-there',
  'Per questo alunno la persona c’è già',
  'This person is there already for this pupil',
  {
    it: 'Cambia quello che può fare dall’elenco. L’intestatario della scheda può già fare tutto.',
    en: 'Change what she may do from the list. The account holder of the record may do everything already.',
  },
);

const childCode = Line(100).meta({ description: 'Code of the child in the management system', examples: ['A0002'] });
const rights = z.array(HolderRight).min(1).max(3).describe('What she may do');
const secondHolderId = Id.describe('The entry, chosen by the caller');

export const SecondHolder = z.object({
  id: secondHolderId,
  childCode,
  childName: z.string().meta({ description: 'Family name and given name of the child', examples: ['BELLONI ELETTRA'] }),
  fiscalCode: FiscalCode.meta({ description: 'Fiscal code of the person', examples: ['CNTGLI90L61L219P'] }),
  name: z.string().meta({ description: 'Her name, as the office has written it', examples: ['CONTI GIULIA'] }),
  rights,
  version: Version,
});

export const listSecondHolders = rpc({
  subject: 'rpc.school.list-second-holders.v1',
  http: 'GET /school/second-holders',
  permission: 'school:set-holders',
  summary: "Lists who else than the account holder may do something for a child of one's own body, by name",
  input: z.strictObject({ ...paging }),
  output: listOf(SecondHolder),
});

export const putSecondHolder = rpc({
  subject: 'rpc.school.put-second-holder.v1',
  http: 'PUT /school/second-holders/{id}',
  permission: 'school:set-holders',
  summary: 'Says what somebody else than the account holder may do for a child',
  input: z.strictObject({
    id: secondHolderId,
    childCode,
    fiscalCode: SecondHolder.shape.fiscalCode,
    name: Line(200).meta({ description: 'Her name', examples: ['CONTI GIULIA'] }),
    rights,
    version: SeenVersion,
  }),
  output: SecondHolder,
  problems: [childUnknown, secondHolderThere, idReused, changedMeanwhile],
});

export const endSecondHolder = rpc({
  subject: 'rpc.school.end-second-holder.v1',
  http: 'DELETE /school/second-holders/{id}',
  permission: 'school:set-holders',
  summary: 'Ends what somebody else than the account holder may do for a child',
  input: z.strictObject({ id: secondHolderId }),
  output: z.object({ isOver: z.boolean().meta({ description: 'True: she may do nothing any more', examples: [true] }) }),
  problems: [notFound],
});
