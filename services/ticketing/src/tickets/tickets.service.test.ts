import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Payload, Rpc } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { type AnnouncedMessage, announced } from '@sportello/contracts/notifications/announcements';
import { mayDo } from '@sportello/contracts/permissions';
import { contractsOf } from '@sportello/contracts/registry';
import {
  confirmTicketUpload,
  dropTicketUpload,
  getTicketFileAddress,
  prepareTicketUpload,
  removeTicketAttachment,
} from '@sportello/contracts/ticketing/attachments';
import { findCaller, openCall } from '@sportello/contracts/ticketing/calls';
import {
  getHelpForm,
  getHelpService,
  getHelpValidator,
  getOwnHelpService,
  listHelpCategories,
  listHelpServices,
  listOwnHelpCategories,
  listOwnHelpServices,
  prepareTicket,
  putHelpForm,
  putHelpService,
} from '@sportello/contracts/ticketing/catalogue';
import { getDesk, listDeskContacts, listDesks, putDesk } from '@sportello/contracts/ticketing/desks';
import { ticketMoved } from '@sportello/contracts/ticketing/events';
import { ticketPriorityLabels } from '@sportello/contracts/ticketing/fields';
import { addTicketNote, listTicketMessages, sendTicketMessage } from '@sportello/contracts/ticketing/messages';
import { getHelpReport } from '@sportello/contracts/ticketing/reports';
import {
  cancelTicket,
  confirmTicket,
  getTicket,
  listOwnTickets,
  openTicket,
  rateTicket,
  reopenTicket,
} from '@sportello/contracts/ticketing/tickets';
import {
  acceptTicket,
  askTicketAuthor,
  countTickets,
  listTicketQueue,
  mergeTicket,
  prioritiseTicket,
  rerouteTicket,
  solveTicket,
  takeTicket,
  unmergeTicket,
} from '@sportello/contracts/ticketing/work';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { addWorkingDays } from '@sportello/italy/holidays';
import { addDays, displayDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { ForeignProblem } from '@sportello/messaging/problem';
import { drift } from '@sportello/service/migration';
import { administrator, bianchi, ferrari, giulia, manager, marco, maria, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { callersProfile, deskOf, knownCaller, refusal, World } from '../../test/world.js';
import { Escalations } from '../clocks/escalations.js';
import { DesksService } from '../desks/desks.service.js';
import { Silences } from '../silence/silences.js';
import { Ticket } from './ticket.entity.js';
import { TicketsService } from './tickets.service.js';

let world: World;
/** A message as it is announced, with its audiences laid open. */
type Message = Omit<AnnouncedMessage, 'audience'> & {
  audience: { kind: string; personId?: string; subject?: object; except?: string[] }[];
};
type Offer = Awaited<ReturnType<World['offer']>>;
let offer: Offer;
beforeAll(async () => {
  world = await World.start();
  offer = await world.offer();
});
afterAll(() => world?.stop());

const rowOf = (id: string) => world.service.db.manager.findOneByOrFail(Ticket, { id });
const announcedOf = async (id: string) =>
  (await world.service.published(announced)).filter(({ subject }) => (subject as { id: string }).id === id);
const topicsOf = async (id: string) => (await announcedOf(id)).map(({ topic }) => topic);
const write = (id: string, text: string, actor: Actor, attachmentIds: string[] = [], messageId: string = randomUUID()) =>
  world.ask(sendTicketMessage, { id, messageId, text, attachmentIds }, actor);

/** Of several at once: whether it was done, or what it was refused as. */
const outcomeOf = (settled: PromiseSettledResult<unknown>): string =>
  settled.status === 'fulfilled'
    ? 'done'
    : settled.reason instanceof ForeignProblem
      ? settled.reason.received.type
      : String(settled.reason);

/** A ticket of Maria that Bianchi has taken. */
async function taken(by: Offer = offer) {
  const { id, version } = await world.send(by, maria);
  return world.ask(takeTicket, { id, version }, bianchi);
}

describe('what can be asked for', () => {
  test('CAT-02, CAT-11: the catalogue is that of the profile that is worn', async () => {
    const own = await world.offer({}, { audience: ['school_head'] });
    const idsFor = async (actor: Actor) =>
      (await world.ask(listHelpServices, { limit: 100, categoryId: own.categoryId }, actor)).items.map(({ id }) => id);
    const categoriesFor = async (actor: Actor) => (await world.ask(listHelpCategories, { limit: 100 }, actor)).items.map(({ id }) => id);
    expect(await idsFor(maria)).toEqual([own.serviceId]);
    expect(await categoriesFor(maria)).toContain(own.categoryId);
    for (const other of [giulia, visitor('it'), bianchi]) {
      expect(await idsFor(other)).toEqual([]);
      expect(await categoriesFor(other)).not.toContain(own.categoryId);
      expect(await refusal(world.ask(getHelpService, { id: own.serviceId }, other))).toMatchObject({ type: 'help-service-not-found' });
    }
    expect(await refusal(world.ask(prepareTicket, { id: own.serviceId }, giulia))).toMatchObject({ type: 'help-service-not-found' });
    expect(await refusal(world.send(own, giulia))).toMatchObject({ type: 'help-service-not-found' });
  });

  test('CAT-03: a word of title, name or introduction finds a card; operators of a query find nothing and break nothing', async () => {
    const found = async (search: string) => (await world.ask(listHelpServices, { limit: 100, search }, maria)).items.map(({ id }) => id);
    expect(await found('conti corr')).toContain(offer.serviceId);
    expect(await found('ATTIVITA configurazione')).toContain(offer.serviceId);
    for (const search of [':*', '!', '&', "'", '"zzz', '\\', '%', '(((', '-']) expect(await found(search)).toEqual([]);
  });

  test('CAT-07: the form begins with the name, which nobody may type', async () => {
    const { formId, content, locked } = await world.ask(prepareTicket, { id: offer.serviceId }, maria);
    expect({ formId, name: content['fullName'], locked }).toEqual({ formId: offer.formId, name: 'Maria Rossi', locked: ['fullName'] });
  });

  test('what is suspended is shown and cannot be sent; what is still being made is not there', async () => {
    const suspended = await world.offer();
    await world.ask(putHelpService, { ...suspended.settings, status: 'suspended', version: 1 }, administrator);
    expect((await world.ask(getHelpService, { id: suspended.serviceId }, maria)).status).toBe('suspended');
    expect(await refusal(world.send(suspended, maria))).toMatchObject({ type: 'help-service-closed' });
    await world.ask(putHelpService, { ...suspended.settings, status: 'building', version: 2 }, administrator);
    expect(await refusal(world.ask(getHelpService, { id: suspended.serviceId }, maria))).toMatchObject({ type: 'help-service-not-found' });
  });

  test('CAT-11: a form is read where its service is offered, by its own body, and by whoever sent a ticket with it', async () => {
    const own = await world.offer({}, { audience: ['school_head'] });
    const { formId: id } = own;
    const isRead = async (actor: Actor) => {
      const read = await Promise.allSettled([world.ask(getHelpForm, { id }, actor), world.ask(getHelpValidator, { id }, actor)]);
      return read.every(({ status }) => status === 'fulfilled');
    };
    expect(await Promise.all([maria, administrator, giulia, visitor('it'), stranger].map(isRead))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    await world.send(own, maria);
    const another: Actor = { ...maria, personId: randomUUID(), profileId: randomUUID() };
    await world.ask(putHelpService, { ...own.settings, status: 'withdrawn', version: 1 }, administrator);
    expect(await Promise.all([maria, administrator, another].map(isRead))).toEqual([true, true, false]);
    expect((await refusal(world.ask(getHelpForm, { id }, another))).type).toBe('form-not-found');
  });

  test('CAT-02: categories come in pages, in their order', async () => {
    const own = await world.offer();
    const ids: string[] = [];
    for (let after: string | undefined, isMore = true; isMore; ) {
      const { items, next } = await world.ask(listHelpCategories, { limit: 2, organizationId: piedmont, ...(after && { after }) }, maria);
      ids.push(...items.map(({ id }) => id));
      after = next ?? undefined;
      isMore = next !== null;
    }
    expect(ids).toContain(own.categoryId);
    expect(new Set(ids).size).toBe(ids.length);
    const { items } = await world.ask(listHelpCategories, { limit: 100, organizationId: String(stranger.organizationId) }, maria);
    expect(items).toEqual([]);
  });

  test('TIC-31: a kind leads to a desk of that kind, and the desk keeps it while it is led to', async () => {
    const own = await world.offer();
    const wrong = { ...own.settings, routes: [{ kind: 'legal' as const, deskId: own.deskId }], version: 1 };
    expect(await refusal(world.ask(putHelpService, wrong, administrator))).toMatchObject({ type: 'desk-not-found' });
    const legal = deskOf({ id: own.deskId, kind: 'legal', version: 1 });
    const refused = await refusal(world.ask(putDesk, legal, administrator));
    expect((refused['errors'] as { pointer: string }[])[0]?.pointer).toBe('/kind');
    const other = deskOf();
    await world.ask(putDesk, other, administrator);
    const routes = [{ kind: 'technical' as const, deskId: other.id }];
    await world.ask(putHelpService, { ...own.settings, routes, version: 1 }, administrator);
    expect((await world.ask(putDesk, legal, administrator)).kind).toBe('legal');
  });

  test('TIC-02: whoever looks after the catalogue of her body reads all of it, and of no other body', async () => {
    const { settings, categoryId, serviceId } = await world.offer({}, { status: 'building' });
    const foreign: Actor = { ...administrator, organizationId: stranger.organizationId };
    expect(await world.ask(getOwnHelpService, { id: serviceId }, administrator)).toMatchObject({ ...settings, version: 1 });
    const services = async (actor: Actor) => (await world.ask(listOwnHelpServices, { limit: 100 }, actor)).items.map(({ id }) => id);
    const categories = async (actor: Actor) => (await world.ask(listOwnHelpCategories, { limit: 100 }, actor)).items.map(({ id }) => id);
    expect(await services(administrator)).toContain(serviceId);
    expect(await categories(administrator)).toContain(categoryId);
    expect([...(await services(foreign)), ...(await categories(foreign))]).toEqual([]);
    expect(await refusal(world.ask(getOwnHelpService, { id: serviceId }, foreign))).toMatchObject({ type: 'help-service-not-found' });
  });

  test('TIC-02: another body touches neither desks nor services, and a form with files is refused', async () => {
    const foreign: Actor = { ...administrator, organizationId: stranger.organizationId };
    expect(await refusal(world.ask(putHelpService, { ...offer.settings, version: 1 }, foreign))).toMatchObject({
      type: 'help-service-not-found',
    });
    expect(await refusal(world.ask(putDesk, deskOf({ id: offer.deskId, version: 1 }), foreign))).toMatchObject({ type: 'desk-not-found' });
    const own = deskOf({ id: offer.deskId, organizationId: String(stranger.organizationId), version: 0 });
    expect(await refusal(world.ask(putDesk, own, foreign))).toMatchObject({ type: 'id-reused' });
    expect(await refusal(world.ask(getDesk, { id: offer.deskId }, foreign))).toMatchObject({ type: 'desk-not-found' });
    const definition = {
      title: { it: 'x', en: 'x' },
      pages: [
        {
          key: 'a',
          title: { it: 'x', en: 'x' },
          sections: [{ key: 's', fields: [{ kind: 'file', key: 'f', label: { it: 'x', en: 'x' } }] }],
        },
      ],
    };
    expect(
      await refusal(world.ask(putHelpForm, { serviceId: offer.serviceId, id: randomUUID(), version: 1, definition }, administrator)),
    ).toMatchObject({ type: 'form-broken' });
  });

  test('TIC-35: everybody reads telephones and hours; a desk that never answers, or twice of one priority, is refused', async () => {
    const { items } = await world.ask(listDeskContacts, { limit: 100 }, visitor('en'));
    expect(items.find(({ id }) => id === offer.deskId)).toMatchObject({ phones: ['+390110824108'], kind: 'technical' });
    const { id: silent } = await world.ask(putDesk, deskOf({ phones: [] }), administrator);
    const contacts = await world.ask(listDeskContacts, { limit: 100, organizationId: piedmont }, visitor('en'));
    expect(contacts.items.map(({ id }) => id)).not.toContain(silent);
    const refused = async (changes: Parameters<typeof deskOf>[0]) =>
      (await refusal(world.ask(putDesk, deskOf(changes), administrator)))['errors'] as { pointer: string }[];
    expect((await refused({ hours: [] }))[0]?.pointer).toBe('/hours');
    expect((await refused({ hours: [{ weekdays: [1], opensAt: '09:00', closesAt: '09:59' }] }))[0]?.pointer).toBe('/hours');
    const backwards = [{ weekdays: [1], opensAt: '18:00', closesAt: '08:00' }];
    expect((await refused({ hours: backwards }))[0]?.pointer).toBe('/hours/0/closesAt');
    const twice = [1, 2, 3, 3].map((priority) => ({ priority, firstAnswerMinutes: 1, solutionMinutes: 2 }));
    expect((await refused({ targets: twice }))[0]?.pointer).toBe('/targets/3/priority');
    // The day before silence closes something, whoever asked is reminded.
    expect((await refused({ closesAfterDays: 1 }))[0]?.pointer).toBe('/closesAfterDays');
    const { items: desks } = await world.ask(listDesks, { limit: 100 }, bianchi);
    expect(desks.find(({ id }) => id === offer.deskId)?.mayWork).toBe(true);
  });
});

describe('a request', () => {
  test('TIC-04, TIC-05, TIC-06, TIC-11: it gets the next number, is new and of priority 4 - Low', async () => {
    const id = randomUUID();
    const first = await world.send(offer, maria, id);
    expect(first.number).toMatch(/^CS\d{7}$/);
    expect(first).toMatchObject({ status: 'new', priority: 4, applicantName: 'Maria Rossi', rating: null, solution: null });
    expect(ticketPriorityLabels[first.priority as 4]).toBe('4 - Low');
    expect(first.name.it).toBe('Richiesta verifica conti correnti');
    expect(first.history.map(({ move, actor }) => [move, actor.it])).toEqual([['open', 'Richiedente']]);
    expect(first.clock).toMatchObject({ isPaused: false, firstAnsweredAt: null });
    const second = await world.send(offer, maria);
    expect(Number(second.number.slice(2))).toBe(Number(first.number.slice(2)) + 1);
  });

  test('TIC-05: sent twice it is one, sent as something else it is refused, and nobody else’s id can be used', async () => {
    const id = randomUUID();
    const [one, other] = await Promise.all([world.send(offer, maria, id), world.send(offer, maria, id)]);
    expect(one?.number).toBe(other?.number);
    expect(await refusal(world.send(offer, maria, id, 'Altro'))).toMatchObject({ type: 'id-reused', number: one?.number });
    expect(await refusal(world.send(offer, giulia, id))).toMatchObject({ type: 'ticket-not-found' });
    expect(await announcedOf(id)).toHaveLength(1);
    // The one that came second took no number.
    expect(Number((await world.send(offer, maria)).number.slice(2))).toBe(Number(one?.number.slice(2)) + 1);
  });

  test('CAT-05: what is missing is named, what nobody may type is not taken, and what the form does not have is refused', async () => {
    const { serviceId, formId } = offer;
    const send = (content: Record<string, string>) => world.ask(openTicket, { id: randomUUID(), serviceId, formId, content }, maria);
    const missing = await refusal(send({ details: '  ' }));
    expect([missing.type, (missing['errors'] as { pointer: string }[])[0]?.pointer]).toEqual(['incomplete', '/details']);
    expect(await refusal(send({ details: 'x', other: 'y' }))).toMatchObject({ type: 'invalid-input' });
    expect((await send({ details: 'x', fullName: 'Nessuno' })).content['fullName']).toBe('Maria Rossi');
    expect(await refusal(send({ details: 'x'.repeat(2_001) }))).toMatchObject({ type: 'incomplete' });
    expect(await refusal(send({ details: 'x'.repeat(600_000) }))).toMatchObject({ status: 413 });
    const markup = '<script>alert(1)</script>\u202e';
    const kept = await send({ details: markup });
    expect(kept.content['details']).toContain('<script>alert(1)</script>');
    const foreign = await world.offer();
    expect(
      await refusal(world.ask(openTicket, { id: randomUUID(), serviceId, formId: foreign.formId, content: { details: 'x' } }, maria)),
    ).toMatchObject({
      type: 'form-not-found',
    });
  });

  test('TIC-31, TIC-33: where there are several kinds of help one is chosen, and the desk of that kind answers', async () => {
    const { id: legal } = await world.ask(putDesk, deskOf({ kind: 'legal' }), administrator);
    const both = await world.offer();
    const routes = [...both.settings.routes, { kind: 'legal' as const, deskId: legal }];
    await world.ask(putHelpService, { ...both.settings, routes, version: 1 }, administrator);
    const { serviceId, formId } = both;
    const send = (kind?: 'legal' | 'functional') =>
      world.ask(openTicket, { id: randomUUID(), serviceId, formId, content: { details: 'x' }, ...(kind && { kind }) }, maria);
    expect((await send('legal')).deskId).toBe(legal);
    for (const wrong of [undefined, 'functional'] as const) expect(await refusal(send(wrong))).toMatchObject({ type: 'invalid-input' });
  });

  test('TIC-10: hers are listed, the last one first, by state and by number', async () => {
    const wearer: Actor = { ...maria, personId: randomUUID(), profileId: randomUUID() };
    const older = await world.send(offer, wearer);
    const newer = await world.send(offer, wearer);
    await world.ask(cancelTicket, { id: older.id, version: older.version, reason: 'Ho risolto' }, wearer);
    const list = async (asked: object) => (await world.ask(listOwnTickets, { limit: 10, ...asked }, wearer)).items.map(({ id }) => id);
    expect(await list({})).toEqual([newer.id, older.id]);
    expect([await list({ isOpen: 'true' }), await list({ isOpen: 'false' })]).toEqual([[newer.id], [older.id]]);
    expect(await list({ status: 'cancelled' })).toEqual([older.id]);
    expect(await list({ search: older.number.toLowerCase() })).toEqual([older.id]);
    expect(await list({ search: ':* & !' })).toEqual([]);
    const page = await world.ask(listOwnTickets, { limit: 1 }, wearer);
    expect(await list({ limit: 1, after: page.next })).toEqual([older.id]);
    expect((await world.ask(listOwnTickets, { limit: 10 }, { ...wearer, profileId: randomUUID() })).items).toEqual([]);
  });
});

describe('the way of a request', () => {
  test('TIC-32, TIC-33, TIC-34, TIC-44: accepted, taken, asked about, answered, solved, confirmed and rated', async () => {
    const sent = await world.send(offer, maria);
    const { id } = sent;
    const accepted = await world.ask(acceptTicket, { id, version: sent.version }, bianchi);
    expect(accepted.status).toBe('accepted');
    const mail = (await announcedOf(id)).at(-1) as { topic: string; messages: { title: { it: string }; by: string[] }[] };
    expect([mail.topic, mail.messages[0]?.title.it, mail.messages[0]?.by]).toEqual([
      'tickets.accepted',
      `Richiesta ${sent.number} accettata`,
      ['notice', 'mail'],
    ]);
    // The mail of acceptance is no first answer.
    expect(accepted.clock.firstAnsweredAt).toBeNull();

    const inProgress = await world.ask(takeTicket, { id, version: accepted.version }, bianchi);
    expect([inProgress.status, inProgress.officerName]).toEqual(['in_progress', 'Elena Bianchi']);
    expect((await world.ask(getTicket, { id }, maria)).officerName).toBeNull();

    const question = { id, version: inProgress.version, question: 'Qual è il codice meccanografico?' };
    const asked = await world.ask(askTicketAuthor, question, bianchi);
    expect([asked.status, asked.clock.isPaused, asked.clock.solutionBy]).toEqual(['awaiting_user', true, null]);
    expect(asked.clock.firstAnsweredAt).not.toBeNull();
    expect(asked.silenceAt).not.toBeNull();

    await write(id, 'TOIC8AA00A', maria);
    const answered = await world.ask(getTicket, { id }, bianchi);
    expect([answered.status, answered.clock.isPaused, answered.silenceAt]).toEqual(['in_progress', false, null]);
    expect(answered.clock.solutionBy).not.toBeNull();

    const solved = await world.ask(solveTicket, { id, version: answered.version, solution: 'Ora il conto è accettato' }, bianchi);
    expect([solved.status, solved.solution, solved.clock.solutionBy]).toEqual(['resolved', 'Ora il conto è accettato', null]);
    expect(await refusal(world.ask(rateTicket, { id, stars: 5, words: null }, maria))).toMatchObject({ type: 'ticket-move-refused' });

    const closed = await world.ask(confirmTicket, { id, version: solved.version }, maria);
    expect(closed.status).toBe('closed');
    expect(closed.reopenUntil).toEqual(romeInstant(addDays(romeDate(new Date()), 11)));
    for (let times = 0; times < 2; times += 1) await world.ask(rateTicket, { id, stars: 4, words: 'Rapidi' }, maria);
    expect(await refusal(world.ask(rateTicket, { id, stars: 1, words: null }, maria))).toMatchObject({ type: 'already-rated' });

    const { history, rating } = await world.ask(getTicket, { id }, maria);
    expect(history.map(({ move }) => move)).toEqual(['open', 'accept', 'take', 'ask', 'answer', 'solve', 'confirm']);
    expect(rating).toEqual({ stars: 4, words: 'Rapidi' });
    const { items } = await world.ask(listTicketMessages, { id, limit: 10 }, maria);
    expect(items.map(({ from, text }) => [from, text])).toEqual([
      ['office', 'Qual è il codice meccanografico?'],
      ['applicant', 'TOIC8AA00A'],
      ['office', 'Ora il conto è accettato'],
    ]);
    expect(await topicsOf(id)).toEqual(['tickets.opened', 'tickets.accepted', 'tickets.asked', 'tickets.answered', 'tickets.solved']);
  });

  test('TIC-33: to take a new one accepts it first, and of two who press at once one is told', async () => {
    const { id, version } = await world.send(offer, maria);
    await world.enable(ferrari, offer.deskId);
    const both = await Promise.allSettled([
      world.ask(takeTicket, { id, version }, bianchi),
      world.ask(takeTicket, { id, version }, ferrari),
    ]);
    expect(both.map(outcomeOf).sort()).toEqual(['changed-meanwhile', 'done']);
    const ticket = await world.ask(getTicket, { id }, bianchi);
    expect(ticket.history.map(({ move }) => move)).toEqual(['open', 'accept', 'take']);
    const colleague = ticket.officerName && (await rowOf(id)).officerId === bianchi.personId ? ferrari : bianchi;
    const over = await world.ask(takeTicket, { id, version: ticket.version }, colleague);
    expect(over.history.at(-1)?.move).toBe('take-over');
  });

  test('what is said again is answered as the first time; what was not seen is not written over', async () => {
    const { id, version } = await world.send(offer, maria);
    const first = await world.ask(takeTicket, { id, version }, bianchi);
    expect((await world.ask(takeTicket, { id, version }, bianchi)).version).toBe(first.version);
    const solve = { id, version: first.version, solution: 'Fatto' };
    await world.ask(solveTicket, solve, bianchi);
    const again = await world.ask(solveTicket, solve, bianchi);
    expect(again.history.filter(({ move }) => move === 'solve')).toHaveLength(1);
    expect(await refusal(world.ask(rerouteTicket, { id, version, deskId: offer.deskId, reason: 'x' }, bianchi))).toMatchObject({
      type: 'changed-meanwhile',
      version: again.version,
    });
    expect((await world.service.published(ticketMoved)).filter((fact) => fact['ticketId'] === id)).toHaveLength(3);
  });

  test('TIC-11, TIC-33: other words with an old version are no repetition; taken over twice it is taken over once', async () => {
    const ticket = await taken();
    const { id, version } = ticket;
    await world.ask(prioritiseTicket, { id, version, priority: 1 }, bianchi);
    expect((await world.ask(prioritiseTicket, { id, version, priority: 1 }, bianchi)).priority).toBe(1);
    expect(await refusal(world.ask(prioritiseTicket, { id, version, priority: 3 }, bianchi))).toMatchObject({ type: 'changed-meanwhile' });
    const asked = { id, version: version + 1, question: 'Quale conto?' };
    await world.ask(askTicketAuthor, asked, bianchi);
    expect((await world.ask(askTicketAuthor, asked, bianchi)).status).toBe('awaiting_user');
    expect(await refusal(world.ask(askTicketAuthor, { ...asked, question: 'Quando?' }, bianchi))).toMatchObject({
      type: 'changed-meanwhile',
    });
    await world.enable(ferrari, offer.deskId);
    for (let times = 0; times < 2; times += 1) await world.ask(takeTicket, { id, version: version + 2 }, ferrari);
    const { history } = await world.ask(getTicket, { id }, bianchi);
    expect(history.filter(({ move }) => move === 'take-over')).toHaveLength(1);
  });

  test('TIC-33: handed over to another desk nobody is in charge, and whoever may not work there does not see it any longer', async () => {
    const ticket = await taken();
    const other = deskOf({ kind: 'functional' });
    await world.ask(putDesk, other, administrator);
    const moved = await world.ask(
      rerouteTicket,
      { id: ticket.id, version: ticket.version, deskId: other.id, reason: 'Riguarda i dati' },
      bianchi,
    );
    const { id, number } = ticket;
    expect(moved).toEqual({ id, number, status: 'in_progress', version: ticket.version + 1 });
    expect(await refusal(world.ask(getTicket, { id }, bianchi))).toMatchObject({ type: 'ticket-not-found' });
    const asked = { id, version: ticket.version, deskId: other.id, reason: 'Riguarda i dati' };
    expect(await world.ask(rerouteTicket, asked, bianchi)).toEqual(moved);
    for (const otherwise of [{ reason: 'Altro' }, { deskId: offer.deskId }])
      expect(await refusal(world.ask(rerouteTicket, { ...asked, ...otherwise }, bianchi))).toMatchObject({ type: 'ticket-not-found' });
    expect(await refusal(world.ask(rerouteTicket, asked, ferrari))).toMatchObject({
      type: expect.stringMatching(/forbidden|ticket-not-found/),
    });
    const shown = await world.ask(getTicket, { id }, manager);
    expect(shown).toMatchObject({ officerName: null, kind: 'functional', deskId: other.id });
    expect(shown.moves).toEqual(expect.arrayContaining(['take', 'reroute', 'prioritise', 'comment']));
    // What desks say to each other of it is not for whoever asked.
    expect(shown.history.at(-1)).toMatchObject({ move: 'reroute', reason: 'Riguarda i dati', side: 'officer' });
    expect((await world.ask(getTicket, { id }, maria)).history.at(-1)).toMatchObject({ move: 'reroute', reason: null });
    // Said again after that desk handed it on it is answered all the same.
    const further = deskOf();
    await world.ask(putDesk, further, administrator);
    await world.ask(rerouteTicket, { id, version: moved.version, deskId: further.id, reason: 'Riguarda la tecnica' }, manager);
    expect((await world.ask(rerouteTicket, asked, bianchi)).number).toBe(number);
    const nowhere = { id: ticket.id, version: moved.version + 1, deskId: randomUUID(), reason: 'x' };
    expect(await refusal(world.ask(rerouteTicket, nowhere, manager))).toMatchObject({ type: 'desk-not-found' });
  });

  test('TIC-11, TIC-40: a higher priority shortens the terms by what it promises, and stands in the history', async () => {
    const ticket = await taken();
    const urgent = await world.ask(prioritiseTicket, { id: ticket.id, version: ticket.version, priority: 1 }, bianchi);
    expect(urgent.history.at(-1)).toMatchObject({ move: 'prioritise', reason: '1 - Critical' });
    expect(Number(urgent.clock.solutionBy)).toBeLessThan(Number(ticket.clock.solutionBy));
  });

  test('TIC-43: reopened with a reason it is worked on again, and counts as reopened; too late it is refused', async () => {
    const ticket = await taken();
    const { id } = ticket;
    const solved = await world.ask(solveTicket, { id, version: ticket.version, solution: 'Fatto' }, bianchi);
    const back = await world.ask(reopenTicket, { id, version: solved.version, reason: 'Ancora rifiutato' }, maria);
    expect([back.status, back.clock.solutionBy === null]).toEqual(['in_progress', false]);
    expect((await rowOf(id)).reopened).toBe(1);
    const again = await world.ask(solveTicket, { id, version: back.version, solution: 'Ora sì' }, bianchi);
    const closed = await world.ask(confirmTicket, { id, version: again.version }, maria);
    await world.service.db.manager.update(Ticket, { id }, { reopenUntil: new Date(Date.now() - 1) });
    expect(await refusal(world.ask(reopenTicket, { id, version: closed.version, reason: 'x' }, maria))).toMatchObject({
      type: 'ticket-move-refused',
    });
    expect((await world.ask(getTicket, { id }, maria)).moves).toEqual([]);
  });
});

describe('who may see what', () => {
  const otherProfile: Actor = { ...maria, profileId: randomUUID(), profileKind: 'citizen' };

  /** What is asked of one ticket, by every contract that names one. */
  const samples = (id: string): [Rpc, Record<string, unknown>][] => [
    [getTicket, { id }],
    [confirmTicket, { id, version: 1 }],
    [reopenTicket, { id, version: 1, reason: 'x' }],
    [cancelTicket, { id, version: 1, reason: 'x' }],
    [rateTicket, { id, stars: 1, words: null }],
    [acceptTicket, { id, version: 1 }],
    [takeTicket, { id, version: 1 }],
    [askTicketAuthor, { id, version: 1, question: 'x' }],
    [solveTicket, { id, version: 1, solution: 'x' }],
    [rerouteTicket, { id, version: 1, deskId: offer.deskId, reason: 'x' }],
    [prioritiseTicket, { id, version: 1, priority: 1 }],
    [mergeTicket, { id, version: 1, intoNumber: 'CS0000001' }],
    [unmergeTicket, { id, version: 1 }],
    [listTicketMessages, { id, limit: 5 }],
    [sendTicketMessage, { id, messageId: randomUUID(), text: 'x', attachmentIds: [] }],
    [addTicketNote, { id, noteId: randomUUID(), text: 'x' }],
    [prepareTicketUpload, { id, attachmentId: randomUUID(), purpose: 'message', fieldKey: null }],
    [
      confirmTicketUpload,
      {
        ...{ id, attachmentId: randomUUID(), purpose: 'message', fieldKey: null, key: 'tickets/x', name: 'a.pdf' },
        ...{ type: 'application/pdf', sizeBytes: 1, sha256: 'a'.repeat(64) },
      },
    ],
    [dropTicketUpload, { id, key: 'tickets/x' }],
    [removeTicketAttachment, { id, attachmentId: randomUUID() }],
    [getTicketFileAddress, { id, fileId: randomUUID() }],
  ];

  test('not there and not yours are one answer, at every door of a ticket, for each kind of stranger', async () => {
    const { id } = await world.send(offer, maria);
    const elsewhere = await world.offer();
    await world.enable(stranger, offer.deskId);
    const notEnabled: Actor = { ...ferrari, personId: randomUUID() };
    await world.enable(notEnabled, elsewhere.deskId);
    for (const who of [giulia, marco, otherProfile, stranger, notEnabled])
      for (const [contract, input] of samples(id)) {
        const expected = mayDo(who.roles, contract.permission) ? 'ticket-not-found' : 'forbidden';
        expect([contract.subject, (await refusal(world.ask(contract, input as never, who))).type]).toEqual([contract.subject, expected]);
        const nowhere = await refusal(world.ask(contract, { ...input, id: randomUUID() } as never, who));
        expect(nowhere.type).toBe(expected);
      }
    expect((await world.ask(listTicketQueue, { limit: 100 }, notEnabled)).items.map((row) => row.id)).not.toContain(id);
    expect((await world.ask(listTicketQueue, { limit: 100 }, stranger)).items).toEqual([]);
  });

  test('every contract that names a ticket is among the doors that are tried', () => {
    const tried = new Set(samples('').map(([{ subject }]) => subject));
    const ofTickets = contractsOf('ticketing').filter(
      ({ http = '', subject }) => /\/tickets\/\{id\}/.test(http) || /upload|attachment|message|note/.test(subject),
    );
    expect(ofTickets.filter(({ subject }) => !tried.has(subject) && subject !== openTicket.subject).map(({ subject }) => subject)).toEqual(
      [],
    );
  });

  test('visitors and administrators ask for nothing, and an operator’s reading stands in the log of whoever asked', async () => {
    const { id } = await world.send(offer, maria);
    for (const who of [visitor('it'), administrator])
      expect([401, 403]).toContain((await refusal(world.ask(getTicket, { id }, who))).status);
    await world.ask(getTicket, { id }, bianchi);
    await world.ask(getTicket, { id }, maria);
    const noted = (await world.service.published(accessNoted)).filter(({ about }) => (about as { id: string }).id === id);
    expect(noted).toHaveLength(1);
    expect(noted[0]).toMatchObject({ action: 'ticket-read', subjectId: maria.personId });
  });

  test('TIC-33: who is suspended is in charge of nothing any more, told twice and out of order', async () => {
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, offer.deskId);
    const { id, version } = await world.send(offer, maria);
    await world.ask(takeTicket, { id, version }, operator);
    const rights = {
      ...{ officerId: String(operator.personId), organizationId: piedmont, officeId: null, officeName: null, role: 'officer' as const },
      ...{ subjects: [{ kind: 'desk' as const, id: offer.deskId }], isActive: false, absence: null, name: 'Elena Bianchi', version: 9 },
    };
    await world.say('identity', rightsChanged, rights, 2);
    await world.say('identity', rightsChanged, { ...rights, isActive: true, version: 8 });
    await eventually(async () => expect((await rowOf(id)).officerId).toBeNull());
    // What is older, and comes later, gives nothing back.
    const copy = await world.service.db.manager.findOneByOrFail(OfficerCopy, { officerId: String(operator.personId) });
    expect([copy.isActive, copy.version]).toEqual([false, 9]);
    const { history, status } = await world.ask(getTicket, { id }, bianchi);
    expect(status).toBe('in_progress');
    // The desk is told, and nobody by name.
    const told = (await announcedOf(id)).filter(({ topic }) => topic === 'tickets.released') as unknown as { messages: Message[] }[];
    expect(told.map(({ messages }) => messages[0]?.audience[0]?.kind)).toEqual(['officers']);
    expect(history.filter(({ move }) => move === 'release')).toHaveLength(1);
  });
});

describe('who serves whom', () => {
  const rightsOf = (operator: Actor, changes: Partial<Payload<typeof rightsChanged>>) => ({
    ...{ officerId: String(operator.personId), organizationId: piedmont, officeId: null, officeName: null, role: 'officer' as const },
    ...{ subjects: [{ kind: 'desk' as const, id: offer.deskId }], isActive: true, absence: null, name: 'Elena Bianchi', version: 9 },
    ...changes,
  });

  test('TIC-44: nobody works on what she asked for herself', async () => {
    const personId = randomUUID();
    const herself: Actor = { ...bianchi, personId };
    await world.enable(herself, offer.deskId);
    const { id, version } = await world.send(offer, { ...maria, personId, profileId: randomUUID() });
    expect((await world.ask(getTicket, { id }, herself)).moves).toEqual([]);
    const asked: [Rpc, object][] = [
      [takeTicket, { id, version }],
      [acceptTicket, { id, version }],
      [prioritiseTicket, { id, version, priority: 1 }],
      [cancelTicket, { id, version, reason: 'x' }],
      [addTicketNote, { id, noteId: randomUUID(), text: 'x' }],
    ];
    for (const [contract, input] of asked)
      expect([contract.subject, (await refusal(world.ask(contract, input as never, herself))).type]).toEqual([
        contract.subject,
        'ticket-is-own',
      ]);
    expect((await world.ask(takeTicket, { id, version }, bianchi)).status).toBe('in_progress');
    await world.ask(addTicketNote, { id, noteId: randomUUID(), text: 'Fra colleghi' }, bianchi);
    expect((await world.ask(listTicketMessages, { id, limit: 5 }, herself)).items).toEqual([]);
    expect((await world.ask(getTicket, { id }, herself)).officerName).toBeNull();
  });

  test('TIC-43: what is opened again has nobody in charge where she may no longer work it', async () => {
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, offer.deskId);
    const { id, version } = await world.send(offer, maria);
    const taken = await world.ask(takeTicket, { id, version }, operator);
    const solved = await world.ask(solveTicket, { id, version: taken.version, solution: 'Fatto' }, operator);
    const closed = await world.ask(confirmTicket, { id, version: solved.version }, maria);
    await world.say('identity', rightsChanged, rightsOf(operator, { isActive: false }));
    const { manager: db } = world.service.db;
    await eventually(async () =>
      expect((await db.findOneByOrFail(OfficerCopy, { officerId: String(operator.personId) })).isActive).toBe(false),
    );
    // What has ended keeps who ended it.
    expect((await rowOf(id)).officerId).toBe(operator.personId);
    const asked = { id, version: closed.version, reason: 'Ancora rifiutato' };
    const back = await world.ask(reopenTicket, asked, maria);
    expect(back.history.slice(-2).map(({ move }) => move)).toEqual(['reopen', 'release']);
    expect((await rowOf(id)).officerId).toBeNull();
    expect((await world.ask(reopenTicket, asked, maria)).version).toBe(back.version);
    const told = (await announcedOf(id)).at(-1) as unknown as { topic: string; messages: Message[] };
    expect([told.topic, told.messages[0]?.audience[0]?.kind]).toEqual(['tickets.reopened', 'officers']);
  });

  test('ADM-32: who stands in for an operator who is away is told what she is told; comments of some minutes are told together', async () => {
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    const substitute: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, offer.deskId);
    await world.enable(substitute, offer.deskId);
    const today = romeDate(new Date());
    const absence = { from: addDays(today, -1), to: addDays(today, 1), substituteId: String(substitute.personId) };
    await world.service.db.manager.update(OfficerCopy, { officerId: String(operator.personId) }, { absence });
    const { id, version } = await world.send(offer, maria);
    await world.ask(takeTicket, { id, version }, operator);
    await write(id, 'Ci sono novità?', maria);
    const { messages } = (await announcedOf(id)).at(-1) as unknown as { messages: Message[] };
    expect(messages[0]?.audience.map(({ personId }) => personId)).toEqual([operator.personId, substitute.personId]);
    expect(messages[0]?.together?.ofMany.path).toBe('/console/ticket');
    await write(id, 'Non ancora', operator);
    const answer = (await announcedOf(id)).at(-1) as unknown as { messages: Message[] };
    expect(answer.messages[0]?.together?.ofMany.path).toBe('/area-personale/richieste');
    // She works in her place, and has her tickets among her own.
    const mine = async (who: Actor) => (await world.ask(listTicketQueue, { limit: 10, view: 'mine' }, who)).items.map((row) => row.id);
    expect([await mine(substitute), (await world.ask(countTickets, {}, substitute)).mine]).toEqual([[id], 1]);
    const asked = await world.ask(getTicket, { id }, substitute);
    expect(asked.moves).toEqual(expect.arrayContaining(['ask', 'solve']));
    const solved = await world.ask(solveTicket, { id, version: asked.version, solution: 'Fatto' }, substitute);
    expect((await rowOf(id)).solverId).toBe(substitute.personId);
    await world.service.db.manager.update(OfficerCopy, { officerId: String(operator.personId) }, { absence: null });
    expect([await mine(substitute), await mine(operator)]).toEqual([[], [id]]);
    expect((await world.ask(getTicket, { id }, operator)).version).toBe(solved.version);
  });
});

