import type { Mover } from '@sportello/casework/subject';
import { type ProfileKind, signInLabels } from '@sportello/contracts/identity/people';
import { followedPractice } from '@sportello/contracts/practices/fields';
import type { AccessSettings } from '@sportello/contracts/practices/procedures';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import type { TermSettings } from '@sportello/contracts/practices/terms';
import { displayDate, romeDateTime } from '@sportello/italy/rome-time';
import type { OutboxRow } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import type { Candidate } from '../limits/limits.js';
import { type Author, deskReason } from '../practices/author.js';
import type { Enabling } from '../practices/enabling.js';
import type { ProcedureRules } from '../practices/moves.js';

/** A practice as it is found when its group is taken in, with what the rules look at. */
export interface Found extends Candidate {
  applicantId: string;
  profileId: string;
  applicantName: string;
  number: string;
  version: number;
  status: PracticeStatus;
  contentSha256: string | null;
  submittedAt: Date | null;
  position: number | null;
  kid: string | null;
  signature: string | null;
  /** The version that went; null as long as none has. */
  sentVersion: number | null;
  profileKind: ProfileKind;
  procedureStatus: string;
  audience: ProfileKind[];
  settings: ProcedureRules['settings'];
  access: AccessSettings;
  opensAt: Date | null;
  closesAt: Date | null;
  sendingOpensAt: Date | null;
  sendingClosesAt: Date | null;
  contacts: ProcedureRules['contacts'];
  /** Whether its service assigns what comes in, and does not wait for its number. */
  isAssigned: boolean;
}

/** How whoever sends had signed in (IDE-29). */
export type SignIn = Pick<Author, 'authenticationId' | 'authenticatedAt' | 'method' | 'level' | 'language' | 'desk'>;

/** One that is accepted. */
export interface Sending {
  row: Found;
  at: Date;
  /** The sign-in by which it was sent; null where nobody does. */
  signIn: SignIn | null;
  /** Of the request that sent it. */
  traceparent: string;
  /** Days to be told, for requests of enabling. */
  enabling: Enabling | null;
  term: TermSettings;
  /** Last day for the answer; null for what is answered elsewhere. */
  answerBy: string | null;
}

interface Asked {
  practiceId: string;
  personId: string;
  profileId: string;
}

/** Locks what its own applicants ask to send. In the order of ids, so that two replicas never wait for each other in a circle. */
export const lockAsked = (tx: EntityManager, asked: readonly Asked[]): Promise<Found[]> => findAsked(tx, asked, 'for update of p');

/** What its own applicants would send: nobody who sends waits for who only asks. */
export const readAsked = (tx: EntityManager, asked: readonly Asked[]): Promise<Found[]> => findAsked(tx, asked, '');

const findAsked = (tx: EntityManager, asked: readonly Asked[], lock: '' | 'for update of p'): Promise<Found[]> =>
  tx.query(
    `select p.id, p.organization_id "organizationId", p.procedure_id "procedureId", p.applicant_id "applicantId",
       p.profile_id "profileId", p.applicant_name "applicantName", p.number, p.version, p.status, p.content_sha256 "contentSha256",
       p.submitted_at "submittedAt", p.position, p.kid, p.signature, p.sent_version "sentVersion", r.status "procedureStatus", r.audience, p.profile_kind "profileKind", r.settings, r.access, r.opens_at "opensAt", case when p.action is null then r.limits else '{}'::jsonb end limits, p.places,
       not coalesce((r.settings ->> 'registers')::boolean, false)
         and exists (select 1 from auto_assignments a where a.procedure_id = r.id and a.field is not null) "isAssigned",
       p.applicant_fiscal_code "applicantFiscalCode",
       case when r.limits ? 'countedBy' or r.limits ? 'uniqueBy' then p.content end content,
       r.closes_at "closesAt", r.sending_opens_at "sendingOpensAt", r.sending_closes_at "sendingClosesAt", r.contacts
     from practices p join procedures r on r.id = p.procedure_id
     where p.status <> 'deleted' and p.id = any($1) and (p.applicant_id, p.profile_id) in (select * from unnest($2::uuid[], $3::uuid[]))
     order by p.id ${lock}`,
    [asked.map(({ practiceId }) => practiceId), asked.map(({ personId }) => personId), asked.map(({ profileId }) => profileId)],
  );

