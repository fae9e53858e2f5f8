import type { Output } from '@sportello/contracts/contract';
import type { getTheme } from '@sportello/contracts/identity/themes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Theme = Output<typeof getTheme>;

/** How a body shows itself. A body without a row has the look of the installation. */
@Entity('themes')
export class ThemeRow {
  @PrimaryColumn('uuid') organizationId!: string;
  /** Counts the changes: consumers keep the highest. */
  @Column('integer') version!: number;
  @Column('jsonb') name!: Theme['name'];
  @Column('jsonb', { nullable: true }) logo!: Theme['logo'];
  @Column('text') primaryColour!: string;
  @Column('jsonb') footer!: Theme['footer'];
}
