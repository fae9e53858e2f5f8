import { newId } from '@sportello/contracts/id';
import { stableId } from '@sportello/messaging/stable-id';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each fact was told before announcements: to the applicant, to the officers, and whether the one in charge did it. */
const told: Record<string, { applicant?: string[]; officers?: true; byOffice?: true }> = {
  submitted: { applicant: ['notice'], officers: true },
  receipt: { applicant: ['mail'] },
  assigned: { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  'amendment-requested': { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  'amendment-submitted': { officers: true },
  'amendment-accepted': { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  'amendment-refused': { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  approved: { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  rejected: { applicant: ['notice', 'mail'], officers: true, byOffice: true },
  'message-from-office': { applicant: ['notice', 'mail'] },
  'message-from-applicant': { officers: true },
};
const BATCH = 500;

interface Row {
  position: string;
  subject: string;
  at: string;
  version: number;
  from: string | null;
  traceparent: string;
  id: string;
  organizationId: string;
  procedureId: string;
  applicantId: string;
  officerId: string | null;
  confirmationMail: string | null;
  number: string;
  title: { it: string; en: string };
  sender: string;
  documents: { key: string; name: string }[];
}

/**
 * Announces every fact about a practice that is kept, under the id by which it was known to those who told it: what was told already is not told
 * again, and what was still on its way is, in plain words.
 */
export class AnnounceWhatWasOnItsWay1796200200000 implements MigrationInterface {
  name = 'AnnounceWhatWasOnItsWay1796200200000';

  async up(runner: QueryRunner): Promise<void> {
    let after = '0';
    for (;;) {
      const rows: Row[] = await runner.query(
        `select o.position, o.subject, o.payload ->> 'at' "at", (o.payload ->> 'version')::int "version", o.payload ->> 'from' "from", o.traceparent,
           p.id, p.organization_id "organizationId", p.procedure_id "procedureId", p.applicant_id "applicantId", p.officer_id "officerId",
           p.confirmation_mail "confirmationMail", p.number, r.title, coalesce(nullif(b.name, ''), 'Sportello') sender,
           coalesce((select json_agg(json_build_object('key', d.key, 'name', d.name) order by d.kind desc)
             from documents d where d.practice_id = p.id and d.sha256 is not null), '[]') documents
         from outbox o join practices p on p.id = (o.payload ->> 'practiceId')::uuid join procedures r on r.id = p.procedure_id
         left join organization_copies b on b.organization_id = p.organization_id
         where o.position > $1 and o.subject like 'events.practices.%' order by o.position limit ${BATCH}`,
        [after],
      );
      for (const row of rows) await announce(runner, row);
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.position ?? after;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from outbox where subject = 'events.notifications.announced.v1'`);
  }
}

async function announce(runner: QueryRunner, row: Row): Promise<void> {
  const name = row.subject.split('.')[2]?.replace('receipt-issued', 'receipt').replace('message-sent', `message-from-${row.from}`) ?? '';
  const how = told[name];
  if (!how) return;
  const { id, organizationId, procedureId, applicantId, officerId, confirmationMail, number, sender } = row;
  const person = { kind: 'person', personId: applicantId };
  const ofForm = confirmationMail ? [{ kind: 'address', address: confirmationMail, personId: applicantId }] : [];
  const except = [applicantId, ...(how.byOffice && officerId ? [officerId] : [])];
  const service = { it: row.title.it.slice(0, 200), en: row.title.en.slice(0, 200) };
  const words = (it: string, en: string) => ({
    title: { it: `${it} ${number}`, en: `${en} ${number}` },
    body: {
      it: `Servizio: ${service.it}. I dettagli sono nella pagina.`,
      en: `Service: ${service.en}. The details are on the page.`,
    },
    action: { it: 'Apri la pagina', en: 'Open the page' },
  });
  const toApplicant =
    name === 'receipt' ? words("Ricevuta dell'istanza", 'Receipt of request') : words("Aggiornamento sull'istanza", 'News about request');
  const payload = {
    id: stableId(new Date(row.at), name, id, row.version),
    at: row.at,
    organizationId,
    sender,
    subject: { kind: 'practices', id },
    topic: 'practices.progress',
    documents: name === 'receipt' ? row.documents : [],
    messages: [
      ...(how.applicant
        ? [
            {
              audience: name === 'receipt' && confirmationMail ? ofForm : [person, ...ofForm],
              by: how.applicant,
              place: 'portal',
              path: `/area-personale/pratiche/${id}`,
              ...toApplicant,
            },
          ]
        : []),
      ...(how.officers
        ? [
            {
              audience: [{ kind: 'officers', organizationId, subject: { kind: 'procedure', id: procedureId }, except }],
              by: ['notice', 'mail'],
              place: 'console',
              path: `/console/pratiche/${id}`,
              ...words('Aggiornamento sulla pratica', 'News about practice'),
            },
          ]
        : []),
    ],
  };
  await runner.query(
    `insert into outbox (id, subject, payload, traceparent, occurred_at) values ($1, 'events.notifications.announced.v1', $2, $3, now())`,
    [newId(), JSON.stringify(payload), row.traceparent],
  );
}
