import type { CatalogueGroup } from '@sportello/contracts/practices/catalogue-groups';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The categories, topics and recipients of a body; while it has no row those of the product hold. */
@Entity('catalogue_groups')
export class CatalogueGroups {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') categories!: CatalogueGroup[];
  @Column('jsonb') topics!: CatalogueGroup[];
  @Column('jsonb') recipients!: CatalogueGroup[];
}
