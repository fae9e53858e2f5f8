import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A refusal that was announced, and the observations of the applicant (law 241/1990, art. 10-bis). At most one is awaited at a time. */
@Entity('observations')
@Index('observations_practice', ['practiceId', 'announcedAt'])
@Index('observations_awaited', ['answerBy', 'practiceId'], { where: "status = 'awaited'" })
export class Observations {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') status!: 'awaited' | 'sent' | 'ended';
  @Column('text') reason!: string;
  @Column('timestamptz') announcedAt!: Date;
  /** Last day for them, in Rome. */
  @Column('date') answerBy!: string;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
