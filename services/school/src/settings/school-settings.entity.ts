import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a body has set up its school services. */
@Entity('school_settings')
export class SchoolSettings {
  @PrimaryColumn('uuid') organizationId!: string;
  /** By which parents report wrong data (SCH-17). */
  @Column('uuid', { nullable: true }) reportProcedureId!: string | null;
  @Column('integer') version!: number;
}
