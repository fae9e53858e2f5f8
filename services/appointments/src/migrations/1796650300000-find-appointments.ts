import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds appointments by parts of words (APP-14), and what the jobs delete when its time is over. */
export class FindAppointments1796650300000 implements MigrationInterface {
  name = 'FindAppointments1796650300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query('CREATE INDEX "appointments_words" ON "appointments" USING gin ("words" gin_trgm_ops) WHERE applicant is not null');
    await runner.query('CREATE INDEX "appointments_left" ON "appointments"  ("changed_at") WHERE applicant is null');
    await runner.query('CREATE INDEX "appointments_over" ON "appointments"  ("ends_at") ');
    await runner.query(`CREATE INDEX "appointments_to_decide" ON "appointments"  ("starts_at") WHERE status = 'awaiting_approval'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "appointments_to_decide", "appointments_over", "appointments_left", "appointments_words"');
  }
}
