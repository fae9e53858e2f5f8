import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddClickDays1796656000000 implements MigrationInterface {
  name = 'AddClickDays1796656000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "click_days" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "title" jsonb NOT NULL, "opens_at" TIMESTAMP WITH TIME ZONE NOT NULL, "closes_at" TIMESTAMP WITH TIME ZONE NOT NULL, "notices" jsonb NOT NULL DEFAULT '[]', "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_click_days" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "click_days_order" ON "click_days"  ("opens_at", "id") ');
    await runner.query('CREATE INDEX "click_days_organization" ON "click_days"  ("organization_id", "opens_at", "id") ');
    await runner.query(
      'ALTER TABLE "procedures" ADD "click_day_id" uuid, ADD "sending_opens_at" TIMESTAMP WITH TIME ZONE, ADD "sending_closes_at" TIMESTAMP WITH TIME ZONE',
    );
    await runner.query('CREATE INDEX "procedures_click_day" ON "procedures"  ("click_day_id") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "procedures" DROP COLUMN "click_day_id", DROP COLUMN "sending_opens_at", DROP COLUMN "sending_closes_at"',
    );
    await runner.query('DROP TABLE "click_days"');
  }
}
