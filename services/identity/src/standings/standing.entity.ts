import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often the rights of a person have changed: role, services, suspension, password, policy, profile. Nobody's change is version 0. */
@Entity('standings')
@Index('standings_untold', ['changedAt'], { where: 'not is_told' })
@Index('standings_changed', ['changedAt'])
export class Standing {
  @PrimaryColumn('uuid') personId!: string;
  @Column('integer') version!: number;
  /** What was signed in before this instant is over: the password is another one since. */
  @Column('timestamptz', { nullable: true }) signInsSince!: Date | null;
  @Column('timestamptz') changedAt!: Date;
  /** Whether Redis, where the gateway looks, has this version. */
  @Column('boolean') isTold!: boolean;
}
