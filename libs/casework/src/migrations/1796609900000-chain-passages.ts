import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each passage bears the hash of itself and of all before it, so that a row that is changed, taken away or put between others is found. It is
 * computed here, as a text that is written out: whoever writes passages cannot forget it, and anybody can compute it again.
 */
export class ChainPassages1796609900000 implements MigrationInterface {
  name = 'ChainPassages1796609900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table passages add salt uuid, add sha256 text');
    await runner.query(`
      create function passage_actor(entry passages) returns text language sql stable as $$
        select encode(sha256(convert_to(coalesce(entry.actor_id::text, '') || '|' || coalesce(entry.actor_name, ''), 'UTF8')), 'hex') $$`);
    await runner.query(`
      create function passage_reason(entry passages) returns text language sql stable as $$
        select coalesce(encode(sha256(convert_to(entry.salt::text || '|' || entry.reason, 'UTF8')), 'hex'), '') $$`);
    await runner.query(`
      create function passage_at(entry passages) returns text language sql stable as $$
        select to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`);
    await runner.query(`
      create function passage_hash(before text, entry passages) returns text language sql stable as $$
        select encode(sha256(convert_to(array_to_string(array[
          before, entry.subject_id::text, passage_at(entry), entry.move, coalesce(entry.from_status, ''), entry.to_status, entry.actor_side,
          passage_actor(entry), passage_reason(entry)
        ], E'\\n'), 'UTF8')), 'hex') $$`);
    // Whoever moves a subject has locked its row, so nobody else writes a passage of it at the same time.
    await runner.query(`
      create function chain_passage() returns trigger language plpgsql as $$
      declare
        before text;
      begin
        select sha256 into before from passages where subject_id = new.subject_id order by id desc limit 1;
        new.salt := gen_random_uuid();
        new.sha256 := passage_hash(coalesce(before, ''), new);
        return new;
      end $$`);
    await runner.query(`
      do $$
      declare
        entry passages;
        last uuid;
        before text;
      begin
        for entry in select * from passages order by subject_id, id loop
          if entry.subject_id is distinct from last then before := ''; end if;
          entry.salt := gen_random_uuid();
          before := passage_hash(before, entry);
          update passages set salt = entry.salt, sha256 = before where id = entry.id;
          last := entry.subject_id;
        end loop;
      end $$`);
    await runner.query('alter table passages alter salt set not null, alter sha256 set not null');
    await runner.query('create trigger chain_passage before insert on passages for each row execute function chain_passage()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger chain_passage on passages');
    await runner.query('drop function chain_passage');
    await runner.query('drop function passage_hash');
    await runner.query('drop function passage_at');
    await runner.query('drop function passage_reason');
    await runner.query('drop function passage_actor');
    await runner.query('alter table passages drop column sha256, drop column salt');
  }
}
