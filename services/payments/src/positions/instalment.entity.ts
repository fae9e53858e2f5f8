import type { InstalmentState } from '@sportello/contracts/payments/positions';
import { type CivilDate, romeDate } from '@sportello/italy/rome-time';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { centsColumn } from '../cents.js';

/** What is added to an amount from a day on: a penalty, or a discount that has ended. */
export interface Surcharge {
  from: CivilDate;
  cents: number;
}

/** Why something cannot be paid, or that it can. */
export type Payability = 'payable' | 'unknown' | 'expired' | 'cancelled' | 'paid';

/** How long a token of pagoPA lives, and with it an attempt to pay, in milliseconds. Source: pagoPA, SANP */
export const ATTEMPT_MS = 1_800_000;

/** The item that is paid, with a notice number of its own. */
@Entity('instalments')
@Index('instalments_notice', ['creditorFiscalCode', 'noticeNumber'], { unique: true, where: 'notice_number is not null' })
@Index('instalments_position', ['positionId', 'number'])
@Index('instalments_remind', ['remindOn'], { where: 'remind_on is not null' })
@Index('instalments_body_state', ['organizationId', 'state', 'dueOn'], { where: "state in ('open', 'paid_elsewhere', 'to_collection')" })
export class Instalment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') positionId!: string;
  @Column('uuid') optionId!: string;
  @Column('smallint') number!: number;
  /** The body's when the number was allotted: number and code together are the key, for ever. */
  @Column('text', { nullable: true }) creditorFiscalCode!: string | null;
  @Column('text', { nullable: true }) noticeNumber!: string | null;
  @Column(centsColumn) amountCents!: number;
  @Column('jsonb') surcharges!: Surcharge[];
  @Column('date', { nullable: true }) dueOn!: CivilDate | null;
  @Column('boolean') isBinding!: boolean;
  /** As it was left; a due date that binds ends it without anybody's doing, see `stateAt`. */
  @Column('text') state!: Exclude<InstalmentState, 'expired'>;
  /** When somebody last left for the payment page. */
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column({ ...centsColumn, nullable: true }) paidCents!: number | null;
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  /** On which day who owes it is reminded; null: never, or it was done. */
  @Column('date', { nullable: true }) remindOn!: CivilDate | null;
  /** The instalment that took its place under a new number. */
  @Column('uuid', { nullable: true }) replacedById!: string | null;

  /** The reference of the payment as it travels: the notice number without its first digit. */
  get iuv(): string | null {
    return this.noticeNumber?.slice(1) ?? null;
  }

  /** A due date is a day of the calendar in Italy, and includes its last second. */
  stateAt(now: Date): InstalmentState {
    const isOver = this.isBinding && this.dueOn !== null && romeDate(now) > this.dueOn;
    return this.state === 'open' && isOver ? 'expired' : this.state;
  }

  /** Whether it can be paid at an instant: pages, reminders and the answers to pagoPA all ask here. */
  payabilityAt(now: Date): Payability {
    return payabilities[this.stateAt(now)];
  }

  /** What is to be paid at an instant. */
  amountAt(now: Date): number {
    const today = romeDate(now);
    return this.surcharges.filter(({ from }) => from <= today).reduce((sum, { cents }) => sum + cents, this.amountCents);
  }

  /** Whether somebody left for the payment page, and may still come back with a payment. */
  isUnderWayAt(now: Date): boolean {
    return this.state === 'open' && this.startedAt !== null && now.getTime() - this.startedAt.getTime() < ATTEMPT_MS;
  }
}

/** What nobody but the body knows yet, or what was given up for another way to pay, is unknown to pagoPA. */
const payabilities: Record<InstalmentState, Payability> = {
  draft: 'unknown',
  creation_failed: 'unknown',
  open: 'payable',
  expired: 'expired',
  paid: 'paid',
  reported: 'paid',
  paid_elsewhere: 'paid',
  cancelled: 'cancelled',
  excluded: 'unknown',
  to_collection: 'cancelled',
};

/** A share of an instalment: whose it is, and on which account it goes. They are numbered from 1 to 5. */
@Entity('transfers')
export class Transfer {
  @PrimaryColumn('uuid') instalmentId!: string;
  @PrimaryColumn('smallint') place!: number;
  @Column('uuid') organizationId!: string;
  @Column(centsColumn) amountCents!: number;
  /** The body to which it goes. */
  @Column('text') fiscalCode!: string;
  @Column('text') companyName!: string;
  @Column('text') iban!: string;
  @Column('text', { nullable: true }) postalIban!: string | null;
  @Column('text') category!: string;
  @Column('text') reason!: string;
}

/** The shares at an instant: a surcharge goes with the first. */
export function transfersAt(instalment: Instalment, transfers: readonly Transfer[], now: Date): Transfer[] {
  const surcharge = instalment.amountAt(now) - instalment.amountCents;
  return transfers
    .toSorted((one, other) => one.place - other.place)
    .map((transfer, at) => Object.assign(new Transfer(), transfer, at === 0 && { amountCents: transfer.amountCents + surcharge }));
}

/** @throws RangeError unless there are 1 to 5 shares above zero that are the amount together */
export function checkTransfers(amountCents: number, transfers: readonly Pick<Transfer, 'amountCents'>[]): void {
  const sum = transfers.reduce((total, transfer) => total + transfer.amountCents, 0);
  const isRight = transfers.length >= 1 && transfers.length <= 5 && transfers.every((it) => it.amountCents > 0) && sum === amountCents;
  if (!isRight) throw new RangeError(`${transfers.length} transfers of ${sum} cents for ${amountCents}`);
}

/** What is neither settled nor given up: somebody still owes it. */
export const isOwed = ({ state }: Pick<Instalment, 'state'>): boolean =>
  ['draft', 'creation_failed', 'open', 'to_collection'].includes(state);
