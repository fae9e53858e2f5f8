import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The parts of the text that a hash covers, in every format from the second on. */
const first = `entry.format::text, entry.position::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  entry.actor_id::text, entry.capacity, entry.organization_id::text, entry.action, entry.subject_id::text, entry.request_id`;
const textOf = (fields: string) => `
  create or replace function access_text(entry access_log) returns text language sql stable as $$
    select string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') || ',', '' order by place)
    from unnest(${fields}) with ordinality as fields (field, place) $$`;
const hashOf = (removed: string) => `
  create or replace function access_hash(before text, entry access_log) returns text language sql stable as $$
    select encode(sha256(convert_to(before || case entry.format
      when 1 then (to_jsonb(entry) - '{${removed}}'::text[] || '{"hash": ""}')::text
      else access_text(entry) end, 'UTF8')), 'hex') $$`;
const chain = (format: number) => `
  create or replace function chain_access() returns trigger language plpgsql as $$
  declare
    last access_log;
  begin
    perform pg_advisory_xact_lock(hashtext('access_log'));
    select * into last from access_log order by position desc limit 1;
    new.position := coalesce(last.position, 0) + 1;
    new.format := ${format};
    new.hash := access_hash(coalesce(last.hash, ''), new);
    return new;
  end $$`;

/** Accesses of other services are kept too, with what they were about; rows of before keep their hashes, of formats 1 and 2. */
export class LogWhatIsRead1796200400000 implements MigrationInterface {
  name = 'LogWhatIsRead1796200400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table access_log add id uuid not null default gen_random_uuid(), add about_kind text, add about_id uuid`);
    await runner.query('alter table access_log alter id drop default');
    await runner.query('create unique index access_log_id on access_log (id)');
    await runner.query('drop index access_log_subject');
    await runner.query('create index access_log_of_person on access_log (subject_id, at, id)');
    await runner.query(
      textOf(
        `case when entry.format = 2 then array[${first}] else array[${first}, entry.id::text, entry.about_kind, entry.about_id::text] end`,
      ),
    );
    await runner.query(hashOf('format,id,about_kind,about_id'));
    await runner.query(chain(3));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(chain(2));
    await runner.query(hashOf('format'));
    await runner.query(textOf(`array[${first}]`));
    await runner.query('drop index access_log_of_person');
    await runner.query('create index access_log_subject on access_log (subject_id)');
    await runner.query('alter table access_log drop id, drop about_kind, drop about_id');
  }
}
