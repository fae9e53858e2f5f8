import type { BookableService, Calendar as Shape } from '@sportello/contracts/appointments/calendars';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Settings = z.output<typeof Shape>;

/** Whom one meets, where, and on which conditions. */
@Entity('calendars')
@Index('calendars_body', ['organizationId', 'title', 'id'])
export class Calendar {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') title!: string;
  @Column('jsonb') place!: Settings['place'];
  @Column('text') contactMail!: string;
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('jsonb') services!: BookableService[];
  @Column('boolean') isHidden!: boolean;
  @Column('smallint') noticeDays!: number;
  @Column('smallint') horizonDays!: number;
  @Column('smallint') cancelDays!: number;
  @Column('smallint') draftMinutes!: number;
  @Column('smallint') mostMoves!: number;
  @Column('boolean') isModerated!: boolean;
  @Column('boolean') needsSignIn!: boolean;
  @Column('jsonb', { nullable: true }) limit!: Settings['limit'];
  @Column('jsonb', { nullable: true }) personLimit!: Settings['personLimit'];
  @Column('boolean') tellsOfficers!: boolean;
  @Column('boolean') tellsCitizens!: boolean;
  /** For how long a place is offered to each person on the waiting list; null: none is kept. */
  @Column('smallint', { nullable: true, default: 120 }) offerMinutes!: number | null;
  @Column('integer') version!: number;
  /** Grows when its opening hours or closing periods change: what was worked out of them is out of date. */
  @Column('integer', { default: 1 }) hoursVersion!: number;

  /** Without a mail nobody would learn of an offer. */
  get keepsWaitingList(): boolean {
    return this.offerMinutes !== null && this.tellsCitizens && !this.isHidden;
  }

  /** How long a meeting for one of its services takes; null: as long as the opening hours say. */
  minutesFor(key: string | undefined): number | null {
    return this.services.find((service) => service.key === key)?.minutes ?? null;
  }
}
