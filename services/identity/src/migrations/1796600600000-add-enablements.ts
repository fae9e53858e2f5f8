import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts made on the ground of a request. */
export class AddEnablements1796600600000 implements MigrationInterface {
  name = 'AddEnablements1796600600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table enablements (id uuid not null, person_id uuid not null, organization_id uuid not null, practice_id uuid not null,
         asked_by uuid not null, on_behalf_of text not null, username text not null, enabled_at timestamptz not null,
         constraint "PK_enablements" primary key (id))`,
    );
    await runner.query('create index enablements_person on enablements (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table enablements');
  }
}
