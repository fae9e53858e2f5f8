import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what somebody was reminded, and how what stands still is found. */
export class RemindOfStalledPractices1796624300000 implements MigrationInterface {
  name = 'RemindOfStalledPractices1796624300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table reminders (practice_id uuid not null, cause text not null, since timestamptz not null, organization_id uuid not null,
         reminded_at timestamptz not null, primary key (practice_id, cause, since))`,
    );
    await runner.query(
      `create index practices_stalled on practices (procedure_id, status, changed_at)
       where status in ('draft', 'ready', 'awaiting_payment', 'awaiting_amendment')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index practices_stalled');
    await runner.query('drop table reminders');
  }
}
