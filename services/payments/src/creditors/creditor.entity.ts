import type { Creditor as Shape } from '@sportello/contracts/payments/creditors';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Settings = z.output<typeof Shape>;

/** A body as pagoPA knows it: its codes, its accounts, and what stands on its notices. */
@Entity('creditors')
@Index('creditors_fiscal_code', ['fiscalCode'], { unique: true })
export class Creditor {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('text') fiscalCode!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) officeName!: string | null;
  @Column('text', { nullable: true }) contacts!: string | null;
  @Column('text') brokerCode!: string;
  @Column('text') stationId!: string;
  @Column('text') segregationCode!: string;
  /** The account on which it collects. It is never shown to who pays, and never printed. */
  @Column('text') iban!: string;
  /** Taxonomy of what practices want, where nothing says it closer. */
  @Column('text') category!: string;
  @Column('text', { nullable: true }) cbillCode!: string | null;
  @Column('jsonb', { nullable: true }) postal!: Settings['postal'];
  @Column('boolean') namesBeneficiary!: boolean;
  /** How many days before the due date who owes something is reminded; null: never. */
  @Column('smallint', { nullable: true }) reminderDays!: number | null;
  @Column('integer') version!: number;
}
