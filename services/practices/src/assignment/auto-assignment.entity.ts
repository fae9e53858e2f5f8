import type { Input } from '@sportello/contracts/contract';
import type { putAutoAssignment } from '@sportello/contracts/practices/auto-assignment';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** To whom practices of a service go by themselves. */
@Entity('auto_assignments')
export class AutoAssignment {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') version!: number;
  @Column('text', { nullable: true }) field!: string | null;
  @Column('jsonb') rules!: Input<typeof putAutoAssignment>['rules'];
}
