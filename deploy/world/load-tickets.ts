import { randomUUID } from 'node:crypto';
import { changedMeanwhile } from '@sportello/contracts/problems';
import { openCall } from '@sportello/contracts/ticketing/calls';
import { prepareTicket } from '@sportello/contracts/ticketing/catalogue';
import { addTicketNote, sendTicketMessage } from '@sportello/contracts/ticketing/messages';
import { ticketMoveRefused, ticketNotFound } from '@sportello/contracts/ticketing/states';
import { cancelTicket, confirmTicket, getTicket, openTicket, rateTicket, reopenTicket } from '@sportello/contracts/ticketing/tickets';
import {
  acceptTicket,
  askTicketAuthor,
  mergeTicket,
  prioritiseTicket,
  rerouteTicket,
  solveTicket,
  takeTicket,
} from '@sportello/contracts/ticketing/work';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { ForeignProblem } from '@sportello/messaging/problem';
import { checkLaboratory, type Door, doorOf, put, type Where } from './load.ts';
import { characters, registrationOf } from './people.ts';
import { bodyOfOperators, type Call, calls, type Step, type Story, stories } from './tickets.ts';

/** Sends the requests of the demonstration, and has the desks work on them, where that was not done yet. */
export const loadTickets = (stack: Where): Promise<void> => fillHelpDesk(doorOf(stack));

export async function fillHelpDesk({ natsUrl, baseUrl, password }: Door): Promise<void> {
  await checkLaboratory(baseUrl);
  const connection = await connectBus({ url: natsUrl, user: 'tools', password });
  try {
    const bus = new Bus(connection);
    for (const story of stories) await tellStory(bus, story);
    for (const call of calls) await telephone(bus, call);
  } finally {
    await connection.close();
  }
}

/** What was sent before is left as people have moved it since. */
async function tellStory(bus: Bus, { id, by, serviceId, kind, content, steps }: Story): Promise<void> {
  const author = citizenOf(by);
  if (await findTicket(bus, id, author)) return;
  const { formId } = await put(bus, prepareTicket, { id: serviceId }, author);
  const { version } = await put(bus, openTicket, { id, serviceId, formId, kind, content }, author);
  await work(bus, id, version, author, steps);
}

async function telephone(bus: Bus, { id, by, operator, steps, ...call }: Call): Promise<void> {
  const author = citizenOf(by);
  if (await findTicket(bus, id, author)) return;
  const caller = characters.find((character) => character.id === by.personId);
  if (!caller) throw new Error(`There is nobody ${by.personId}`);
  const { fiscalCode } = registrationOf(caller).identity;
  const asked = { id, ...call, fiscalCode, profileId: by.profileId, newcomer: null };
  const { version } = await put(bus, openCall, asked, operatorOf(operator));
  await work(bus, id, version, author, steps);
}

async function findTicket(bus: Bus, id: string, author: Actor): Promise<boolean> {
  try {
    await put(bus, getTicket, { id }, author);
    return true;
  } catch (error) {
    if (error instanceof ForeignProblem && error.is(ticketNotFound)) return false;
    throw error;
  }
}

/** Whatever somebody did with it at the same moment ends the story. */
async function work(bus: Bus, id: string, from: number, author: Actor, steps: readonly Step[]): Promise<void> {
  let version = from;
  for (const step of steps)
    try {
      version = await doStep(bus, { id, version }, author, step);
    } catch (error) {
      if (error instanceof ForeignProblem && [changedMeanwhile, ticketMoveRefused].some((one) => error.is(one))) return;
      throw error;
    }
}

/** @returns the version that follows */
async function doStep(bus: Bus, seen: { id: string; version: number }, author: Actor, step: Step): Promise<number> {
  const { id, version } = seen;
  const ofTicket = async (answer: Promise<{ version: number }>) => (await answer).version;
  switch (step.do) {
    case 'take':
      return ofTicket(put(bus, takeTicket, seen, operatorOf(step.by)));
    case 'accept':
      return ofTicket(put(bus, acceptTicket, seen, operatorOf(step.by)));
    case 'ask':
      return ofTicket(put(bus, askTicketAuthor, { ...seen, question: step.words }, operatorOf(step.by)));
    case 'solve':
      return ofTicket(put(bus, solveTicket, { ...seen, solution: step.words }, operatorOf(step.by)));
    case 'reroute':
      return ofTicket(put(bus, rerouteTicket, { ...seen, deskId: step.deskId, reason: step.words }, operatorOf(step.by)));
    case 'prioritise':
      return ofTicket(put(bus, prioritiseTicket, { ...seen, priority: step.priority }, operatorOf(step.by)));
    case 'merge': {
      const { number: intoNumber } = await put(bus, getTicket, { id: step.into }, author);
      return ofTicket(put(bus, mergeTicket, { ...seen, intoNumber }, operatorOf(step.by)));
    }
    case 'note':
      await put(bus, addTicketNote, { id, noteId: randomUUID(), text: step.words }, operatorOf(step.by));
      return version;
    case 'write':
      await put(bus, sendTicketMessage, { id, messageId: randomUUID(), text: step.words, attachmentIds: [] }, operatorOf(step.by));
      return version;
    case 'answer':
      await put(bus, sendTicketMessage, { id, messageId: randomUUID(), text: step.words, attachmentIds: [] }, author);
      return ofTicket(put(bus, getTicket, { id }, author));
    case 'reopen':
      return ofTicket(put(bus, reopenTicket, { ...seen, reason: step.words }, author));
    case 'cancel':
      return ofTicket(put(bus, cancelTicket, { ...seen, reason: step.words }, author));
    case 'confirm':
      return ofTicket(put(bus, confirmTicket, seen, author));
    case 'rate':
      await put(bus, rateTicket, { id, stars: step.stars, words: step.words }, author);
      return version;
  }
}

const citizenOf = (by: Story['by']): Actor => ({ ...visitor('it'), roles: ['citizen'], ...by, method: 'spid', level: 2 });

/** With the rights of the first version, so that the bus waits for them. */
const operatorOf = ({ personId, role }: Call['operator']): Actor => ({
  ...{ ...visitor('it'), roles: [role], personId, organizationId: bodyOfOperators, rightsVersion: 1 },
  ...{ method: 'local', level: 2 },
});
