import { followedPractice } from '@sportello/contracts/practices/fields';
import { isAway, worksOn } from '@sportello/directory/absences';
import { workedOnBy } from '@sportello/directory/officers';

/**
 * For each practice that is asked for, one row with all that its page shows, lists as JSON; none where the reader may not see it. An
 * applicant is known by the profile that she wears, an officer by the body that she works for.
 *
 * `$1` ids, `$2` readers, `$3` profiles or null, `$4` bodies or null, `$5` whether every procedure of the body is hers, `$6`
 * the least version of the copy of her rights, `$7` the day in Rome; `place` counts from 1.
 */
export const practicesOfReaders = `
select asked.place::int "place", p.id, p.number, p.procedure_id "procedureId", r.title "procedureTitle", r.subtitle "procedureSubtitle",
  p.organization_id "organizationId", coalesce(o.name, '') "organizationName", p.form_id "formId", p.status, p.version,
  p.created_at "createdAt", p.changed_at "changedAt", p.submitted_at "submittedAt", r.opens_at "opensAt", r.closes_at "closesAt",
  r.sending_opens_at "sendingOpensAt", r.sending_closes_at "sendingClosesAt", r.click_day_id "clickDayId",
  r.status "procedureStatus", r.audience, r.settings, r.contacts, p.language, p.content_sha256 "contentSha256", p.position, p.kid, p.signature,
  p.protocol_number "protocolNumber", p.protocol_at "protocolAt", p.applicant_id "applicantId", p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.method, p.desk_way "deskWay", p.desk_officer_name "deskOfficerName", p.profile_kind "profileKind", p.officer_id "officerId",
  p.officer_name "officerName", case when p.officer_id is not null and asked.organization_id is not null then (
    select json_build_object('to', a.absence ->> 'to', 'id', u.officer_id, 'name', u.name)
    from officer_copies a join officer_copies u on u.officer_id = (a.absence ->> 'substituteId')::uuid and u.organization_id = a.organization_id
    where a.officer_id = p.officer_id and ${isAway('a', '$7')} and ${worksOn('u', 'procedure', 'p.procedure_id')}) end "substitute", p.office_name "officeName", p.office_id "officeId", p.office_only "officeOnly", p.confirmation_mail "confirmationMail", p.copy_of_id "copyOfId", p.action,
  p.phase, p.has_payment "hasPayment", p.opinion_by::text "opinionBy", p.is_worked "isWorked",
  (select c.office_id from officer_copies c where c.officer_id = asked.reader_id and c.organization_id = asked.organization_id and c.is_active)
    "readerOfficeId",
  p.outcome_message "outcomeMessage", p.outcome_id "outcomeId", p.decided_at "decidedAt", p.existing_credential_on::text "existingCredentialOn",
  p.new_credential_on::text "newCredentialOn", p.term "termRule",
  exists (select 1 from stars s where s.reader_id = asked.reader_id and s.practice_id = p.id) "isImportant",
  (select json_agg(json_build_object('at', i.at, 'from', i.from_status, 'to', i.to_status, 'move', i.move, 'side', i.actor_side,
      'name', i.actor_name, 'reason', i.reason) order by i.id)
    from passages i where i.subject_kind = '${followedPractice.kind}' and i.subject_id = p.id) "iter",
  (select json_agg(json_build_object('id', a.id, 'purpose', a.purpose, 'fieldKey', a.field_key, 'name', a.name, 'type', a.type,
      'sizeBytes', a.size_bytes, 'sha256', a.sha256, 'addedAt', a.added_at, 'side', a.side, 'sentWith', a.sent_with) order by a.added_at, a.id)
    from attachments a where a.subject_kind = '${followedPractice.kind}' and a.subject_id = p.id and a.state = 'stored' and a.purpose <> 'message'
      and (a.purpose = 'form' or a.sent_at is not null)) "files",
  (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name, 'sizeBytes', d.size_bytes, 'sha256', d.sha256,
      'verificationCode', d.verification_code, 'issuedAt', d.issued_at) order by d.kind desc)
    from documents d where d.practice_id = p.id and d.sha256 is not null) "papers",
  (select json_agg(json_build_object('id', m.id, 'status', m.status, 'reason', m.reason, 'askedAt', m.asked_at, 'answer', m.answer,
      'answeredAt', m.answered_at, 'refusalReason', m.refusal_reason) order by m.asked_at, m.id)
    from amendments m where m.practice_id = p.id) "asked",
  (select json_agg(json_build_object('id', c.id, 'at', c.at, 'officerName', c.officer_name, 'reason', c.reason, 'changes', c.changes)
      order by c.at, c.id)
    from corrections c where c.practice_id = p.id) "corrected",
  (select json_agg(json_build_object('id', s.id, 'phase', s.phase, 'status', s.status, 'reason', s.reason, 'amountCents', s.amount_cents,
      'number', s.number, 'issuedOn', s.issued_on, 'note', s.note, 'documentSha256', s.document_sha256) order by s.asked_at, s.id)
    from stamps s where s.practice_id = p.id) "stamps",
  (select json_agg(json_build_object('id', y.id, 'phase', y.phase, 'status', y.status, 'reason', y.reason, 'amountCents', y.amount_cents,
      'settledAt', y.settled_at) order by y.asked_at, y.id)
    from payments y where y.practice_id = p.id) "payments",
  (select json_agg(json_build_object('id', b.id, 'calendarId', b.calendar_id, 'status', b.status, 'startsAt', b.starts_at, 'endsAt', b.ends_at)
      order by b.starts_at desc, b.id)
    from (select * from appointment_copies where practice_id = p.id order by starts_at desc, id limit 20) b) "booked",
  (select json_agg(json_build_object('id', n.id, 'status', n.status, 'reason', n.reason, 'announcedAt', n.announced_at, 'answerBy', n.answer_by,
      'text', n.text, 'sentAt', n.sent_at) order by n.announced_at, n.id)
    from observations n where n.practice_id = p.id) "announcedRefusals",
  (select json_agg(json_build_object('id', q.id, 'answerId', q.answer_id, 'officeId', q.office_id, 'officeName', q.office_name, 'question', q.question,
      'askedBy', q.asked_by_name, 'askedAt', q.asked_at, 'answerBy', q.answer_by, 'stance', q.stance, 'text', q.text,
      'givenBy', q.given_by_name, 'givenAt', q.given_at, 'droppedAt', q.dropped_at) order by q.asked_at, q.id)
    from opinions q where q.practice_id = p.id and asked.organization_id is not null) "opinionsAsked",
  (select json_agg(json_build_object('id', e.id, 'status', e.status, 'message', e.message, 'decidedAt', e.decided_at) order by e.decided_at, e.id)
    from past_outcomes e where e.practice_id = p.id) "endedBefore",
  (select json_agg(json_build_object('kind', f.kind, 'sourceId', f.source_id, 'number', e.number, 'year', e.year, 'at', e.registered_at,
      'isAnnulled', n.entry_id is not null) order by f.position)
    from filings f left join protocol_entries e on e.id = f.id left join protocol_annulments n on n.entry_id = f.id
    where f.practice_id = p.id and f.lane = 'protocol') "filed"
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[], $6::int[]) with ordinality
  as asked (id, reader_id, profile_id, organization_id, sees_all, rights_version, place)
cross join lateral (
  select * from (
    select *, asked.organization_id is not null and (asked.sees_all or procedure_id in (
      ${workedOnBy('procedure', 'asked.reader_id', 'asked.organization_id', 'asked.rights_version')})) is_worked
    from practices where id = asked.id offset 0) one
  where (applicant_id = asked.reader_id and profile_id = asked.profile_id and status <> 'deleted')
    or (organization_id = asked.organization_id and (submitted_at is not null or phase = 'request') and (is_worked or exists (
      select 1 from opinions q join officer_copies c on c.office_id = q.office_id and c.organization_id = q.organization_id
      where q.practice_id = one.id and q.dropped_at is null and c.officer_id = asked.reader_id and c.is_active
        and c.organization_id = asked.organization_id)))
  -- Each by its key. A plan is made once, perhaps on an empty table, and a join would then read all of it for ever.
  offset 0) p
join procedures r on r.id = p.procedure_id
left join organization_copies o on o.organization_id = p.organization_id`;