/** Takes as many places as are sent to each procedure. @returns the first of them, by procedure */
export async function takePlaces(tx: EntityManager, sendings: readonly Sending[]): Promise<Map<string, number>> {
  const counts = new Map<string, { organizationId: string; count: number }>();
  for (const { row } of sendings) {
    const { organizationId, count } = counts.get(row.procedureId) ?? { organizationId: row.organizationId, count: 0 };
    counts.set(row.procedureId, { organizationId, count: count + 1 });
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows: { id: string; last: number }[] = await tx.query(
    `insert into arrival_counters as known (procedure_id, organization_id, last)
     select * from unnest($1::uuid[], $2::uuid[], $3::int[])
     on conflict (procedure_id) do update set last = known.last + excluded.last
     returning procedure_id id, last`,
    [sorted.map(([id]) => id), sorted.map(([, { organizationId }]) => organizationId), sorted.map(([, { count }]) => count)],
  );
  return new Map(rows.map(({ id, last }) => [id, last - (counts.get(id)?.count ?? 0) + 1]));
}

/** By which move of the table, and of whom, requests are presented. */
export interface Presenting {
  move: 'submit' | 'present' | 'exempt';
  from: PracticeStatus;
  /** Null for each applicant herself. */
  mover: Mover | null;
  reason?: string;
}

/** What the history says of the sign-in that stands for a signature: how, at which level, when, and under which record. */
function signedBy({ method, level, authenticatedAt, authenticationId, language, desk }: SignIn): string | null {
  if (desk) return deskReason(desk, language);
  if (!method || !authenticationId || !authenticatedAt) return null;
  const { date, time } = romeDateTime(new Date(authenticatedAt));
  const words = { it: `livello ${level}`, en: `level ${level}` }[language];
  return `${signInLabels[method][language]}, ${words}, ${displayDate(date)} ${time}, ${authenticationId}`;
}

const personOf = (mover: Mover | null) => (mover && 'id' in mover ? mover : null);

/** The change and its passage, for all at once. */
export const writeSent = (tx: EntityManager, sendings: readonly Sending[], { move, from, mover, reason }: Presenting): Promise<unknown> =>
  tx.query(
    `with sending as (
       select * from unnest($1::uuid[], $2::timestamptz[], $3::int[], $4::text[], $5::uuid[], $6::date[], $7::date[], $8::text[], $9::text[], $10::date[], $17::int[],
           $18::text[], $19::int[], $20::timestamptz[], $21::text[], $22::uuid[], $23::text[], $24::boolean[])
         as s (id, at, position, signature, authentication_id, existing_on, new_on, kid, term, answer_by, places, method, level,
           authenticated_at, signed, author_id, author_name, is_assigned)),
     sent as (
       update practices p set status = 'submitted', submitted_at = s.at, changed_at = s.at, position = s.position,
         kid = s.kid, signature = s.signature, authentication_id = coalesce(s.authentication_id, p.authentication_id),
         method = coalesce(s.method, p.method), level = coalesce(s.level, p.level), authenticated_at = coalesce(s.authenticated_at, p.authenticated_at), version = p.version + 1,
         sent_version = p.version, phase = null, existing_credential_on = s.existing_on, new_credential_on = s.new_on,
         to_assign_since = case when s.is_assigned then s.at end, term = s.term::jsonb, answer_by = s.answer_by, places = s.places,
         desk_way = case when s.author_id is null and $12 = 'submit' then null else p.desk_way end
       from sending s where p.id = s.id
       returning p.id, p.organization_id, p.applicant_id, p.applicant_name, p.submitted_at, s.signed, s.author_id, s.author_name)
     insert into passages (organization_id, subject_kind, subject_id, at, from_status, to_status, move, actor_side, actor_id, actor_name, reason)
     select organization_id, '${followedPractice.kind}', id, submitted_at, $11, 'submitted', $12, $13,
       case when $13 = 'applicant' then coalesce(author_id, applicant_id) else $14::uuid end,
       case when $13 = 'applicant' then coalesce(author_name, applicant_name) else $15 end, coalesce($16, signed) from sent`,
    [
      sendings.map(({ row }) => row.id),
      sendings.map(({ at }) => at),
      sendings.map(({ row }) => row.position),
      sendings.map(({ row }) => row.signature),
      sendings.map(({ signIn }) => signIn?.authenticationId ?? null),
      sendings.map(({ enabling }) => enabling?.existingCredentialOn ?? null),
      sendings.map(({ enabling }) => enabling?.newCredentialOn ?? null),
      sendings.map(({ row }) => row.kid),
      sendings.map(({ term }) => JSON.stringify(term)),
      sendings.map(({ answerBy }) => answerBy),
      ...[from, move, mover?.side ?? 'applicant', personOf(mover)?.id ?? null, personOf(mover)?.name ?? null, reason ?? null],
      sendings.map(({ row }) => row.places),
      sendings.map(({ signIn }) => signIn?.method ?? null),
      sendings.map(({ signIn }) => signIn?.level ?? null),
      sendings.map(({ signIn }) => signIn?.authenticatedAt ?? null),
      sendings.map(({ signIn }) => signIn && signedBy(signIn)),
      sendings.map(({ signIn }) => signIn?.desk?.officerId ?? null),
      sendings.map(({ signIn }) => signIn?.desk?.officerName ?? null),
      sendings.map(({ row }) => row.isAssigned),
    ],
  );

export async function writeEvents(
  tx: EntityManager,
  rows: readonly Pick<OutboxRow, 'id' | 'subject' | 'payload' | 'traceparent' | 'occurredAt'>[],
) {
  if (rows.length === 0) return;
  await tx.query(
    `insert into outbox (id, subject, payload, traceparent, occurred_at)
     select id, subject, payload::jsonb, traceparent, occurred_at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as o (id, subject, payload, traceparent, occurred_at)`,
    [
      rows.map(({ id }) => id),
      rows.map(({ subject }) => subject),
      rows.map(({ payload }) => JSON.stringify(payload)),
      rows.map(({ traceparent }) => traceparent),
      rows.map(({ occurredAt }) => occurredAt),
    ],
  );
}
