import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Mover, Subject } from './subject.js';

/** One passage of the history of a subject: written with the change, never edited (PRA-19). */
@Entity('passages')
@Index('passages_subject', ['subjectId', 'id'])
export class Passage {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' }) id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') subjectKind!: string;
  @Column('uuid') subjectId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text', { nullable: true }) fromStatus!: string | null;
  @Column('text') toStatus!: string;
  @Column('text') move!: string;
  @Column('text') actorSide!: Mover['side'];
  @Column('uuid', { nullable: true }) actorId!: string | null;
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  /** With which the reason is hashed, so that nobody guesses one that is not told. The database gives it. */
  @Column({ type: 'uuid', insert: false, update: false, select: false }) salt!: string;
  /** Of this passage and of all before it: the database computes it (PRA-92). */
  @Column({ type: 'text', insert: false, update: false, select: false }) sha256!: string;
}

export type NewPassage = Omit<Passage, 'id' | 'salt' | 'sha256'>;

/** The passage that a move leaves. @param from null for the first */
export function passageOf(
  { kind, id, organizationId }: Subject,
  { move, from, to, reason = null }: { move: string; from: string | null; to: string; reason?: string | null },
  mover: Mover,
  at: Date,
): NewPassage {
  const actor = mover.side === 'system' ? { actorId: null, actorName: null } : { actorId: mover.id, actorName: mover.name };
  return {
    organizationId,
    subjectKind: kind,
    subjectId: id,
    at,
    fromStatus: from,
    toStatus: to,
    move,
    actorSide: mover.side,
    ...actor,
    reason,
  };
}
