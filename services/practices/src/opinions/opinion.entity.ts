import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What an office of the body was asked about a practice, and its opinion (law 241/1990, art. 16). */
@Entity('opinions')
@Index('opinions_practice', ['practiceId', 'askedAt'])
@Index('opinions_office', ['officeId', 'askedAt', 'id'])
export class Opinion {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('uuid') officeId!: string;
  @Column('text') officeName!: string;
  @Column('text') question!: string;
  @Column('text') askedByName!: string;
  @Column('timestamptz') askedAt!: Date;
  /** Last day for it, in Rome. */
  @Column('date') answerBy!: string;
  /** What the files of the answer are sent with. */
  @Column('uuid') answerId!: string;
  @Column('text', { nullable: true }) stance!: 'positive' | 'negative' | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('text', { nullable: true }) givenByName!: string | null;
  @Column('timestamptz', { nullable: true }) givenAt!: Date | null;
  @Column('timestamptz', { nullable: true }) droppedAt!: Date | null;
}
