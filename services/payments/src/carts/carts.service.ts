import { Controller, Inject } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import {
  type AttemptState,
  cartNotFound,
  findNotice,
  getCart,
  noticeMistyped,
  noticeNotFound,
  noticeNotPayable,
  noticeTwice,
  returnFromCheckout,
  startCart,
  tooManyNotices,
} from '@sportello/contracts/payments/carts';
import { MOST_NOTICES } from '@sportello/contracts/payments/limits';
import { idReused, timeout, tooManyRequests } from '@sportello/contracts/problems';
import { readNoticeNumber } from '@sportello/italy/notice-number';
import type { Actor } from '@sportello/messaging/actor';
import { currentContext } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { networkOf } from '@sportello/service/address';
import { CONFIG } from '@sportello/service/config';
import { Counts } from '@sportello/service/counts';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Config } from '../config.js';
import { Creditor } from '../creditors/creditor.entity.js';
import { Dues, payable } from '../node/due.js';
import { Refusal } from '../node/faults.js';
import { endAttempt, startAttempt } from '../positions/attempts.js';
import { Instalment } from '../positions/instalment.entity.js';
import { Position } from '../positions/position.entity.js';
import { Attempt, Cart } from './cart.entity.js';
import { Checkout } from './checkout.js';
import { cartOf, type Item } from './checkout-cart.js';
import { firstLookAt, Outcomes } from './outcomes.js';

type Notice = Input<typeof startCart>['notices'][number];

/** Whoever types notice numbers tries a few: beyond this in a window it is guessing. Milliseconds. */
const MOST_LOOKUPS = 60;
const WINDOW_MS = 600_000;