describe('what goes with a request', () => {
  const file = { name: 'conto.pdf', type: 'application/pdf', sizeBytes: 10, sha256: 'e'.repeat(64) };
  const place = { purpose: 'message' as const, fieldKey: null };

  test('TIC-07: a file goes with a comment, is JPEG, PDF or DOC of 5 MB at most, and is seen once it is sent', async () => {
    const { id } = await taken();
    const attachmentId = randomUUID();
    const { key, maxBytes, allowedTypes } = await world.ask(prepareTicketUpload, { id, attachmentId, ...place }, maria);
    expect({ maxBytes, allowedTypes }).toEqual({
      maxBytes: 5 * 1024 * 1024,
      allowedTypes: ['image/jpeg', 'application/pdf', 'application/msword'],
    });
    const confirm = (changes: object) => world.ask(confirmTicketUpload, { id, attachmentId, ...place, key, ...file, ...changes }, maria);
    expect(await refusal(confirm({ type: 'image/png' }))).toMatchObject({ status: 415 });
    expect(await refusal(confirm({ sizeBytes: maxBytes + 1 }))).toMatchObject({ status: 413 });
    await confirm({});
    expect(await refusal(world.ask(getTicketFileAddress, { id, fileId: attachmentId }, bianchi))).toMatchObject({
      type: 'attachment-not-found',
    });
    await write(id, 'In allegato', maria, [attachmentId]);
    expect((await world.ask(getTicketFileAddress, { id, fileId: attachmentId }, bianchi)).url).toMatch(/^\/files\//);
    const { items } = await world.ask(listTicketMessages, { id, limit: 10 }, bianchi);
    expect(items.at(-1)?.attachments.map(({ name }) => name)).toEqual(['conto.pdf']);
  });

  test('TIC-08, TIC-34: a comment changes no version, a note is for operators alone, and what has ended takes neither', async () => {
    const ticket = await taken();
    const { id } = ticket;
    await write(id, 'Aggiungo: succede da ieri', maria);
    await world.ask(addTicketNote, { id, noteId: randomUUID(), text: 'Già segnalato a giugno' }, bianchi);
    expect((await world.ask(getTicket, { id }, maria)).version).toBe(ticket.version);
    const texts = async (who: Actor) => (await world.ask(listTicketMessages, { id, limit: 10 }, who)).items.map(({ text }) => text);
    expect([await texts(maria), await texts(bianchi)]).toEqual([
      ['Aggiungo: succede da ieri'],
      ['Aggiungo: succede da ieri', 'Già segnalato a giugno'],
    ]);
    const solved = await world.ask(solveTicket, { id, version: ticket.version, solution: 'Fatto' }, bianchi);
    await world.service.db.manager.update(Ticket, { id }, { silenceAt: new Date(Date.now() + 3_600_000) });
    await write(id, 'Grazie', maria);
    // Silence begins anew.
    expect((await rowOf(id)).silenceAt).toEqual(solved.silenceAt);
    await world.ask(confirmTicket, { id, version: solved.version }, maria);
    expect(await refusal(write(id, 'Ancora una cosa', maria))).toMatchObject({ type: 'ticket-move-refused' });
    expect(await refusal(world.ask(prepareTicketUpload, { id, attachmentId: randomUUID(), ...place }, maria))).toMatchObject({
      type: 'ticket-move-refused',
    });
    expect(await refusal(world.ask(addTicketNote, { id, noteId: randomUUID(), text: 'x' }, bianchi))).toMatchObject({
      type: 'ticket-move-refused',
    });
  });

  test('TIC-08: the same comment sent twice is one, told once', async () => {
    const { id } = await taken();
    const messageId = randomUUID();
    for (let times = 0; times < 2; times += 1) await write(id, 'Una volta', maria, [], messageId);
    expect((await world.ask(listTicketMessages, { id, limit: 10 }, maria)).items).toHaveLength(1);
    expect((await topicsOf(id)).filter((topic) => topic === 'tickets.written-by-author')).toHaveLength(1);
  });
});

describe('clocks and silence', () => {
  test('TIC-40: new hours of a desk take nothing of what was used, and change what is due', async () => {
    const own = await world.offer();
    const id = randomUUID();
    const sentAt = romeInstant('2026-12-14', '10:00');
    const { serviceId, formId } = own;
    await world.service.get(TicketsService).openAt({ id, serviceId, formId, content: { details: 'x' } }, maria, sentAt);
    const hours = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '03:00', closesAt: '04:00' }];
    const { version, ...settings } = deskOf({ id: own.deskId, hours });
    const changedAt = romeInstant('2026-12-14', '11:30');
    const put = () => world.service.get(DesksService).putAt({ ...settings, version: version + 1 }, administrator, changedAt);
    await put();
    const row = await rowOf(id);
    expect([row.usedMs, row.runningSince]).toEqual([90 * 60_000, changedAt]);
    // Of 240 minutes 150 are left: two and a half nights.
    expect(row.firstAnswerDueAt).toEqual(romeInstant('2026-12-17', '03:30'));
    // Said again it settles nothing again.
    await put();
    expect((await rowOf(id)).usedMs).toBe(row.usedMs);
  });

  test('what waited for a ticket is done after what was done with it meanwhile', async () => {
    const { id, version } = await taken();
    const { db } = world.service;
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from tickets where id = $1 for update', [id]);
    const waiting = world.ask(prioritiseTicket, { id, version, priority: 1 }, bianchi);
    await eventually(async () => {
      const [{ count }] = await db.query(
        "select count(*)::int count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      expect(count).toBeGreaterThan(0);
    });
    const changedAt = new Date(Date.now() + 3_600_000);
    await runner.query('update tickets set changed_at = $2 where id = $1', [id, changedAt]);
    await runner.commitTransaction();
    await runner.release();
    expect((await waiting).history.at(-1)?.at).toEqual(changedAt);
  });

  test('TIC-40: an answer that comes while the hours of the desk change waits, and is due by the new ones', async () => {
    const own = await world.offer();
    const ticket = await taken(own);
    await world.ask(askTicketAuthor, { id: ticket.id, version: ticket.version, question: 'Quale conto?' }, bianchi);
    const { db } = world.service;
    const runner = db.createQueryRunner();
    await runner.startTransaction();
    await runner.query('select 1 from desks where id = $1 for update', [own.deskId]);
    const answering = write(ticket.id, 'Il secondo', maria);
    await eventually(async () => {
      const [{ count }] = await db.query(
        "select count(*)::int count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      );
      expect(count).toBeGreaterThan(0);
    });
    const hours = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '03:00', closesAt: '03:01' }];
    await runner.query('update desks set hours = $2 where id = $1', [own.deskId, JSON.stringify(hours)]);
    await runner.commitTransaction();
    await runner.release();
    await answering;
    expect(Number((await rowOf(ticket.id)).solutionDueAt)).toBeGreaterThan(Date.now() + 300 * 24 * 3_600_000);
  });

  test('TIC-43: silence closes what is solved after five working days, and reminds once the day before', async () => {
    const ticket = await taken();
    const { id } = ticket;
    await world.ask(solveTicket, { id, version: ticket.version, solution: 'Fatto' }, bianchi);
    const { silenceAt, remindAt } = await rowOf(id);
    expect(silenceAt).toEqual(romeInstant(addDays(addWorkingDays(romeDate(new Date()), 5), 1)));
    const silences = world.service.get(Silences);
    await silences.run(id, new Date());
    for (let times = 0; times < 2; times += 1) await silences.run(id, remindAt as Date);
    const reminders = (await announcedOf(id)).filter(({ topic }) => topic === 'tickets.reminded-to-confirm') as unknown as {
      messages: Message[];
    }[];
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.messages[0]?.body.it).toContain(`alla fine del ${displayDate(addWorkingDays(romeDate(new Date()), 5))}.`);
    await silences.run(id, new Date(Number(silenceAt) - 1));
    expect((await rowOf(id)).status).toBe('resolved');
    for (let times = 0; times < 2; times += 1) await silences.run(id, silenceAt as Date);
    expect(await rowOf(id)).toMatchObject({ status: 'closed', silenceAt: null });
    expect((await topicsOf(id)).filter((topic) => topic === 'tickets.closed-after-silence')).toHaveLength(1);
  });

  test('TIC-43: a question that nobody answers counts as solved, with its own words, and can be reopened', async () => {
    const ticket = await taken();
    const { id } = ticket;
    await world.ask(askTicketAuthor, { id, version: ticket.version, question: 'Quale conto?' }, bianchi);
    const silences = world.service.get(Silences);
    // A further question: she has as long for it as for the first.
    await world.service.db.manager.update(Ticket, { id }, { silenceAt: new Date(Date.now() + 3_600_000) });
    await write(id, 'E di quale banca?', bianchi);
    const { silenceAt } = await rowOf(id);
    expect(silenceAt).toEqual(romeInstant(addDays(addWorkingDays(romeDate(new Date()), 10), 1)));
    // Nothing ran for some days: whoever was not reminded is reminded first, and has another working day.
    await silences.run(id, silenceAt as Date);
    expect((await rowOf(id)).status).toBe('awaiting_user');
    expect((await topicsOf(id)).filter((topic) => topic === 'tickets.reminded-to-answer')).toHaveLength(1);
    const { silenceAt: later } = await rowOf(id);
    expect(later).toEqual(romeInstant(addDays(addWorkingDays(romeDate(silenceAt as Date), 1), 1)));
    await silences.run(id, later as Date);
    const solved = await world.ask(getTicket, { id }, maria);
    expect([solved.status, solved.solution, solved.history.at(-1)?.actor.it]).toEqual(['resolved', null, 'Sistema']);
    expect(await topicsOf(id)).toContain('tickets.solved-after-silence');
    expect((await world.ask(reopenTicket, { id, version: solved.version, reason: 'Ero in ferie' }, maria)).status).toBe('in_progress');
  });

  test('TIC-41: a desk is told once that a term is over, and only while it is open', async () => {
    const weekday = { hours: [{ weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' }] };
    const own = await world.offer(weekday);
    const { id } = await world.send(own, maria);
    const { queueAt } = await rowOf(id);
    const escalations = world.service.get(Escalations);
    const late = async () => (await topicsOf(id)).filter((topic) => topic === 'tickets.late').length;
    await escalations.run(id, new Date(queueAt.getTime() - 1));
    // The night after it.
    await escalations.run(id, romeInstant(addDays(romeDate(queueAt), 1), '03:00'));
    expect(await late()).toBe(0);
    const workday = romeInstant(addWorkingDays(romeDate(queueAt), 1), '10:00');
    for (let times = 0; times < 2; times += 1) await escalations.run(id, workday);
    expect(await late()).toBe(1);
    const { items } = await world.ask(listTicketQueue, { limit: 100, view: 'desk', deskId: own.deskId }, bianchi);
    expect(items.map((row) => row.id)).toEqual([id]);
  });

  test('TIC-32: a desk that accepts by itself tells the number at once', async () => {
    const own = await world.offer({ acceptsByItself: true });
    const ticket = await world.send(own, maria);
    expect([ticket.status, ticket.history.map(({ move, actor }) => [move, actor.it])]).toEqual([
      'accepted',
      [
        ['open', 'Richiedente'],
        ['accept', 'Sistema'],
      ],
    ]);
    expect(await topicsOf(ticket.id)).toEqual(['tickets.opened', 'tickets.accepted']);
  });

  test('TIC-32: what is handed to a desk that accepts by itself is accepted there, and its author is told', async () => {
    const own = await world.offer({ acceptsByItself: true });
    const { id, version } = await world.send(offer, maria);
    await world.ask(rerouteTicket, { id, version, deskId: own.deskId, reason: 'Riguarda loro' }, bianchi);
    expect((await rowOf(id)).status).toBe('accepted');
    expect(await topicsOf(id)).toEqual(['tickets.opened', 'tickets.rerouted', 'tickets.accepted']);
  });
});

describe('two that are one', () => {
  test('TIC-42: merged its clocks stop, its page leads on, what is written to it arrives in the other once, and within a day it is taken back', async () => {
    const [target, ticket] = [await taken(), await taken()];
    const { id } = ticket;
    const merged = await world.ask(mergeTicket, { id, version: ticket.version, intoNumber: target.number.toLowerCase() }, bianchi);
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: target.id, number: target.number }, clock: { solutionBy: null } });
    expect((await world.ask(getTicket, { id }, maria)).moves).toEqual(['comment']);
    expect(merged.moves).toEqual(['unmerge', 'comment']);
    await write(id, 'Scritto dalla pagina vecchia', maria);
    const texts = async (of: string) => (await world.ask(listTicketMessages, { id: of, limit: 10 }, maria)).items.map(({ text }) => text);
    expect([await texts(target.id), await texts(id)]).toEqual([['Scritto dalla pagina vecchia'], []]);
    expect((await rowOf(id)).status).toBe('merged');
    expect(await topicsOf(id)).toContain('tickets.merged');
    const holder = await world.ask(getTicket, { id: target.id }, maria);
    expect(holder.mergedFrom).toEqual([{ id, number: ticket.number }]);
    expect(holder.history.at(-1)).toMatchObject({ move: 'join', reason: ticket.number });
    await world.service.get(Escalations).run(id, new Date('2100-01-04T10:00:00Z'));
    expect(await topicsOf(id)).not.toContain('tickets.late');

    const back = await world.ask(unmergeTicket, { id, version: merged.version }, bianchi);
    expect([back.status, back.mergedInto, back.officerName]).toEqual(['in_progress', null, 'Elena Bianchi']);
    expect(await topicsOf(id)).toContain('tickets.unmerged');
    const alone = await world.ask(getTicket, { id: target.id }, maria);
    expect([alone.mergedFrom, alone.history.at(-1)?.move, alone.history.at(-1)?.reason]).toEqual([[], 'part', ticket.number]);
    expect(back.clock.solutionBy).not.toBeNull();
    const again = await world.ask(mergeTicket, { id, version: back.version, intoNumber: target.number }, bianchi);
    await world.service.db.manager.update(Ticket, { id }, { unmergeUntil: new Date() });
    expect(await refusal(world.ask(unmergeTicket, { id, version: again.version }, bianchi))).toMatchObject({ type: 'ticket-move-refused' });
  });

  test('TIC-42: the officer of the other is told, merges are followed to their end, and a number is for whoever may see that ticket', async () => {
    const elsewhere = await world.offer();
    const [last, middle, first] = [await world.send(elsewhere, maria), await taken(), await taken()];
    const { id } = first;
    await world.ask(mergeTicket, { id, version: first.version, intoNumber: middle.number }, manager);
    expect(await topicsOf(middle.id)).toContain('tickets.joined');
    const { version } = await world.ask(getTicket, { id: middle.id }, manager);
    await world.ask(mergeTicket, { id: middle.id, version, intoNumber: last.number }, manager);
    for (const who of [maria, manager])
      expect((await world.ask(getTicket, { id }, who)).mergedInto).toEqual({ id: last.id, number: last.number });
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, offer.deskId);
    const unseen = await world.ask(getTicket, { id }, operator);
    expect([unseen.mergedInto, unseen.moves.includes('comment')]).toEqual([null, false]);
    const seen = await world.ask(getTicket, { id: middle.id }, operator);
    expect([seen.mergedInto, seen.mergedFrom.map(({ number }) => number)]).toEqual([null, [first.number]]);
    expect(seen.history.slice(-2).map(({ move, reason }) => [move, reason])).toEqual([
      ['join', first.number],
      ['merge', null],
    ]);
    await write(id, 'Arriva fino in fondo', maria);
    expect((await world.ask(listTicketMessages, { id: last.id, limit: 5 }, maria)).items.map(({ text }) => text)).toEqual([
      'Arriva fino in fondo',
    ]);
  });

  test('TIC-42: what was sent before the merge is known after it, and files that were uploaded before go along', async () => {
    const [target, ticket] = [await taken(), await taken()];
    const { id } = ticket;
    const place = { purpose: 'message' as const, fieldKey: null };
    const file = { name: 'conto.pdf', type: 'application/pdf', sizeBytes: 10, sha256: 'e'.repeat(64) };
    const [stored, begun, messageId] = [randomUUID(), randomUUID(), randomUUID()];
    await write(id, 'Prima', maria, [], messageId);
    const { key } = await world.ask(prepareTicketUpload, { id, attachmentId: stored, ...place }, maria);
    await world.ask(confirmTicketUpload, { id, attachmentId: stored, ...place, key, ...file }, maria);
    const late = await world.ask(prepareTicketUpload, { id, attachmentId: begun, ...place }, maria);
    await world.ask(mergeTicket, { id, version: ticket.version, intoNumber: target.number }, bianchi);
    expect((await write(id, 'Prima', maria, [], messageId)).unusedFiles.map((left) => left.id)).toEqual([stored]);
    await world.ask(confirmTicketUpload, { id, attachmentId: begun, ...place, key: late.key, ...file }, maria);
    await write(id, 'In allegato', maria, [stored, begun]);
    const { items } = await world.ask(listTicketMessages, { id: target.id, limit: 5 }, bianchi);
    expect(items.map(({ text, attachments }) => [text, attachments.length])).toEqual([['In allegato', 2]]);
    expect((await world.ask(getTicketFileAddress, { id: target.id, fileId: stored }, bianchi)).url).toMatch(/^\/files\//);
  });

  test('TIC-42: what is solved is merged too, and waits anew when that is taken back', async () => {
    const [target, ticket] = [await taken(), await taken()];
    const { id } = ticket;
    const solved = await world.ask(solveTicket, { id, version: ticket.version, solution: 'Fatto' }, bianchi);
    const merged = await world.ask(mergeTicket, { id, version: solved.version, intoNumber: target.number }, bianchi);
    expect([merged.status, merged.silenceAt]).toEqual(['merged', null]);
    const back = await world.ask(unmergeTicket, { id, version: merged.version }, bianchi);
    expect([back.status, back.clock.solutionBy, back.silenceAt === null]).toEqual(['resolved', null, false]);
  });

  test('TIC-42: whoever was asked and answered in the other is not asked anew when the merge is taken back', async () => {
    for (const [hasWritten, status] of [
      [true, 'in_progress'],
      [false, 'awaiting_user'],
    ] as const) {
      const [target, ticket] = [await taken(), await taken()];
      const { id } = ticket;
      const asked = await world.ask(askTicketAuthor, { id, version: ticket.version, question: 'Quale conto?' }, bianchi);
      const merged = await world.ask(mergeTicket, { id, version: asked.version, intoNumber: target.number }, bianchi);
      if (hasWritten) await write(target.id, 'Quello postale', maria);
      const back = await world.ask(unmergeTicket, { id, version: merged.version }, bianchi);
      expect([back.status, back.clock.isPaused]).toEqual([status, !hasWritten]);
    }
  });

  test('TIC-42: what holds another is not cancelled; who is in charge of it is told when that is taken out, also where it was merged since', async () => {
    const [last, middle, first] = [await taken(), await world.send(offer, maria), await taken()];
    const { id } = first;
    const merged = await world.ask(mergeTicket, { id, version: first.version, intoNumber: middle.number }, bianchi);
    const holder = await world.ask(getTicket, { id: middle.id }, maria);
    expect(holder.moves).not.toContain('cancel');
    for (const who of [maria, bianchi])
      expect(await refusal(world.ask(cancelTicket, { id: middle.id, version: holder.version, reason: 'x' }, who))).toMatchObject({
        type: 'ticket-move-refused',
      });
    await world.ask(mergeTicket, { id: middle.id, version: holder.version, intoNumber: last.number }, bianchi);
    await world.ask(unmergeTicket, { id, version: merged.version }, manager);
    expect((await world.ask(getTicket, { id: last.id }, bianchi)).history.at(-1)).toMatchObject({ move: 'part', reason: first.number });
    const told = (await announcedOf(last.id)).at(-1) as unknown as { topic: string; messages: Message[] };
    expect([told.topic, told.messages[0]?.audience[0]?.personId]).toEqual(['tickets.parted', bianchi.personId]);
  });

  test('TIC-42: into itself, in a circle, into somebody else’s, and into what has ended, it is refused', async () => {
    const [one, other] = [await taken(), await taken()];
    const theirs = await world.send(offer, giulia);
    const into = (ticket: { id: string; version: number }, intoNumber: string) =>
      world.ask(mergeTicket, { id: ticket.id, version: ticket.version, intoNumber }, bianchi);
    const refused = async (asked: Promise<unknown>) => (await refusal(asked)).type;
    expect(await refused(into(one, one.number))).toBe('ticket-merge-refused');
    expect(await refused(into(one, theirs.number))).toBe('ticket-merge-refused');
    expect(await refused(into(one, 'CS9999999'))).toBe('ticket-merge-refused');
    await into(other, one.number);
    const { version } = await world.ask(getTicket, { id: one.id }, bianchi);
    expect(await refused(into({ id: one.id, version }, other.number))).toBe('ticket-merge-refused');
    const both = [await taken(), await taken()] as const;
    const outcomes = await Promise.allSettled([into(both[0], both[1].number), into(both[1], both[0].number)]);
    expect(outcomes.map(outcomeOf).sort()).toEqual(['changed-meanwhile', 'done']);
  });
});

