import type { Template } from '@sportello/contracts/practices/templates';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The texts that officers of a service have at hand. */
@Entity('templates')
export class Templates {
  @PrimaryColumn('uuid') procedureId!: string;
  @Column('uuid') organizationId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') items!: Template[];
}
