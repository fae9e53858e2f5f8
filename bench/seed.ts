import pg from 'pg';
import { offices, organizations, people, procedures } from '../deploy/world/ids.ts';
import { content } from './citizen.ts';

/** The services whose practices are made, the first with the most. None registers: a register is written by hand of its service alone. */
const services = [procedures.utentiServizi06, procedures.schoolVoucher, procedures.travelForCare];
const givenNames = [
  'Anna',
  'Bruno',
  'Carla',
  'Dario',
  'Elisa',
  'Fabio',
  'Gaia',
  'Igor',
  'Lidia',
  'Mauro',
  'Nadia',
  'Olga',
  'Pietro',
  'Rita',
];
const familyNames = [
  'Rossi',
  'Ferrari',
  'Russo',
  'Colombo',
  'Bruno',
  'Gallo',
  'Conti',
  'Greco',
  'Marino',
  'Rizzo',
  'Lombardi',
  'Moretti',
  'Barbieri',
];
/** Rows that one statement makes. */
const CHUNK = 100_000;

/**
 * Fills the database of the practices service with sent practices of Regione Piemonte, as they are after some years: the last weeks' wait or
 * are worked, the others have their outcome. Each has its content and the passage of its sending. Indexes are made when the rows are there.
 * @param url as the owner of the tables
 */
export async function seedPractices(url: string, count: number, say: (what: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set maintenance_work_mem = '512MB'; set synchronous_commit = off");
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select c.relname "name", pg_get_indexdef(c.oid) "definition" from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = 'practices'::regclass and not i.indisprimary`,
    );
    for (const { name } of indexes) await client.query(`drop index ${client.escapeIdentifier(name)}`);
    for (let made = 0; made < count; made += CHUNK) {
      await client.query(practicesOf, [
        made,
        Math.min(count, made + CHUNK),
        services,
        givenNames,
        familyNames,
        JSON.stringify(content),
        count,
      ]);
      say(`${Math.min(count, made + CHUNK)} practices of ${count}`);
    }
    for (const { definition } of indexes) await client.query(definition);
    say('their indexes');
    await client.query(passagesOf);
    say('the passages of their sending');
    for (const table of ['practices', 'passages']) await client.query(`vacuum (analyze) ${table}`);
  } finally {
    await client.end();
  }
}

const uuidAt = (at: string, seed: string) =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed} || 'b'), 1, 15))::uuid`;

/** From the oldest to the newest, three years in all. Half of the services' practices are of the first. */
const practicesOf = `
  with numbered as (
    select n, now() - interval '1 second' * (($7::bigint - n) * 94000000 / $7::bigint) as sent,
      $3::uuid[] as services, $4::text[] as given, $5::text[] as family
    from generate_series($1::int + 1, $2::int) n),
  described as (
    select n, sent, services[1 + least(2, floor(-ln(1 - (n::bigint * 7919 % 1000) / 1000.0) / ln(2)))::int] as procedure_id,
      given[1 + n % array_length(given, 1)] || ' ' || family[1 + (n / 14) % array_length(family, 1)] as name,
      'BNC' || chr(65 + n % 26) || 'NN' || lpad((n % 100)::text, 2, '0') || 'A' || lpad((n / 100 % 28 + 1)::text, 2, '0') || 'L' || lpad((n / 2800 % 1000)::text, 3, '0') || 'X' as code,
      sent > now() - interval '21 days' as is_new
    from numbered),
  decided as (
    select *, case when is_new then (array['submitted','submitted','under_review','awaiting_amendment','amendment_submitted'])[1 + n % 5]
      else (array['approved','approved','approved','rejected','approved','under_review'])[1 + case when n % 40 = 0 then 5 else n % 5 end] end as status
    from described)
  insert into practices (id, organization_id, procedure_id, form_id, number, applicant_id, profile_id, profile_kind, applicant_name, applicant_fiscal_code,
    method, level, known, words, status, version, content, content_sha256, confirmation_mail, language, created_at, changed_at, saved_at, submitted_at,
    position, signature, receipt_issued_at, officer_id, officer_name, office_id, office_name, priority, decided_at, answer_by, term)
  select ${uuidAt('sent', "'p' || n")}, '${organizations.piedmont}', procedure_id, r.form_id, 'SEM-' || extract(year from sent) || '.' || lpad(n::text, 8, '0'),
    ${uuidAt("timestamptz '2020-01-01'", "'a' || n % 50000")}, ${uuidAt("timestamptz '2020-01-01'", "'f' || n % 50000")}, 'mayor', d.name, d.code, 'spid', 2, '{"person":{}}',
    array_to_tsvector(array_remove(string_to_array(lower(d.name), ' ') || array[lower(d.code), lower('SEM-' || extract(year from sent) || '.' || lpad(n::text, 8, '0')), lpad(n::text, 8, '0')], '')),
    d.status, 3, $6::jsonb, repeat('f', 64), 'anna@posta.example', 'it', sent - interval '1 hour', sent + case when is_new then interval '0' else interval '9 days' end, sent, sent,
    n, 's', sent, case when d.status in ('submitted') then null else '${people.bianchi}'::uuid end, case when d.status in ('submitted') then null else 'Elena Bianchi' end,
    '${offices.education}', 'Settore Politiche dell''Istruzione', (array['normal','normal','normal','high','low'])[1 + n % 5],
    case when d.status in ('approved', 'rejected') then sent + interval '9 days' end, case when d.status in ('approved', 'rejected') then null else (sent + interval '30 days')::date end, null
  from decided d join procedures r on r.id = procedure_id`;

const passagesOf = `
  insert into passages (organization_id, subject_kind, subject_id, at, from_status, to_status, move, actor_side, actor_id, actor_name, reason)
  select organization_id, 'practices', id, submitted_at, 'ready', 'submitted', 'submit', 'applicant', applicant_id, applicant_name, null
  from practices p where submitted_at is not null and not exists (select from passages e where e.subject_id = p.id)`;
