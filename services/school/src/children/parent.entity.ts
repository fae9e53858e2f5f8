import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who somebody is by the sign-in that she last came with: identity is asked once for each. */
@Entity('parents')
@Index('parents_fiscal_code', ['fiscalCode'])
export class Parent {
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid', { nullable: true }) authenticationId!: string | null;
  @Column('text') fiscalCode!: string;
  @Column('text') name!: string;
}
