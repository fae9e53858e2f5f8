import type { SignInMethod } from '@sportello/contracts/identity/people';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A sign-in: what is sent under it counts as signed by this person (CAD, art. 65). Append-only. */
@Entity('authentications')
@Index('authentications_person', ['personId', 'authenticatedAt'])
@Index('authentications_of_body', ['organizationId', 'authenticatedAt', 'id'])
export class Authentication {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  /** The body that the person works for, if any. */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('text') method!: SignInMethod;
  /** 1, 2 or 3. */
  @Column('smallint') level!: number;
  @Column('timestamptz') authenticatedAt!: Date;
  /** The IP address that the request came from. */
  @Column('text') address!: string;
  /** The trace under which the logs speak of it. */
  @Column('text') requestId!: string;
}
