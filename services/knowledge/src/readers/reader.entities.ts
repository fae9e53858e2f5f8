import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That an article was opened in a visit: kept as long as a visit can last, so that it counts once (KNB-05). */
@Entity('visits')
export class Visit {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('uuid') visitId!: string;
  @Index('visits_at')
  @Column('timestamptz')
  at!: Date;
}

/** What one person says of an article: the key is the rule (KNB-10, KNB-11). */
@Entity('opinions')
export class OpinionRow {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') organizationId!: string;
  @Column('boolean', { nullable: true }) isUseful!: boolean | null;
  @Column('smallint', { nullable: true }) stars!: number | null;
  @Column('timestamptz') at!: Date;
}

/** What somebody is missing in an article (KNB-20). Who wrote it is kept so that one person does not fill the list, and told to nobody. */
@Entity('remarks')
@Index('remarks_open', ['organizationId', 'at', 'id'], { where: 'closed_at is null' })
@Index('remarks_closed', ['organizationId', 'at', 'id'], { where: 'closed_at is not null' })
export class Remark {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') articleId!: string;
  @Column('uuid') personId!: string;
  @Column('text') words!: string;
  @Column('timestamptz') at!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closedBy!: string | null;
}

/** What was looked for and not found, by its words; of whom is not kept. */
@Entity('unanswered_searches')
@Index('unanswered_searches_times', ['times'])
export class UnansweredSearch {
  @PrimaryColumn('text') words!: string;
  @Column('integer') times!: number;
  @Index('unanswered_searches_last')
  @Column('timestamptz')
  lastAt!: Date;
}
