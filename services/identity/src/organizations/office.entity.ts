import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('offices')
export class OfficeRow {
  @PrimaryColumn('uuid') id!: string;
  @Index('offices_organization')
  @Column('uuid')
  organizationId!: string;
  @Column('text') name!: string;
  /** Counts the changes of the name. */
  @Column('integer', { default: 1 }) version!: number;
}
