import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Mover } from './moves.js';

/** One passage of the Iter of a practice: written with the change, never edited (PRA-19). */
@Entity('passages')
@Index('passages_practice', ['practiceId', 'id'])
export class Passage {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) fromStatus!: PracticeStatus | null;
  @Column('text') toStatus!: PracticeStatus;
  @Column('text') move!: string;
  @Column('text') actorSide!: Mover['side'];
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
}
