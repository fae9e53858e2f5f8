import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a parent told once, and what she was answered: told again it is answered the same, whatever has become of its days. */
@Entity('absence_reports')
export class AbsenceReport {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('timestamptz') at!: Date;
  /** Of what was asked, as a hash. */
  @Column('text') asked!: string;
  /** Without names: those are read anew. */
  @Column('jsonb') answers!: Answered[];
}

export interface Answered {
  childId: string;
  day: string;
  serviceName: string | null;
  state: 'reported' | 'refused_late' | 'refused_no_service' | 'refused_duplicate';
  absenceId: string | null;
}
