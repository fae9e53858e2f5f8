import type { MigrationInterface, QueryRunner } from 'typeorm';

const optional = [
  ['announcements', 'organization_id'],
  ['announcements', 'practice_id'],
  ['announcements', 'procedure_id'],
  ['notices', 'organization_id'],
  ['deliveries', 'organization_id'],
] as const;

/** What is told of a person's own account belongs to no practice, and perhaps to no body. */
export class TellPeopleOfTheirAccounts1795940000000 implements MigrationInterface {
  name = 'TellPeopleOfTheirAccounts1795940000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of optional) await runner.query(`alter table ${table} alter column ${column} drop not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from announcements where practice_id is null`);
    for (const [table, column] of optional) await runner.query(`alter table ${table} alter column ${column} set not null`);
  }
}
