import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That an officer has a practice open (PRA-89). It is forgotten within a minute. */
@Entity('presences')
@Index('presences_seen', ['seenAt'])
export class Presence {
  @PrimaryColumn('uuid') practiceId!: string;
  @PrimaryColumn('uuid') officerId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') name!: string;
  @Column('boolean') isWriting!: boolean;
  @Column('timestamptz') seenAt!: Date;
}
