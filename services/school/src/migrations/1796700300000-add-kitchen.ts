import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddKitchen1796700300000 implements MigrationInterface {
  name = 'AddKitchen1796700300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "count_corrections" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "service_day_id" uuid NOT NULL, "change" smallint NOT NULL, "reason" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "officer_id" uuid NOT NULL, "officer_name" text NOT NULL, CONSTRAINT "PK_f75439ac5031b78b78d5b634295" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "count_corrections_day" ON "count_corrections"  ("service_day_id", "at") `);
    await runner.query(`ALTER TABLE "service_days" ADD "signed_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "service_days" ADD "signed_by" uuid`);
    await runner.query(`ALTER TABLE "service_days" ADD "signed_by_name" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "signed_by_name"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "signed_by"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "signed_at"`);
    await runner.query(`DROP INDEX "public"."count_corrections_day"`);
    await runner.query(`DROP TABLE "count_corrections"`);
  }
}
