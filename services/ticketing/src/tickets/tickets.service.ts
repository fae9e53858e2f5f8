import { Controller } from '@nestjs/common';
import type { Passage } from '@sportello/casework/passage.entity';
import type { Mover } from '@sportello/casework/subject';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { formNotFound } from '@sportello/contracts/forms';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import type { TicketMove } from '@sportello/contracts/ticketing/states';
import { ticketMoveRefused, ticketNotFound } from '@sportello/contracts/ticketing/states';
import {
  alreadyRated,
  cancelTicket,
  confirmTicket,
  getTicket,
  listOwnTickets,
  openTicket,
  rateTicket,
  reopenTicket,
} from '@sportello/contracts/ticketing/tickets';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { byInstant, descending } from '@sportello/service/paging';
import { checkSize, readContent } from '@sportello/stored-forms/content';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { freeze } from '@sportello/stored-forms/freeze';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager } from 'typeorm';
import { findAskable } from '../catalogue/access.js';
import { describe } from '../catalogue/catalogue.service.js';
import type { HelpService } from '../catalogue/help-service.entity.js';
import { Desk } from '../desks/desk.entity.js';
import { type Accessed, access, accessOwn, authorOf, momentOf } from './access.js';
import { open } from './moves.js';
import { announce, type News } from './news.js';
import { hashOf, waitForId, writeOpened } from './opening.js';
import { readBy, rowsOf, shapeOf } from './reading.js';
import { Ticket } from './ticket.entity.js';
import { moveTicket, releaseGone, wasDone } from './writing.js';

const lastFirst = descending<Ticket>([byInstant('ticket.createdAt', ({ createdAt }) => createdAt)], 'ticket.id');

type Shown = Output<typeof getTicket>;

