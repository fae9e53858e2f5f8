import { Controller } from '@nestjs/common';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { findPerson, meetPerson } from '@sportello/contracts/identity/people';
import { idReused, invalidInput, tooManyRequests } from '@sportello/contracts/problems';
import { findCaller, openCall } from '@sportello/contracts/ticketing/calls';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { followedTicket } from '@sportello/contracts/ticketing/fields';
import { ticketIsOwn, ticketNotFound } from '@sportello/contracts/ticketing/states';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { noteReadings } from '@sportello/records/accesses';
import { Counts } from '@sportello/service/counts';
import { DataSource, type EntityManager } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { operatorOf } from './access.js';
import { announce } from './news.js';
import { hashOf, waitForId, writeOpened } from './opening.js';
import { Ticket } from './ticket.entity.js';
import { accept } from './tickets.service.js';

/** People whom one operator may look up in a window: a long day at the telephone, and too few to try out who is known. */
const MOST_CALLS = 200;
const CALLS_WINDOW_MS = 3_600_000;

/** What comes in by telephone goes the same way as what comes in by the site, from its acceptance on (TIC-36). */
@Controller()
export class CallsService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly counts: Counts,
  ) {}

  @Handles(findCaller)
  async find({ fiscalCode }: Input<typeof findCaller>, actor: Actor): Promise<Output<typeof findCaller>> {
    const { id, organizationId } = await operatorOf(this.db.manager, actor);
    checkCode(fiscalCode);
    await this.checkCount(id, new Date());
    const { person } = await this.bus.call(findPerson, { fiscalCode }, service);
    if (!person) return { name: null, hasMail: false, profiles: [] };
    if (person.id === id) throw new Problem(ticketIsOwn);
    const about = { kind: 'organizations', id: organizationId };
    const reading = { actor, subjectId: person.id, action: 'caller-found', about, traceparent: currentTraceparent() };
    await this.db.transaction((tx) => noteReadings(tx, [reading]));
    return {
      name: `${person.identity.givenName} ${person.identity.familyName}`,
      hasMail: person.mail !== null,
      profiles: person.profiles ?? [],
    };
  }

  /** Also for a desk at which she may not work: what is told of it is what she tells on the telephone. */
  @Handles(openCall)
  async open({ id, ...call }: Input<typeof openCall>, actor: Actor): Promise<Output<typeof openCall>> {
    const { manager } = this.db;
    const officer = await operatorOf(manager, actor);
    const { deskId, fiscalCode, newcomer, onBehalfOf, subject, details } = call;
    checkCode(fiscalCode);
    const openedWith = hashOf({ call, by: officer.id });
    const mover = { side: 'officer' as const, id: officer.id, name: officer.name, officeId: officer.officeId };
    const known = await findOpened(manager, id, officer, openedWith);
    if (known) return known;
    const { organizationId } = officer;
    if (!(await manager.existsBy(Desk, { id: deskId, organizationId }))) throw new Problem(deskNotFound);
    await this.checkCount(officer.id, new Date());
    const by = { officerId: officer.id, organizationId };
    const { person, profileId: asCitizen } = await this.bus.call(meetPerson, { fiscalCode, newcomer, ...by }, service);
    if (person.id === officer.id) throw new Problem(ticketIsOwn);
    const profileId = call.profileId ?? asCitizen;
    const isHers = profileId === asCitizen || (person.profiles ?? []).some((profile) => profile.id === profileId);
    if (!isHers) throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/profileId', detail: otherProfile }] });
    const name = `${person.identity.givenName} ${person.identity.familyName}`;
    return this.db.transaction(async (tx) => {
      // Her right may have been taken away while identity was asked.
      await officerOf(tx, actor, 'desk', 'change');
      await waitForId(tx, id);
      const opened = await findOpened(tx, id, officer, openedWith);
      if (opened) return opened;
      const desk = await tx.findOneOrFail(Desk, { where: { id: deskId, organizationId }, lock: { mode: 'pessimistic_read' } });
      const content = details === '' ? {} : { details };
      const now = new Date();
      const asked = {
        ...{ id, organizationId, serviceId: null, formId: null, content, subject, onBehalfOf, channel: 'phone' as const },
        ...{ applicantId: person.id, profileId, applicantName: name, openedWith },
      };
      const made = await writeOpened(tx, desk, asked, null, mover, now);
      await announce(tx, 'opened', { ticket: made, at: now, by: officer.id });
      await accept(tx, made, mover, now);
      return made;
    });
  }

  /** @throws Problem `tooManyRequests` */
  private async checkCount(officerId: string, now: Date): Promise<void> {
    const key = `calls ${officerId}`;
    const calls = (await this.counts.add([key], CALLS_WINDOW_MS, now)).get(key);
    if (!calls || calls.count <= MOST_CALLS) return;
    const endsAt = calls.since.getTime() + CALLS_WINDOW_MS;
    throw new Problem(tooManyRequests, undefined, { retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1_000)) });
  }
}

/** @throws Problem `ticketNotFound` for what is another body's, `idReused` for something else under this id: with its number, where it is hers */
async function findOpened(
  tx: EntityManager,
  id: string,
  { id: officerId, organizationId }: Officer,
  openedWith: string,
): Promise<Ticket | null> {
  const known = await tx.findOneBy(Ticket, { id });
  if (known && known.organizationId !== organizationId) throw new Problem(ticketNotFound);
  if (!known || known.openedWith === openedWith) return known;
  const isHers = await tx.existsBy(Passage, { subjectKind: followedTicket.kind, subjectId: id, move: 'open', actorId: officerId });
  throw new Problem(idReused, undefined, isHers ? { number: known.number } : {});
}

function checkCode(fiscalCode: string): void {
  if (checkFiscalCode(fiscalCode) === null) return;
  throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/fiscalCode', detail: wrongCode }] });
}

const otherProfile: Text = { it: 'Non è un profilo di chi chiama', en: 'This is no profile of whoever calls' };
const wrongCode: Text = { it: 'Il codice fiscale non è corretto', en: 'The fiscal code is not right' };
