import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A body of this installation: a comune, a region, a ministry, a school. */
@Entity('organizations')
export class OrganizationRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'region' | 'municipality' | 'ministry' | 'school';
  /** Counts the changes: consumers of the name keep the highest. */
  @Column('integer') version!: number;
}
