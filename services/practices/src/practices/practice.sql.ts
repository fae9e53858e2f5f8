/** One row with all that a page of a practice shows; lists come as JSON. `$1` is its id, `$2` the reader. */
const select = `
select p.id, p.number, p.procedure_id "procedureId", r.title "procedureTitle", r.subtitle "procedureSubtitle",
  p.organization_id "organizationId", coalesce(o.name, '') "organizationName", p.form_id "formId", p.status, p.version,
  p.created_at "createdAt", p.changed_at "changedAt", p.submitted_at "submittedAt", r.opens_at "opensAt", r.closes_at "closesAt",
  r.status "procedureStatus", r.audience, r.settings, r.contacts, p.content_sha256 "contentSha256", p.position, p.signature,
  p.protocol_number "protocolNumber", p.applicant_id "applicantId", p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.method, p.profile_kind "profileKind", p.officer_id "officerId",
  p.officer_name "officerName", p.office_name "officeName", p.confirmation_mail "confirmationMail", p.copy_of_id "copyOfId",
  p.outcome_message "outcomeMessage", p.decided_at "decidedAt",
  exists (select 1 from stars s where s.reader_id = $2 and s.practice_id = p.id) "isImportant",
  (select json_agg(json_build_object('at', i.at, 'from', i.from_status, 'to', i.to_status, 'move', i.move, 'side', i.actor_side,
      'name', i.actor_name, 'reason', i.reason) order by i.id)
    from passages i where i.practice_id = p.id) "iter",
  (select json_agg(json_build_object('id', a.id, 'purpose', a.purpose, 'fieldKey', a.field_key, 'name', a.name, 'type', a.type,
      'sizeBytes', a.size_bytes, 'sha256', a.sha256, 'addedAt', a.added_at, 'side', a.side, 'sentWith', a.sent_with) order by a.added_at, a.id)
    from attachments a where a.practice_id = p.id and a.state = 'stored' and a.purpose <> 'message'
      and (a.purpose = 'form' or a.sent_at is not null)) "files",
  (select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name, 'sizeBytes', d.size_bytes, 'sha256', d.sha256,
      'verificationCode', d.verification_code, 'issuedAt', d.issued_at) order by d.kind desc)
    from documents d where d.practice_id = p.id and d.sha256 is not null) "papers",
  (select json_agg(json_build_object('id', m.id, 'status', m.status, 'reason', m.reason, 'askedAt', m.asked_at, 'answer', m.answer,
      'answeredAt', m.answered_at, 'refusalReason', m.refusal_reason) order by m.asked_at, m.id)
    from amendments m where m.practice_id = p.id) "asked"
from practices p
join procedures r on r.id = p.procedure_id
left join organization_copies o on o.organization_id = p.organization_id
where p.id = $1`;

/** `$3` is the profile that the applicant wears. */
export const practiceOfApplicant = `${select} and p.applicant_id = $2 and p.profile_id = $3 and p.status <> 'deleted'`;

/** `$3` is the body that the officer works for, `$4` whether every procedure of it is hers. */
export const practiceOfOfficer = `${select} and p.organization_id = $3 and p.submitted_at is not null
  and ($4 or p.procedure_id in (
    select unnest(c.procedure_ids) from officer_copies c where c.officer_id = $2 and c.organization_id = $3))`;
