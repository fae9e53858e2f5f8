import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records that prove something are refused every change by the database itself, and the access log is chained. */
export class KeepRecordsAppendOnly1795634813000 implements MigrationInterface {
  name = 'KeepRecordsAppendOnly1795634813000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name;
      end $$`);
    for (const table of ['acceptances', 'authentications', 'access_log'])
      await runner.query(
        `create trigger ${table}_append_only before update or delete or truncate on ${table} for each statement execute function refuse_change()`,
      );
    // One writer at a time from here to its commit: positions have no gaps, and each row knows the one before.
    await runner.query(`
      create function chain_access() returns trigger language plpgsql as $$
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
    await runner.query(`create trigger access_log_chain before insert on access_log for each row execute function chain_access()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger access_log_chain on access_log`);
    await runner.query(`drop function chain_access`);
    for (const table of ['acceptances', 'authentications', 'access_log'])
      await runner.query(`drop trigger ${table}_append_only on ${table}`);
    await runner.query(`drop function refuse_change`);
  }
}
