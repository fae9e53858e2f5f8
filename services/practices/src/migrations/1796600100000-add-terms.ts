import type { MigrationInterface, QueryRunner } from 'typeorm';

const answerable = `status in ('submitted', 'registered', 'under_review', 'awaiting_amendment', 'amendment_submitted')`;

/** Of what was sent before, the last days for the answer are written by the job that looks for those without. */
export class AddTerms1796600100000 implements MigrationInterface {
  name = 'AddTerms1796600100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "term" jsonb');
    await runner.query('ALTER TABLE "practices" ADD "answer_by" date');
    await runner.query(
      `CREATE INDEX "practices_by_term" ON "practices" ("procedure_id", "answer_by", "id") WHERE answer_by is not null and ${answerable}`,
    );
    await runner.query(
      `CREATE INDEX "practices_without_term" ON "practices" ("id") WHERE submitted_at is not null and answer_by is null and ${answerable}`,
    );
    await runner.query(
      `CREATE INDEX "practices_silent" ON "practices" ("answer_by", "id") WHERE term ->> 'tacit' is not null and answer_by is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."practices_silent"');
    await runner.query('DROP INDEX "public"."practices_without_term"');
    await runner.query('DROP INDEX "public"."practices_by_term"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "answer_by"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "term"');
  }
}
