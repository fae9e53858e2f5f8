import type { View as ViewShape } from '@sportello/contracts/practices/views';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Shape = z.infer<typeof ViewShape>;

/** A list as an officer wants it, under a name, for herself or for colleagues. */
@Entity('views')
@Index('views_name', ['ownerId', 'organizationId', 'list', 'name'], { unique: true })
@Index('views_shared', ['organizationId', 'list', 'scope'])
export class View {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') list!: Shape['list'];
  @Column('uuid') ownerId!: string;
  @Column('text') ownerName!: string;
  /** The author's, when she last saved it. */
  @Column('uuid', { nullable: true }) officeId!: string | null;
  @Column('text') scope!: Shape['scope'];
  @Column('text') name!: string;
  @Column('text') query!: string;
}
