import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What another system of a body wanted to be paid (PAY-11, INT-22): system and number say that it was told before. */
@Entity('told_dues')
@Index('told_dues_once', ['organizationId', 'number', 'source'], { unique: true })
export class ToldDue {
  @PrimaryColumn('uuid') positionId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') source!: string;
  @Column('text') number!: string;
  /** SHA-256 of what was told, by which the same is known again. */
  @Column('text') digest!: string;
}
