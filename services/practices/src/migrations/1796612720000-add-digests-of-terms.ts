import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDigestsOfTerms1796612720000 implements MigrationInterface {
  name = 'AddDigestsOfTerms1796612720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."practices_by_term"');
    await runner.query(
      `CREATE INDEX "practices_queue_by_term" ON "practices" ("procedure_id", coalesce(answer_by, 'infinity'::date), "id") WHERE submitted_at is not null`,
    );
    await runner.query(
      `CREATE TABLE "term_digests" ("officer_id" uuid NOT NULL, "day" date NOT NULL, "organization_id" uuid NOT NULL, CONSTRAINT "PK_term_digests" PRIMARY KEY ("officer_id", "day"))`,
    );
    await runner.query(
      `CREATE INDEX "practices_by_last_day" ON "practices" ("answer_by", "id") WHERE answer_by is not null and status in ('submitted', 'registered', 'under_review', 'amendment_submitted')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."practices_queue_by_term"');
    await runner.query(
      `CREATE INDEX "practices_by_term" ON "practices" ("procedure_id", "answer_by", "id") WHERE answer_by is not null and status in ('submitted', 'registered', 'under_review', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')`,
    );
    await runner.query('DROP INDEX "public"."practices_by_last_day"');
    await runner.query('DROP TABLE "term_digests"');
  }
}
