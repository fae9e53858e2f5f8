import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practices that were born in other systems. */
export class AddExternalPractices1796623400000 implements MigrationInterface {
  name = 'AddExternalPractices1796623400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table external_practices (id uuid not null, organization_id uuid not null, fiscal_code text not null, number text not null,
         origin text not null, title text not null, status text not null, submitted_on date, changed_on date not null, link text,
         told_at timestamptz not null, constraint "PK_external_practices" primary key (id))`,
    );
    await runner.query('create unique index external_practices_number on external_practices (organization_id, origin, number)');
    await runner.query('create index external_practices_own on external_practices (fiscal_code, changed_on, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table external_practices');
  }
}
