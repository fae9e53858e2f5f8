import type { RatedPart, RatingAnswer } from '@sportello/contracts/practices/ratings';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How somebody rated a service: not who, and no closer than on which day (C.SE.1.7). */
@Entity('ratings')
@Index('ratings_newest', ['procedureId', 'part', 'givenOn', 'id'])
export class Rating {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') procedureId!: string;
  @Column('text') part!: RatedPart;
  @Column('smallint') stars!: number;
  @Column('text', { array: true }) answers!: RatingAnswer[];
  @Column('text') words!: string;
  @Column('date') givenOn!: string;
}
