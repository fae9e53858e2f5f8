import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one side wrote to the other, or an officer's private note (PRA-41, PRA-42). Never edited. */
@Entity('messages')
@Index('messages_practice', ['practiceId', 'sentAt', 'id'])
export class Message {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('uuid') practiceId!: string;
  @Column('text') kind!: 'message' | 'note';
  @Column('text') fromSide!: 'applicant' | 'office';
  @Column('uuid') authorId!: string;
  @Column('text') authorName!: string;
  @Column('text') text!: string;
  @Column('timestamptz') sentAt!: Date;
}
