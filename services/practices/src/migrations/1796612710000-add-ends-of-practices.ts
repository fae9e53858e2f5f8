import type { MigrationInterface, QueryRunner } from 'typeorm';

const worked = `status in ('under_review', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')`;
const waiting = `status in ('submitted', 'registered', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')`;
const answerable = `status in ('submitted', 'registered', 'under_review', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')`;

/** The indexes that name states, with and without the one in which observations are awaited. */
const indexes = (words: (states: string) => string) => ({
  practices_waiting: `("procedure_id", "changed_at", "id") WHERE submitted_at is not null and officer_id is null and ${words(waiting)}`,
  practices_in_charge: `("officer_id", "procedure_id", "changed_at", "id") WHERE ${words(worked)}`,
  practices_of_office: `("office_id", "procedure_id", "changed_at", "id") WHERE office_id is not null and ${words(worked)}`,
  practices_by_term: `("procedure_id", "answer_by", "id") WHERE answer_by is not null and ${words(answerable)}`,
  practices_without_term: `("id") WHERE submitted_at is not null and answer_by is null and ${words(answerable)}`,
});

async function remake(runner: QueryRunner, wanted: Record<string, string>): Promise<void> {
  for (const [name, definition] of Object.entries(wanted)) {
    await runner.query(`DROP INDEX "public"."${name}"`);
    await runner.query(`CREATE INDEX "${name}" ON "practices" ${definition}`);
  }
}

export class AddEndsOfPractices1796612710000 implements MigrationInterface {
  name = 'AddEndsOfPractices1796612710000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "outcome_id" uuid');
    await runner.query(
      `CREATE TABLE "observations" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "announced_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answer_by" date NOT NULL, "text" text, "sent_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_observations" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "observations_practice" ON "observations" ("practice_id", "announced_at") ');
    await runner.query(`CREATE INDEX "observations_awaited" ON "observations" ("answer_by", "practice_id") WHERE status = 'awaited'`);
    await runner.query(
      `CREATE TABLE "past_outcomes" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "status" text NOT NULL, "message" text, "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_past_outcomes" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "past_outcomes_practice" ON "past_outcomes" ("practice_id") ');
    await remake(
      runner,
      indexes((states) => states),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await remake(
      runner,
      indexes((states) => states.replace(", 'awaiting_observations'", '')),
    );
    await runner.query('DROP TABLE "past_outcomes"');
    await runner.query('DROP TABLE "observations"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "outcome_id"');
  }
}
