import type { Input } from '@sportello/contracts/contract';
import type { putChecklist } from '@sportello/contracts/practices/marks';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is checked for each request to a service (PRA-90). */
@Entity('checklists')
export class Checklist {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') items!: Input<typeof putChecklist>['items'];
  @Column('boolean') isRequired!: boolean;
}

/** That somebody checked it for a practice. */
@Entity('checklist_ticks')
export class ChecklistTick {
  @PrimaryColumn('uuid') practiceId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') byId!: string;
  @Column('text') byName!: string;
  @Column('timestamptz') at!: Date;
}
