import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { LimitSettings } from '@sportello/contracts/practices/limits';
import type { AccessSettings, ProcedureStatus, WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { ServiceSheet } from '@sportello/contracts/practices/sheets';
import type { Actor } from '@sportello/messaging/actor';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';
import { signInReason } from './sign-in-rule.js';
import { windowReason } from './window.js';

/** A service of a body that people can ask for: what its form, its window and its rules are. */
@Entity('procedures')
@Index('procedures_shelf', ['status', 'category', 'id'])
/** GIN: the migration makes it, because decorators know no kinds of index. */
@Index('procedures_words', { synchronize: false })
export class Procedure {
  @PrimaryColumn('uuid') id!: string;
  @Index('procedures_organization')
  @Column('uuid')
  organizationId!: string;
  /** Every number begins with it, so it belongs to one procedure of the whole installation. */
  @Index('procedures_code', { unique: true })
  @Column('text')
  code!: string;
  @Column('jsonb') title!: Text;
  @Column('jsonb') subtitle!: Text;
  @Column('text') category!: string;
  /** Other entries of its body's catalogue, by which it is found. */
  @Column('text', { array: true, default: '{}' }) topics!: string[];
  @Column('text', { array: true, default: '{}' }) recipients!: string[];
  @Column('text') status!: z.infer<typeof ProcedureStatus>;
  @Column('text', { array: true }) audience!: ProfileKind[];
  @Column('timestamptz', { nullable: true }) opensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closesAt!: Date | null;
  /** On which click day it is sent; null: while it is open. Its window then says when it is filled in. */
  @Index('procedures_click_day')
  @Column('uuid', { nullable: true })
  clickDayId!: string | null;
  /** Of its click day, so that whoever sends reads one row. */
  @Column('timestamptz', { nullable: true }) sendingOpensAt!: Date | null;
  @Column('timestamptz', { nullable: true }) sendingClosesAt!: Date | null;
  @Column('jsonb') settings!: WorkflowSettings;
  /** With what people must have signed in. */
  @Column('jsonb', { default: { level: 1, methods: [] } }) access!: AccessSettings;
  /** How many requests it takes, and which of them only once. */
  @Column('jsonb', { default: {} }) limits!: LimitSettings;
  /** Why it is suspended or withdrawn. */
  @Column('jsonb', { nullable: true }) statusReason!: Text | null;
  /** The version of the form that new practices take. */
  @Column('uuid', { nullable: true }) formId!: string | null;
  @Column('jsonb', { nullable: true }) contacts!: Text | null;
  /** Whether other bodies may make a service like it. */
  @Column('boolean', { default: false }) isModel!: boolean;
  /** What its page says besides. */
  @Column('jsonb', { default: {} }) sheet!: ServiceSheet;
  /** Other words that people use for it, in either language. */
  @Column('text', { array: true, default: '{}' }) synonyms!: string[];
  /** Counts the changes that an administrator makes. */
  @Column('integer', { default: 1 }) version!: number;
  /** The Italian title as it is sorted: small letters without accents. */
  @Column('text') searchText!: string;
  /** The words by which it is found, with their stems, weighted. Written with SQL alone. */
  @Column('tsvector', { select: false, nullable: true }) words!: string | null;

  /** Why this actor cannot start now, in words; null when she can (CAT-11, CAT-16). */
  whyNot(
    { roles, profileKind, method, level, desk }: Pick<Actor, 'roles' | 'profileKind' | 'method' | 'level'> & { desk?: object | undefined },
    now: Date,
  ): Text | null {
    if (this.status !== 'published') return this.whyClosed;
    if (roles.includes('visitor')) return windowReason(this, now) ?? signInFirst;
    if (!this.isFor(profileKind)) return otherProfiles;
    if (!this.formId) return noForm;
    return windowReason(this, now) ?? signInReason(this.access, { method, level, desk });
  }

  private get whyClosed(): Text {
    const { statusReason } = this;
    return statusReason ? { it: `${closed.it}: ${statusReason.it}`, en: `${closed.en}: ${statusReason.en}` } : closed;
  }

  /** Whether everybody may know of it: what is not published yet, or no more, is its body's own. */
  get isPublic(): boolean {
    return this.status === 'published' || this.status === 'suspended';
  }

  isFor(profileKind: string | null): boolean {
    return this.audience.some((kind) => kind === profileKind);
  }
}

const closed: Text = { it: 'Il servizio è sospeso', en: 'The service is suspended' };
const signInFirst: Text = { it: 'Accedi per iniziare', en: 'Sign in to start' };
const otherProfiles: Text = { it: 'Il servizio è riservato ad altri profili', en: 'The service is for other profiles' };
const noForm: Text = { it: 'Il modulo non è ancora disponibile', en: 'The form is not available yet' };
