import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The people listed in a request of enabling are followed one by one. Lists that were sent before become items by the sweep. */
export class AddEnablings1796612000000 implements MigrationInterface {
  name = 'AddEnablings1796612000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table enablings (practice_id uuid not null, organization_id uuid not null, opened_at timestamptz not null,
         constraint "PK_enablings" primary key (practice_id))`,
    );
    await runner.query(
      `create table enabling_items (id uuid not null, practice_id uuid not null, practice_number text not null, organization_id uuid not null,
         position integer not null, asked_by text not null, on_behalf_of text not null, given_name text not null, family_name text not null,
         fiscal_code text not null, birth_date date, mail text, state text not null, reason text, username text, had_credential boolean not null,
         existing_on date not null, new_on date not null, requested_at timestamptz not null, granted_at timestamptz, enabled_at timestamptz,
         next_try_at timestamptz, attempts integer not null, cause text, detail text, version integer not null,
         constraint "PK_enabling_items" primary key (id))`,
    );
    await runner.query('create unique index enabling_items_of_practice on enabling_items (practice_id, position)');
    await runner.query('create index enabling_items_of_body on enabling_items (organization_id, requested_at, id)');
    await runner.query('create index enabling_items_due on enabling_items (next_try_at) where next_try_at is not null');
    await runner.query('create index enabling_items_of_person on enabling_items (organization_id, fiscal_code)');
    await runner.query('create index practices_enabling on practices (id) where existing_credential_on is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index practices_enabling');
    await runner.query('drop table enabling_items');
    await runner.query('drop table enablings');
  }
}
