import type { Text } from '@sportello/contracts/contract';
import type { Direction, ProtocolEntry as EntryShape, RegisteredKind, RegisterKind } from '@sportello/contracts/practices/protocol';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

/**
 * One entry of the register of a body (d.P.R. 445/2000, art. 53). Its id is the key of what was handed over. The database lets nobody change or
 * delete one.
 */
@Entity('protocol_entries')
@Index('protocol_entries_number', ['organizationId', 'register', 'year', 'number'], { unique: true })
@Index('protocol_entries_search', ['organizationId', 'number'])
@Index('protocol_entries_time', ['organizationId', 'registeredAt', 'id'])
@Index('protocol_entries_practice', ['practiceId', 'registeredAt'])
export class ProtocolEntry {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') register!: z.infer<typeof RegisterKind>;
  @Column('integer') year!: number;
  @Column('text') number!: string;
  @Column('text') direction!: Direction;
  @Column('text') kind!: RegisteredKind;
  @Column('uuid') practiceId!: string;
  @Column('text') practiceNumber!: string;
  /** As in what was handed over. */
  @Column('uuid') sourceId!: string;
  @Column('jsonb') procedureTitle!: Text;
  @Column('text') correspondent!: string;
  @Column('timestamptz') registeredAt!: Date;
  @Column('jsonb') documents!: z.infer<typeof EntryShape>['documents'];
}

/** That an entry no longer stands: the entry itself stays as it is, and its number stays taken. */
@Entity('protocol_annulments')
@Index('protocol_annulments_time', ['organizationId', 'at'])
export class ProtocolAnnulment {
  @PrimaryColumn('uuid') entryId!: string;
  @Column('uuid') organizationId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid') byId!: string;
  @Column('text') byName!: string;
  @Column('text') reason!: string;
}

/** The register of one day, as a document that nobody changes afterwards. */
@Entity('protocol_days')
@Index('protocol_days_part', ['organizationId', 'day', 'part'], { unique: true })
export class ProtocolDay {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  /** In Europe/Rome. */
  @Column('date') day!: string;
  @Column('integer') part!: number;
  @Column('text', { nullable: true }) firstNumber!: string | null;
  @Column('text', { nullable: true }) lastNumber!: string | null;
  @Column('integer') entries!: number;
  @Column('integer') annulments!: number;
  @Column('text') key!: string;
  @Column('text') name!: string;
  @Column('integer') sizeBytes!: number;
  @Column('text') sha256!: string;
  @Column('text', { nullable: true }) previousSha256!: string | null;
  @Column('timestamptz') madeAt!: Date;
}

/** Where a body registers: without a row, in the register kept here. */
@Entity('protocol_settings')
export class ProtocolSetting {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('text') register!: z.infer<typeof RegisterKind>;
  @Column('integer') version!: number;
}
