import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By what readers find their way, with the categories inside (KNB-02, KNB-06). */
@Entity('topics')
@Index('topics_order', ['position', 'id'])
@Index('topics_body', ['organizationId', 'position', 'id'])
export class Topic {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Index('topics_slug', { unique: true })
  @Column('text')
  slug!: string;
  /** Addresses that it had: they lead to it (KNB-09). */
  @Column('text', { array: true }) formerSlugs!: string[];
  @Column('jsonb') name!: Text;
  /** Empty: everybody. */
  @Column('text', { array: true }) audience!: ProfileKind[];
  @Column('smallint') position!: number;
  @Column('jsonb') categories!: { id: string; name: Text }[];
  @Column('integer') version!: number;

  nameOf(categoryId: string | null): Text | null {
    return this.categories.find(({ id }) => id === categoryId)?.name ?? null;
  }
}
