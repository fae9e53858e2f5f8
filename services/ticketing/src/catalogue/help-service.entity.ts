import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { HelpRoute, HelpServiceStatus } from '@sportello/contracts/ticketing/catalogue';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By what those who need help find their way (CAT-02). */
@Entity('help_categories')
@Index('help_categories_order', ['position', 'id'])
export class HelpCategory {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('jsonb') name!: Text;
  @Column('smallint') position!: number;
  @Column('integer') version!: number;
}

/** Something that help can be asked for: a card of the catalogue, with its form (TIC-02). */
@Entity('help_services')
@Index('help_services_category', ['categoryId', 'id'])
/** Of words, for which decorators have none. */
@Index('help_services_words', { synchronize: false })
export class HelpService {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') categoryId!: string;
  @Column('jsonb') group!: Text;
  @Column('jsonb') name!: Text;
  @Column('jsonb') intro!: Text;
  /** By which lists are ordered: its title and name in Italian. */
  @Column('text') title!: string;
  @Column('jsonb') audience!: ProfileKind[];
  @Column('jsonb') routes!: HelpRoute[];
  @Column('text') status!: HelpServiceStatus;
  @Column('uuid', { nullable: true }) formId!: string | null;
  /** The words by which it is found. Never read. */
  @Column('tsvector', { select: false }) words!: string;
  @Column('integer') version!: number;

  /** Whether it is shown to whoever wears a profile; what is suspended is, and cannot be sent. */
  isOfferedTo(profileKind: string): boolean {
    const isShown = this.status === 'published' || this.status === 'suspended';
    return isShown && this.formId !== null && this.audience.some((kind) => kind === profileKind);
  }
}