/** What whoever asks for help does. An operator cancels here too. */
@Controller()
export class TicketsService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly bus: Bus,
  ) {}

  @Handles(openTicket)
  open(input: Input<typeof openTicket>, actor: Actor): Promise<Shown> {
    return this.openAt(input, actor, new Date());
  }

  /** The same again is answered as the first time, also after its service was closed. Identity is asked before the transaction begins. */
  async openAt({ id, serviceId, formId, kind, content }: Input<typeof openTicket>, actor: Actor, now: Date): Promise<Shown> {
    checkSize(content);
    const openedWith = hashOf({ serviceId, formId, kind, content });
    if (await findOpened(this.db.manager, id, openedWith, actor)) return this.read(id, actor, now);
    const service = await findAskable(this.db.manager, serviceId, actor);
    const route = routeOf(service, kind);
    const { name, known } = await describe(this.bus, actor);
    const compiled = await this.formOf(service, formId);
    const { values } = readContent(compiled.form, content, known, true);
    const frozen = freeze(compiled, { content: values, known, files: [] }, actor.language, now);
    const { applicantId, profileId } = authorOf(actor);
    const { organizationId } = service;
    await this.db.transaction(async (tx) => {
      await waitForId(tx, id);
      if (await findOpened(tx, id, openedWith, actor)) return;
      // Whoever changes its hours waits for this one, which runs by them.
      const desk = await tx.findOneOrFail(Desk, { where: { id: route.deskId, organizationId }, lock: { mode: 'pessimistic_read' } });
      const opened = {
        ...{ id, organizationId, serviceId, formId, content: frozen.content, subject: null, onBehalfOf: null },
        ...{ channel: 'web' as const, applicantId, profileId, applicantName: name, openedWith },
      };
      const ticket = await writeOpened(tx, desk, opened, service, { side: 'applicant', id: applicantId, name }, now);
      await announce(tx, 'opened', { ticket, at: now });
      if (desk.acceptsByItself) await accept(tx, ticket, { side: 'system' }, now);
    });
    return this.read(id, actor, now);
  }

  @Handles(getTicket)
  get({ id }: Input<typeof getTicket>, actor: Actor): Promise<Shown> {
    return this.db.transaction(async (tx) => readBy(tx, await access(tx, id, actor, 'read'), actor, new Date()));
  }

  @Handles(listOwnTickets)
  async listOwn({ status, isOpen, search, ...page }: Input<typeof listOwnTickets>, actor: Actor): Promise<Output<typeof listOwnTickets>> {
    const query = this.db.createQueryBuilder(Ticket, 'ticket').where(authorOf(actor));
    if (status) query.andWhere({ status });
    if (isOpen) query.andWhere(`${isOpen === 'true' ? '' : 'not '}(ticket.status = any(:open))`, { open: [...open] });
    if (search) {
      const words = beginningWith(wordsIn(search));
      query.andWhere(words === null ? 'false' : 'ticket.words @@ :words::tsquery', { words });
    }
    const { items, next } = await lastFirst.pageOf(query, page);
    return { items: await rowsOf(this.db.manager, items), next };
  }

  @Handles(confirmTicket)
  confirm({ id, version }: Input<typeof confirmTicket>, actor: Actor): Promise<Shown> {
    return this.moveOwn({ id, version, move: 'confirm' }, actor, ({ ticket, desk }, now) => ticket.close(desk, now));
  }

  @Handles(reopenTicket)
  reopen({ id, version, reason }: Input<typeof reopenTicket>, actor: Actor): Promise<Shown> {
    const asked = { id, version, move: 'reopen' as const, reason, news: 'reopened' as const };
    return this.moveOwn(asked, actor, ({ ticket, desk }, now) => ticket.reopen(desk, now));
  }

  @Handles(cancelTicket)
  cancel({ id, version, reason }: Input<typeof cancelTicket>, actor: Actor): Promise<Shown> {
    return this.db.transaction(async (tx) => {
      const found = await access(tx, id, actor, 'change');
      const { ticket, desk, mover } = found;
      const now = momentOf(ticket);
      const isSame = (passage: Passage) => passage.reason === reason;
      if (await wasDone(tx, found, { move: 'cancel', version, isSame })) return shapeOf(tx, found, now);
      await moveTicket(tx, ticket, { move: 'cancel', mover, now, reason }, () => ticket.cancel(desk, now));
      const what = mover.side === 'officer' ? 'cancelled' : 'withdrawn';
      await announce(tx, what, { ticket, at: now, by: mover.id, quote: reason });
      return shapeOf(tx, found, now);
    });
  }

  /** Once, and never by whoever solved it: an operator works on no ticket of her own (`accessAsOperator`). */
  @Handles(rateTicket)
  rate({ id, stars, words }: Input<typeof rateTicket>, actor: Actor): Promise<Output<typeof rateTicket>> {
    return this.db.transaction(async (tx) => {
      const { ticket } = await accessOwn(tx, id, actor, 'change');
      if (ticket.status !== 'closed') throw new Problem(ticketMoveRefused, closedOnly);
      const isSame = ticket.stars === stars && ticket.ratingWords === words;
      if (ticket.stars !== null && !isSame) throw new Problem(alreadyRated);
      if (ticket.stars === null) await tx.update(Ticket, { id, organizationId: ticket.organizationId }, { stars, ratingWords: words });
      return { stars, words };
    });
  }

  private moveOwn(
    { id, version, move, reason = null, news }: { id: string; version: number; move: TicketMove; reason?: string | null; news?: News },
    actor: Actor,
    apply: (found: Accessed, now: Date) => void,
  ): Promise<Shown> {
    return this.db.transaction(async (tx) => {
      const found = await accessOwn(tx, id, actor, 'change');
      const { ticket, mover } = found;
      const now = momentOf(ticket);
      const isSame = (passage: Passage) => passage.reason === reason;
      if (await wasDone(tx, found, { move, version, isSame })) return shapeOf(tx, found, now);
      await moveTicket(tx, ticket, { move, mover, now, reason }, () => apply(found, now));
      if (ticket.status === 'in_progress') await releaseGone(tx, found, now);
      if (news) await announce(tx, news, { ticket, at: now, by: mover.id, quote: reason });
      return shapeOf(tx, found, now);
    });
  }

  private async read(id: string, actor: Actor, now: Date): Promise<Shown> {
    const { manager } = this.db;
    return shapeOf(manager, await accessOwn(manager, id, actor, 'read'), now);
  }

  /** A version that was in force while somebody filled it in is as good. */
  private async formOf({ id, organizationId }: HelpService, formId: string) {
    if (!(await this.db.manager.existsBy(FormVersion, { id: formId, subjectId: id, organizationId }))) throw new Problem(formNotFound);
    return this.forms.get(formId);
  }
}

/** Accepts it, and tells whoever asked its number (TIC-32). */
export async function accept(tx: EntityManager, ticket: Ticket, mover: Mover, now: Date): Promise<void> {
  await moveTicket(tx, ticket, { move: 'accept', mover, now }, () => undefined);
  await announce(tx, 'accepted', { ticket, at: now });
}

/** @throws Problem `ticketNotFound` for somebody else's id, `idReused` for something else under it */
async function findOpened(tx: EntityManager, id: string, openedWith: string, actor: Actor): Promise<boolean> {
  const { applicantId, profileId } = authorOf(actor);
  const known = await tx.findOneBy(Ticket, { id });
  if (!known) return false;
  if (known.applicantId !== applicantId || known.profileId !== profileId) throw new Problem(ticketNotFound);
  if (known.openedWith !== openedWith) throw new Problem(idReused, undefined, { number: known.number });
  return true;
}

/** @throws Problem `invalidInput` where the kind of help is to be chosen, and none of those that there are was */
function routeOf({ routes }: HelpService, kind: string | undefined): HelpService['routes'][number] {
  const route = kind === undefined && routes.length === 1 ? routes[0] : routes.find((one) => one.kind === kind);
  if (!route) throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/kind', detail: chooseKind }] });
  return route;
}

const chooseKind: Text = { it: 'Scegli il tipo di assistenza', en: 'Choose the kind of help' };
const closedOnly: Text = { it: 'Si valuta una richiesta chiusa', en: 'What is rated is a closed ticket' };
