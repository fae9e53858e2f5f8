import { followedPractice } from '@sportello/contracts/practices/fields';
import { workedOnBy } from '@sportello/directory/officers';

/**
 * For each practice that is asked for, one row with all that its page shows, lists as JSON; none where the reader may not see it. An
 * applicant is known by the profile that she wears, an officer by the body that she works for.
 *
 * `$1` ids, `$2` readers, `$3` profiles or null, `$4` bodies or null, `$5` whether every procedure of the body is hers, `$6`
 * the least version of the copy of her rights; `place` counts from 1.
 */
export const practicesOfReaders = `
select asked.place::int "place", p.id, p.number, p.procedure_id "procedureId", r.title "procedureTitle", r.subtitle "procedureSubtitle",
  p.organization_id "organizationId", coalesce(o.name, '') "organizationName", p.form_id "formId", p.status, p.version,
  p.created_at "createdAt", p.changed_at "changedAt", p.submitted_at "submittedAt", r.opens_at "opensAt", r.closes_at "closesAt",
  r.status "procedureStatus", r.audience, r.settings, r.contacts, p.content_sha256 "contentSha256", p.position, p.kid, p.signature,
  p.protocol_number "protocolNumber", p.applicant_id "applicantId", p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.method, p.profile_kind "profileKind", p.officer_id "officerId",
  p.officer_name "officerName", p.office_name "officeName", p.confirmation_mail "confirmationMail", p.copy_of_id "copyOfId",
  p.outcome_message "outcomeMessage", p.decided_at "decidedAt", p.existing_credential_on::text "existingCredentialOn",
  p.new_credential_on::text "newCredentialOn",
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
    from amendments m where m.practice_id = p.id) "asked"
from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[], $6::int[]) with ordinality
  as asked (id, reader_id, profile_id, organization_id, sees_all, rights_version, place)
cross join lateral (
  select * from practices
  where id = asked.id and (
    (applicant_id = asked.reader_id and profile_id = asked.profile_id and status <> 'deleted')
    or (organization_id = asked.organization_id and submitted_at is not null
      and (asked.sees_all or procedure_id in (
        ${workedOnBy('procedure', 'asked.reader_id', 'asked.organization_id', 'asked.rights_version')}))))
  -- Each by its key. A plan is made once, perhaps on an empty table, and a join would then read all of it for ever.
  offset 0) p
join procedures r on r.id = p.procedure_id
left join organization_copies o on o.organization_id = p.organization_id`;
