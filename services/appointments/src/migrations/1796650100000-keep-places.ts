import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * No place is given twice, whoever writes the row: before an appointment takes a place, the database has those who want the same day of the same
 * calendar wait for each other, and counts how many would run at once (docs/decisions/0050-no-place-is-given-twice.md).
 */
export class KeepPlaces1796650100000 implements MigrationInterface {
  name = 'KeepPlaces1796650100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function holds_place(status text, held_until timestamptz, at timestamptz) returns boolean language sql immutable as $$
        select status in ('awaiting_approval', 'confirmed', 'done', 'missed') or (status = 'draft' and held_until > at) $$`);
    // The longest meeting and its gap last a day together: what began earlier has ended.
    await runner.query(`
      create function keep_places() returns trigger language plpgsql as $$
      declare
        held boolean := tg_op = 'UPDATE' and holds_place(old.status, old.held_until, old.changed_at);
        holds boolean := holds_place(new.status, new.held_until, new.changed_at);
        places integer;
        most integer;
      begin
        if tg_op = 'UPDATE' and (old.opening_id, old.starts_at, old.busy_until, old.status, old.held_until)
            is not distinct from (new.opening_id, new.starts_at, new.busy_until, new.status, new.held_until) then
          return new;
        end if;
        if holds then
          select parallel into places from openings where id = new.opening_id and calendar_id = new.calendar_id for share;
        end if;
        insert into calendar_days (calendar_id, day, version)
          select new.calendar_id, days.day, 1
          from (select new.day where holds union select old.day where held) as days (day) order by days.day
          on conflict (calendar_id, day) do update set version = calendar_days.version + 1;
        if not holds then return new; end if;
        with taken as (
          select starts_at, busy_until from appointments
          where opening_id = new.opening_id and id <> new.id
            and starts_at > new.starts_at - interval '25 hours' and starts_at < new.busy_until and busy_until > new.starts_at
            and holds_place(status, held_until, new.changed_at)
        ), instants as (
          select new.starts_at as at union select starts_at from taken where starts_at > new.starts_at
        )
        select coalesce(max(running), 0) into most from (
          select count(*) as running from instants join taken on taken.starts_at <= instants.at and taken.busy_until > instants.at
          group by instants.at
        ) as counted;
        if most >= coalesce(places, 0) then
          raise exception 'no place is left' using errcode = 'SP001', constraint = 'appointments_places';
        end if;
        return new;
      end $$`);
    await runner.query('create trigger keep_places before insert or update on appointments for each row execute function keep_places()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger keep_places on appointments');
    await runner.query('drop function keep_places');
    await runner.query('drop function holds_place');
  }
}
