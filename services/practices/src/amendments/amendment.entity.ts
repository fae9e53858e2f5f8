import type { Amendment as AmendmentShape } from '@sportello/contracts/practices/practices';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/** A request of additions and its answer. All are kept; at most one waits at a time. */
@Entity('amendments')
@Index('amendments_practice', ['practiceId', 'askedAt'])
@Index('amendments_pending', ['practiceId'], { unique: true, where: "status in ('open', 'answered')" })
export class Amendment {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') status!: z.infer<typeof AmendmentShape>['status'];
  @Column('text') reason!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  @Column('text', { nullable: true }) refusalReason!: string | null;
  @Column('timestamptz', { nullable: true }) judgedAt!: Date | null;
}
