import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An officer fills in requests for citizens: which, and in what way they met. */
export class FillInAtTheDesk1796624100000 implements MigrationInterface {
  name = 'FillInAtTheDesk1796624100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practices add desk_way text, add desk_officer_id uuid, add desk_officer_name text');
    await runner.query(
      `create index practices_at_desk on practices (desk_officer_id, saved_at, id) where desk_officer_id is not null and status in ('draft', 'ready')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index practices_at_desk');
    await runner.query('alter table practices drop column desk_way, drop column desk_officer_id, drop column desk_officer_name');
  }
}