describe('the telephone', () => {
  const call = (deskId: string, changes: object = {}) => ({
    ...{ id: randomUUID(), deskId, fiscalCode: knownCaller, newcomer: null, onBehalfOf: 'Confartigianato Torino' },
    ...{ subject: 'Il conto viene rifiutato', details: 'Da ieri' },
    ...changes,
  });

  test('TIC-30, TIC-32, TIC-36: a call is accepted at once, its caller finds it with her own, and a repeated press makes one', async () => {
    expect(await world.ask(findCaller, { fiscalCode: knownCaller }, bianchi)).toMatchObject({ name: 'Maria Rossi', hasMail: false });
    const asked = call(offer.deskId);
    const first = await world.ask(openCall, asked, bianchi);
    expect(first).toEqual({ id: asked.id, number: expect.stringMatching(/^CS\d{7}$/), status: 'accepted', version: 2 });
    expect(await world.ask(openCall, asked, bianchi)).toEqual(first);
    // Nobody has read it: she told the number alone.
    const read = (await world.service.published(accessNoted)).filter(({ about }) => (about as { id: string }).id === first.id);
    expect(read).toEqual([]);
    const { number } = first;
    expect(await refusal(world.ask(openCall, { ...asked, subject: 'Altro' }, bianchi))).toMatchObject({ type: 'id-reused', number });
    expect(await topicsOf(first.id)).toEqual(['tickets.opened', 'tickets.accepted']);
    const shown = await world.ask(getTicket, { id: first.id }, bianchi);
    expect(shown).toMatchObject({ channel: 'phone', formId: null, onBehalfOf: 'Confartigianato Torino' });
    expect(shown.history.map(({ move, actor, side }) => [move, actor.it, side])).toEqual([
      ['open', 'Elena Bianchi', 'officer'],
      ['accept', 'Elena Bianchi', 'officer'],
    ]);
    const caller: Actor = { ...maria, profileId: callersProfile, profileKind: 'citizen' };
    expect((await world.ask(getTicket, { id: first.id }, caller)).name.it).toBe('Il conto viene rifiutato');
    expect((await world.ask(listTicketQueue, { limit: 5, search: 'confartigianato' }, bianchi)).items.map(({ id }) => id)).toContain(
      first.id,
    );
  });

  test('TIC-10, TIC-36: a call is kept under the profile as which she calls, and under another she is told which one has it', async () => {
    const { profiles } = await world.ask(findCaller, { fiscalCode: knownCaller }, bianchi);
    expect(profiles.map(({ kind }) => kind)).toEqual(['school_head', 'citizen']);
    const { id, version } = await world.ask(openCall, call(offer.deskId, { profileId: profiles[0]?.id }), bianchi);
    expect((await world.ask(getTicket, { id }, maria)).channel).toBe('phone');
    const asCitizen: Actor = { ...maria, profileId: callersProfile, profileKind: 'citizen' };
    expect(await refusal(world.ask(getTicket, { id }, asCitizen))).toMatchObject({ type: 'ticket-not-found', profileId: maria.profileId });
    expect((await refusal(world.ask(getTicket, { id }, giulia)))['profileId']).toBeUndefined();
    // It is one with what she sent by the site.
    const sent = await world.send(offer, maria);
    expect((await world.ask(mergeTicket, { id, version, intoNumber: sent.number }, bianchi)).status).toBe('merged');
    const theirs = call(offer.deskId, { profileId: giulia.profileId });
    const refused = await refusal(world.ask(openCall, theirs, bianchi));
    expect((refused['errors'] as { pointer: string }[])[0]?.pointer).toBe('/profileId');
  });

  test('TIC-30: a wrong code, a desk of another body and somebody else’s id are refused', async () => {
    expect(await refusal(world.ask(findCaller, { fiscalCode: 'RSSMRA80A41L219X' }, bianchi))).toMatchObject({ type: 'invalid-input' });
    expect(await refusal(world.ask(openCall, call(randomUUID()), bianchi))).toMatchObject({ type: 'desk-not-found' });
    await world.enable(stranger, randomUUID());
    expect(await refusal(world.ask(openCall, call(offer.deskId), stranger))).toMatchObject({ type: 'desk-not-found' });
    const mine = await world.send(offer, maria);
    const reused = await refusal(world.ask(openCall, call(offer.deskId, { id: mine.id }), bianchi));
    expect([reused.type, reused['number']]).toEqual(['id-reused', undefined]);
    expect(await refusal(world.ask(openCall, call(offer.deskId, { id: mine.id }), stranger))).toMatchObject({ type: 'ticket-not-found' });
  });

  test('TIC-30: who works at no desk looks nobody up and writes down no call, and nobody writes down her own', async () => {
    const nowhere: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(nowhere);
    const herself: Actor = { ...bianchi, personId: maria.personId };
    await world.enable(herself, offer.deskId);
    const { id: own, number } = await world.send(offer, maria);
    const queueOf = async (who: Actor) =>
      (await world.ask(listTicketQueue, { limit: 5, view: 'unassigned', search: number }, who)).items.map(({ id }) => id);
    expect([(await queueOf(herself)).includes(own), (await queueOf(bianchi)).includes(own)]).toEqual([false, true]);
    for (const [who, type] of [
      [nowhere, 'desk-not-found'],
      [herself, 'ticket-is-own'],
    ] as const) {
      expect(await refusal(world.ask(findCaller, { fiscalCode: knownCaller }, who))).toMatchObject({ type });
      expect(await refusal(world.ask(openCall, call(offer.deskId), who))).toMatchObject({ type });
    }
  });

  test('TIC-36: the desk that is to answer is told of a call, also where whoever took it may not work there, and long words are kept', async () => {
    const other = deskOf();
    await world.ask(putDesk, other, administrator);
    const details = `${'x'.repeat(3_990)} zampogna`;
    const { id, number } = await world.ask(openCall, call(other.id, { details }), bianchi);
    expect(await refusal(world.ask(getTicket, { id }, bianchi))).toMatchObject({ type: 'ticket-not-found' });
    const [opened] = (await announcedOf(id)) as unknown as { messages: Message[] }[];
    expect(opened?.messages[0]?.audience[0]).toMatchObject({
      subject: { kind: 'desk', id: other.id },
      except: expect.arrayContaining([bianchi.personId]),
    });
    for (const search of [number, 'zampogna', 'x'.repeat(100)])
      expect((await world.ask(listTicketQueue, { limit: 5, search, deskId: other.id }, manager)).items.map((row) => row.id)).toEqual([id]);
  });
});

