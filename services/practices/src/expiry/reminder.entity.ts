import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody was reminded of a practice that stands still for her (PRA-93): once for each cause and each time that it came up. */
@Entity('reminders')
export class Reminder {
  @PrimaryColumn('uuid') practiceId!: string;
  @PrimaryColumn('text') cause!: 'draft' | 'payment' | 'answer';
  /** When the practice came into the state in which it stands still. */
  @PrimaryColumn('timestamptz') since!: Date;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz') remindedAt!: Date;
}
