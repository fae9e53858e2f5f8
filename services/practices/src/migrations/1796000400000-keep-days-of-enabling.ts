import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enablingOf } from '../practices/enabling.js';

/** What was sent before the days were kept: the days that were said until now, and as the version sent the one that a repeated sending names. */
export class KeepDaysOfEnabling1796000400000 implements MigrationInterface {
  name = 'KeepDaysOfEnabling1796000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('update practices set sent_version = version where submitted_at is not null and sent_version is null');
    const rows: { id: string; submittedAt: Date }[] = await runner.query(
      `select p.id, p.submitted_at "submittedAt" from practices p join procedures r on r.id = p.procedure_id
       where p.submitted_at is not null and p.existing_credential_on is null and (r.settings->>'enablesPeople')::boolean`,
    );
    const days = rows.map(({ submittedAt }) => enablingOf(submittedAt));
    await runner.query(
      `update practices p set existing_credential_on = d.existing_on, new_credential_on = d.new_on
       from unnest($1::uuid[], $2::date[], $3::date[]) as d (id, existing_on, new_on) where p.id = d.id`,
      [rows.map(({ id }) => id), days.map((day) => day.existingCredentialOn), days.map((day) => day.newCredentialOn)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('update practices set sent_version = null, existing_credential_on = null, new_credential_on = null');
  }
}
