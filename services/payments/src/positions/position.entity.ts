import type { Payload } from '@sportello/contracts/contract';
import type { PositionState } from '@sportello/contracts/payments/positions';
import type { paymentDropped } from '@sportello/contracts/practices/events';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instalment } from './instalment.entity.js';

/** A debtor as pagoPA names one. */
export interface Debtor {
  /** Natural or legal person. */
  kind: 'F' | 'G';
  /** Fiscal code, VAT number, or `ANONIMO`. */
  code: string;
  fullName: string;
  mail: string | null;
}

/** A debt: what for, whose, and which practice waits for it. What becomes of it follows from its instalments. */
@Entity('positions')
@Index('positions_person', ['personId', 'openedAt', 'id'], { where: 'person_id is not null' })
@Index('positions_body', ['organizationId', 'openedAt', 'id'])
@Index('positions_body_unsettled', ['organizationId', 'openedAt', 'id'], { where: 'settled_at is null' })
@Index('positions_body_creating', ['organizationId', 'openedAt', 'id'], { where: 'next_try_at is not null' })
@Index('positions_next_try', ['nextTryAt'], { where: 'next_try_at is not null' })
/** GIN: the migration makes it, because decorators know no kinds of index. */
@Index('positions_words', { synchronize: false })
/** Of `debtor ->> 'code'`, for which decorators have no words either. */
@Index('positions_unclaimed', { synchronize: false })
export class Position {
  /** Chosen by whoever wanted it. */
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** Whoever sees it in her personal area; null: nobody of this installation. */
  @Column('uuid', { nullable: true }) personId!: string | null;
  /** The practice that waits for it. */
  @Column('uuid', { nullable: true }) practiceId!: string | null;
  /** Its officers may see the position; without one managers and administrators alone do. */
  @Column('uuid', { nullable: true }) procedureId!: string | null;
  /** Null until identity has told who it is. */
  @Column('jsonb', { nullable: true }) debtor!: Debtor | null;
  @Column('text') reason!: string;
  /** For whom it is paid, where that is not the debtor. */
  @Column('text', { nullable: true }) beneficiaryName!: string | null;
  /** Taxonomy of what is collected, where it is closer than that of the body. */
  @Column('text', { nullable: true }) category!: string | null;
  @Column('timestamptz') openedAt!: Date;
  /** Nobody waits for it any more. */
  @Column('text', { nullable: true }) droppedWhy!: Payload<typeof paymentDropped>['why'] | null;
  /** When its notices are created, or tried again; null: there is nothing to create. */
  @Column('timestamptz', { nullable: true }) nextTryAt!: Date | null;
  /** When the last of it was paid or registered. */
  @Column('timestamptz', { nullable: true }) settledAt!: Date | null;
  /** By what staff finds it. Written with what it says, never read. */
  @Column('tsvector', { select: false, nullable: true }) words?: string;
  /** Grows with each fact that others are told. */
  @Column('integer') version!: number;
}

/** A way to pay a position: all at once, or in instalments. The one of which something is paid is chosen. */
@Entity('payment_options')
@Index('payment_options_position', ['positionId'])
export class PaymentOption {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') positionId!: string;
  @Column('text') kind!: 'single' | 'plan';
  @Column('smallint') place!: number;
}

export const isSettled = (state: string) => state === 'paid' || state === 'reported' || state === 'paid_elsewhere';

/** What becomes of a position at an instant. What was given up for another way to pay, or withdrawn, no longer counts. */
export function stateOf({ droppedWhy }: Pick<Position, 'droppedWhy'>, instalments: readonly Instalment[], now: Date): PositionState {
  const states = instalments.map((instalment) => instalment.stateAt(now)).filter((it) => it !== 'excluded' && it !== 'cancelled');
  const has = (state: (typeof states)[number]) => states.includes(state);
  if (states.length === 0) return droppedWhy === 'elsewhere' ? 'paid' : 'cancelled';
  if (has('draft')) return 'creating';
  if (has('creation_failed')) return 'creation_failed';
  if (states.every((state) => state === 'reported')) return 'reported';
  if (states.every(isSettled)) return 'paid';
  if (states.some(isSettled)) return 'partly_paid';
  if (has('open')) return 'to_pay';
  return has('to_collection') ? 'to_collection' : 'expired';
}

/** Whether nothing of a position is to be paid any more, since all of one way to pay is there. */
export const isAllPaid = (instalments: readonly Instalment[], now: Date): boolean =>
  ['paid', 'reported'].includes(stateOf({ droppedWhy: null }, instalments, now));
