import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last place given in the order of arrival of a procedure. */
@Entity('arrival_counters')
export class ArrivalCounter {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') last!: number;
}