/** What people do to pay on line. That a browser comes back proves nothing: a notice is paid by its receipt alone. */
@Controller()
export class CartsService {
  constructor(
    private readonly db: DataSource,
    private readonly dues: Dues,
    private readonly checkout: Checkout,
    private readonly outcomes: Outcomes,
    private readonly counts: Counts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The payment page is asked first, and outside of a transaction: nothing is reserved there, and nobody is sent there before it is noted here. */
  @Handles(startCart)
  async start({ id, notices }: Input<typeof startCart>, actor: Actor): Promise<Output<typeof startCart>> {
    const now = new Date();
    if (notices.length > MOST_NOTICES) throw new Problem(tooManyNotices);
    if (new Set(notices.map(({ fiscalCode, noticeNumber }) => `${fiscalCode} ${noticeNumber}`)).size < notices.length)
      throw new Problem(noticeTwice);
    await this.bound(actor, now);
    const known = await this.db.manager.findOneBy(Cart, { id });
    if (known) checkOwn(known, actor);
    const items: Item[] = [];
    for (const notice of notices) items.push(await this.load(notice, now));
    const redirectUrl = await this.checkout.create(cartOf(this.config, id, items, now, actor.language));
    if (currentContext()?.signal?.aborted) throw new Problem(timeout);
    await this.db.transaction((tx) => this.note(tx, { id, personId: actor.personId, startedAt: now }, items));
    return { ...(await this.read(id, actor)), redirectUrl };
  }

  @Handles(getCart)
  get({ id }: Input<typeof getCart>, actor: Actor): Promise<Output<typeof getCart>> {
    return this.read(id, actor);
  }

  /** What the browser says frees the notice for another try; a receipt that comes all the same is taken. */
  @Handles(returnFromCheckout)
  async comeBack({ id, said }: Input<typeof returnFromCheckout>, actor: Actor): Promise<Output<typeof returnFromCheckout>> {
    const now = new Date();
    const cart = await this.access(id, actor);
    const attempts = await this.db.manager.findBy(Attempt, { cartId: cart.id, state: 'started' });
    await this.db.transaction(async (tx) => {
      for (const { id: attemptId, instalmentId, startedAt } of inOrder(attempts)) {
        if (said === 'cancelled' || said === 'error') {
          await endAttempt(tx, instalmentId, startedAt, endings[said], now);
          await tx.update(Attempt, { id: attemptId, state: 'started' }, { state: endings[said], nextLookAt: null });
        } else await tx.update(Attempt, { id: attemptId, state: 'started' }, { state: 'unknown' });
      }
    });
    return this.read(id, actor);
  }

  @Handles(findNotice)
  async find({ fiscalCode, noticeNumber }: Input<typeof findNotice>, actor: Actor): Promise<Output<typeof findNotice>> {
    const now = new Date();
    await this.bound(actor, now);
    if (!readNoticeNumber(noticeNumber)) throw new Problem(noticeMistyped);
    const { instalment, creditorName } = await this.load({ fiscalCode, noticeNumber }, now);
    return { fiscalCode, noticeNumber, creditorName, amountCents: instalment.amountAt(now), dueOn: instalment.dueOn };
  }

  /** Numbers of notices follow each other, so that others could be guessed: how many are tried from one place is bounded. */
  private async bound({ personId, address }: Actor, now: Date): Promise<void> {
    const key = `notices-${personId ?? networkOf(address ?? '')}`;
    const counted = (await this.counts.add([key], WINDOW_MS, now)).get(key);
    if ((counted?.count ?? 0) > MOST_LOOKUPS) throw new Problem(tooManyRequests);
  }

  private async load(notice: Notice, now: Date): Promise<Item> {
    const found = await this.dues.find(notice);
    if (!found.creditor) throw new Problem(noticeNotFound);
    try {
      return { ...payable(found, now), creditorName: found.creditor.name };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Problem(error.code === 'PAA_PAGAMENTO_SCONOSCIUTO' ? noticeNotFound : noticeNotPayable);
    }
  }

  private async note(tx: EntityManager, cart: Cart, items: readonly Item[]): Promise<void> {
    const { id: cartId, startedAt } = cart;
    await tx.createQueryBuilder().insert().into(Cart).values(cart).orIgnore().execute();
    checkOwn(await tx.findOneByOrFail(Cart, { id: cartId }), cart);
    const begunBefore = await tx.findBy(Attempt, { cartId });
    const ids = new Set(items.map(({ instalment }) => instalment.id));
    const isSame = begunBefore.length === ids.size && begunBefore.every(({ instalmentId }) => ids.has(instalmentId));
    if (begunBefore.length > 0 && !isSame) throw new Problem(idReused);
    for (const { instalment } of inOrder(items.map((item) => ({ ...item, positionId: item.position.id })))) {
      const { id: instalmentId, organizationId, positionId } = instalment;
      await startAttempt(tx, instalmentId, startedAt);
      const now = await tx.findOneByOrFail(Instalment, { id: instalmentId });
      if (now.payabilityAt(startedAt) !== 'payable') throw new Problem(noticeNotPayable);
      const begun: Pick<Attempt, 'state' | 'startedAt' | 'nextLookAt' | 'looks' | 'amountCents'> = {
        ...{ state: 'started', startedAt, nextLookAt: firstLookAt(startedAt), looks: 0 },
        amountCents: now.amountAt(startedAt),
      };
      const row = { id: newId(), cartId, instalmentId, organizationId, positionId, ...begun };
      const { identifiers } = await tx.createQueryBuilder().insert().into(Attempt).values(row).orIgnore().returning('id').execute();
      if (identifiers.filter(Boolean).length === 0) await tx.update(Attempt, { cartId, instalmentId }, begun);
      const { id } = await tx.findOneByOrFail(Attempt, { cartId, instalmentId });
      this.outcomes.afterCommit(tx, { id, at: firstLookAt(startedAt), attempt: startedAt.getTime() });
    }
  }

  private async read(id: string, actor: Actor): Promise<Output<typeof getCart>> {
    const { manager } = this.db;
    const { startedAt } = await this.access(id, actor);
    const attempts = await manager.findBy(Attempt, { cartId: id });
    const instalments = new Map(
      (await manager.findBy(Instalment, { id: In(attempts.map((it) => it.instalmentId)) })).map((it) => [it.id, it]),
    );
    const positions = new Map((await manager.findBy(Position, { id: In(attempts.map((it) => it.positionId)) })).map((it) => [it.id, it]));
    const codes = [...instalments.values()].flatMap(({ creditorFiscalCode }) => creditorFiscalCode ?? []);
    const names = new Map((await manager.findBy(Creditor, { fiscalCode: In(codes) })).map((it) => [it.fiscalCode, it.name]));
    const items = attempts.flatMap(({ instalmentId, positionId, amountCents, state }) => {
      const [instalment, position] = [instalments.get(instalmentId), positions.get(positionId)];
      if (!instalment?.noticeNumber || !position) return [];
      const { noticeNumber, creditorFiscalCode } = instalment;
      // Whoever pays for another has no way to her request.
      const { reason, practiceId: wanting, personId } = position;
      const practiceId = personId !== null && personId === actor.personId ? wanting : null;
      return { positionId, noticeNumber, creditorName: names.get(creditorFiscalCode ?? '') ?? '', reason, amountCents, state, practiceId };
    });
    return { id, startedAt, items, totalCents: items.reduce((sum, { amountCents }) => sum + amountCents, 0) };
  }

  private async access(id: string, actor: Actor): Promise<Cart> {
    const cart = await this.db.manager.findOneBy(Cart, { id });
    if (!cart) throw new Problem(cartNotFound);
    checkOwn(cart, actor);
    return cart;
  }
}

/** Whoever paid without signing in has an id that nobody can guess; a cart of somebody who is known is hers alone. */
function checkOwn({ personId }: Cart, actor: { personId: string | null }): void {
  if (personId !== null && personId !== actor.personId) throw new Problem(cartNotFound);
}

/** Positions are locked one after the other: in one order everywhere. */
const inOrder = <T extends { positionId: string }>(items: readonly T[]): T[] =>
  items.toSorted((one, other) => (one.positionId < other.positionId ? -1 : 1));

const endings = { cancelled: 'abandoned', error: 'failed' } as const satisfies Record<string, AttemptState>;
