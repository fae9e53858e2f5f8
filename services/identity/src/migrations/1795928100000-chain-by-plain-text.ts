import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hash of a row of the access log covered the row as PostgreSQL prints JSON, which another version may do otherwise: nobody could check it then.
 * From here on it covers a text that is written out here. Rows of before keep theirs, of format 1.
 */
export class ChainByPlainText1795928100000 implements MigrationInterface {
  name = 'ChainByPlainText1795928100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table access_log add format smallint not null default 1');
    // A netstring for each field, so that no two rows have the same text: `5:admin,`; what is null is `-,`.
    await runner.query(`
      create function access_text(entry access_log) returns text language sql stable as $$
        select string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-') || ',', '' order by place)
        from unnest(array[
          entry.format::text, entry.position::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          entry.actor_id::text, entry.capacity, entry.organization_id::text, entry.action, entry.subject_id::text, entry.request_id
        ]) with ordinality as fields (field, place) $$`);
    await runner.query(`
      create function access_hash(before text, entry access_log) returns text language sql stable as $$
        select encode(sha256(convert_to(before || case entry.format
          when 1 then (to_jsonb(entry) - 'format' || '{"hash": ""}')::text
          else access_text(entry) end, 'UTF8')), 'hex') $$`);
    await runner.query(`
      create or replace function chain_access() returns trigger language plpgsql as $$
      declare
        last access_log;
      begin
        perform pg_advisory_xact_lock(hashtext('access_log'));
        select * into last from access_log order by position desc limit 1;
        new.position := coalesce(last.position, 0) + 1;
        new.format := 2;
        new.hash := access_hash(coalesce(last.hash, ''), new);
        return new;
      end $$`);
    await runner.query(`
      create function check_access_log() returns table (broken_at bigint) language sql stable as $$
        select position from (
          select entry, position, hash, lag(hash, 1, '') over (order by position) as before,
            lag(position, 1, 0::bigint) over (order by position) as previous
          from access_log entry
        ) log where hash <> access_hash(before, entry) or position <> previous + 1
        order by position $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function check_access_log');
    await runner.query(`
      create or replace function chain_access() returns trigger language plpgsql as $$
      declare
        last access_log;
      begin
        perform pg_advisory_xact_lock(hashtext('access_log'));
        select * into last from access_log order by position desc limit 1;
        new.position := coalesce(last.position, 0) + 1;
        new.hash := '';
        new.hash := encode(sha256(convert_to(coalesce(last.hash, '') || to_jsonb(new)::text, 'UTF8')), 'hex');
        return new;
      end $$`);
    await runner.query('drop function access_hash');
    await runner.query('drop function access_text');
    await runner.query('alter table access_log drop column format');
  }
}
