import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LimitRequests1796621000000 implements MigrationInterface {
  name = 'LimitRequests1796621000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "procedures" ADD "limits" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE "practices" ADD "places" integer');
    await runner.query(
      `CREATE TABLE "capacities" ("procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "taken" integer NOT NULL DEFAULT '0', "reset_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_capacities" PRIMARY KEY ("procedure_id"))`,
    );
    await runner.query(
      `CREATE TABLE "unique_keys" ("procedure_id" uuid NOT NULL, "key" text NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, CONSTRAINT "PK_unique_keys" PRIMARY KEY ("procedure_id", "key"))`,
    );
    await runner.query('CREATE INDEX "unique_keys_practice" ON "unique_keys" ("practice_id") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "unique_keys"');
    await runner.query('DROP TABLE "capacities"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "places"');
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "limits"');
  }
}
