import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever has a place already keeps it: an outcome is noted, or a request approved, also when the opening hours were deleted or cut since. A draft is
 * counted again when it is booked, because its minutes may have ended meanwhile by another clock.
 */
export class KeepOutcomes1796650200000 implements MigrationInterface {
  name = 'KeepOutcomes1796650200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keepPlaces(keepsItsPlace));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepPlaces(''));
  }
}

const keepsItsPlace = `
        if tg_op = 'UPDATE' and holds and old.status in ('awaiting_approval', 'confirmed', 'done', 'missed')
            and (old.opening_id, old.starts_at, old.busy_until) is not distinct from (new.opening_id, new.starts_at, new.busy_until) then
          return new;
        end if;`;

// The longest meeting and its gap last a day together: what began earlier has ended.
const keepPlaces = (before: string) => `
      create or replace function keep_places() returns trigger language plpgsql as $$
      declare
        held boolean := tg_op = 'UPDATE' and holds_place(old.status, old.held_until, old.changed_at);
        holds boolean := holds_place(new.status, new.held_until, new.changed_at);
        places integer;
        most integer;
      begin
        if tg_op = 'UPDATE' and (old.opening_id, old.starts_at, old.busy_until, old.status, old.held_until)
            is not distinct from (new.opening_id, new.starts_at, new.busy_until, new.status, new.held_until) then
          return new;
        end if;${before}
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
      end $$`;