describe('the queue of a desk', () => {
  test('TIC-33: views hold what their names say, the most urgent first, and are counted by the same conditions', async () => {
    const own = await world.offer();
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, own.deskId);
    const [calm, urgent, waiting, over] = [
      await world.send(own, maria),
      await world.send(own, maria),
      await world.send(own, maria),
      await world.send(own, maria),
    ] as const;
    const mine = await world.ask(takeTicket, { id: urgent.id, version: urgent.version }, operator);
    await world.ask(prioritiseTicket, { id: mine.id, version: mine.version, priority: 1 }, operator);
    const asked = await world.ask(takeTicket, { id: waiting.id, version: waiting.version }, operator);
    await world.ask(askTicketAuthor, { id: asked.id, version: asked.version, question: 'x' }, operator);
    await world.ask(cancelTicket, { id: over.id, version: over.version, reason: 'Duplicata' }, operator);
    const view = async (name: string, more = {}) =>
      (await world.ask(listTicketQueue, { limit: 10, view: name as 'desk', ...more }, operator)).items.map(({ id }) => id);
    expect(await view('desk')).toEqual([urgent.id, calm.id, waiting.id]);
    expect(await view('unassigned')).toEqual([calm.id]);
    expect(await view('mine')).toEqual([urgent.id, waiting.id]);
    expect(await view('awaiting')).toEqual([waiting.id]);
    expect(await view('ended')).toEqual([over.id]);
    expect(await view('desk', { search: calm.number })).toEqual([calm.id]);
    expect(await view('desk', { search: 'maria postale' })).toHaveLength(3);
    const { next } = await world.ask(listTicketQueue, { limit: 1 }, operator);
    expect(await view('desk', { limit: 1, after: next })).toEqual([calm.id]);
    expect(await world.ask(countTickets, {}, operator)).toMatchObject({ desk: 3, unassigned: 1, mine: 2, awaiting: 1, late: 0 });
  });

  test('TIC-37: what was merged, cancelled or not answered by its author is no work that was done, and a solution counts to who solved it', async () => {
    const own = await world.offer();
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    const colleague: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, own.deskId);
    await world.enable(colleague, own.deskId);
    const send = () => world.send(own, maria);
    const takenBy = async (who: Actor) => {
      const { id, version } = await send();
      return world.ask(takeTicket, { id, version }, who);
    };
    const [holder, twin, cancelled, silent, solved] = [
      await send(),
      await send(),
      await send(),
      await takenBy(operator),
      await takenBy(operator),
    ];
    await world.ask(mergeTicket, { id: twin.id, version: twin.version, intoNumber: holder.number }, operator);
    await world.ask(cancelTicket, { id: cancelled.id, version: cancelled.version, reason: 'Prova' }, operator);
    await world.ask(askTicketAuthor, { id: silent.id, version: silent.version, question: 'Quale conto?' }, operator);
    await world.service.db.manager.update(Ticket, { id: silent.id }, { remindAt: null });
    await world.service.get(Silences).run(silent.id, new Date('2100-01-04T10:00:00Z'));
    await world.ask(solveTicket, { id: solved.id, version: solved.version, solution: 'Fatto' }, operator);
    // Handed over afterwards it is nobody's and of another desk: it was solved here, by her.
    const other = await world.offer();
    await world.ask(rerouteTicket, { id: solved.id, version: solved.version + 1, deskId: other.deskId, reason: 'x' }, operator);
    const report = await world.ask(getHelpReport, {}, operator);
    expect(report.total).toMatchObject({ opened: 3, solved: 1, silent: 1, merged: 1, cancelled: 1, answeredInTime: 2, solvedInTime: 1 });
    expect(report.desks).toMatchObject([{ deskId: own.deskId, opened: 3, solved: 1 }]);
    expect(report.operators).toMatchObject([{ officerId: operator.personId, opened: 2, solved: 1, silent: 1 }]);
    expect(report.hours.reduce((all, { opened }) => all + opened, 0)).toBe(3);
    expect((await world.ask(getHelpReport, {}, colleague)).operators).toEqual([]);
  });

  test('TIC-37, BKO-09: a report counts by channel, kind, desk, operator and hour; an operator reads her own desks and her own line', async () => {
    const own = await world.offer();
    const operator: Actor = { ...bianchi, personId: randomUUID() };
    await world.enable(operator, own.deskId);
    const [first] = [await world.send(own, maria), await world.send(own, maria)] as const;
    const taken = await world.ask(takeTicket, { id: first.id, version: first.version }, operator);
    await world.ask(solveTicket, { id: taken.id, version: taken.version, solution: 'Verificato' }, operator);
    const report = await world.ask(getHelpReport, {}, operator);
    expect(report.total).toMatchObject({ opened: 2, solved: 1, answeredInTime: 1, solvedInTime: 1, reopened: 0, rated: 0, stars: null });
    expect(report.channels).toMatchObject([{ channel: 'web', opened: 2 }]);
    expect(report.kinds).toMatchObject([{ kind: 'technical', opened: 2 }]);
    expect(report.desks).toMatchObject([{ deskId: own.deskId, opened: 2 }]);
    expect(report.operators).toMatchObject([{ officerId: operator.personId, opened: 1 }]);
    expect(report.hours.reduce((all, { opened }) => all + opened, 0)).toBe(2);
    expect((await world.ask(getHelpReport, { from: '2020-01', to: '2020-03' }, operator)).total).toMatchObject({ opened: 0, solved: 0 });
    for (const period of [
      { from: '2026-02', to: '2026-01' },
      { from: '2020-01', to: '2026-01' },
    ])
      expect(await refusal(world.ask(getHelpReport, period, operator))).toMatchObject({ type: 'invalid-input' });
    const other = await world.offer();
    expect(await refusal(world.ask(getHelpReport, { deskId: other.deskId }, operator))).toMatchObject({ type: 'desk-not-found' });
  });
});

test('entities and migrations agree', async () => {
  expect((await drift(world.service.db)).up).toEqual([]);
});
