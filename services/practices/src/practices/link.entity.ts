import type { LinkKind } from '@sportello/contracts/practices/marks';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How one practice stands to another (PRA-88); no two links of a kind lead the same way. */
@Entity('practice_links')
@Index('practice_links_once', ['practiceId', 'otherId', 'kind'], { unique: true })
@Index('practice_links_back', ['otherId'])
export class PracticeLink {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('uuid') otherId!: string;
  @Column('text') kind!: LinkKind;
  @Column('timestamptz') linkedAt!: Date;
}
