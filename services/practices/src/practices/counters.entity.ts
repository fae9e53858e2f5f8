import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given for a form's code. It does not restart, and a number is never used twice (PRA-01). */
@Entity('number_counters')
export class NumberCounter {
  @PrimaryColumn('text') code!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') last!: number;
}

/** The last place given in the order of arrival of a procedure. */
@Entity('arrival_counters')
export class ArrivalCounter {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') last!: number;
}
