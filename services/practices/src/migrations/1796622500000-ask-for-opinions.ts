import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AskForOpinions1796622500000 implements MigrationInterface {
  name = 'AskForOpinions1796622500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "opinion_by" date');
    await runner.query(
      `CREATE TABLE "opinions" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "office_id" uuid NOT NULL, "office_name" text NOT NULL, "question" text NOT NULL, "asked_by_name" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answer_by" date NOT NULL, "answer_id" uuid NOT NULL, "stance" text, "text" text, "given_by_name" text, "given_at" TIMESTAMP WITH TIME ZONE, "dropped_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_opinions" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "opinions_practice" ON "opinions" ("practice_id", "asked_at") ');
    await runner.query('CREATE INDEX "opinions_office" ON "opinions" ("office_id", "asked_at", "id") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "opinions"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "opinion_by"');
  }
}
