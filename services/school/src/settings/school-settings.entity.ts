import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a body has set up its school services. */
@Entity('school_settings')
export class SchoolSettings {
  @PrimaryColumn('uuid') organizationId!: string;
  /** By which parents report wrong data (SCH-17). */
  @Column('uuid', { nullable: true }) reportProcedureId!: string | null;
  /** By which they ask for a special diet (SCH-34). */
  @Column('uuid', { nullable: true }) dietProcedureId!: string | null;
  @Column('integer') version!: number;
}
