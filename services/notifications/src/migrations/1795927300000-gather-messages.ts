import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GatherMessages1795927300000 implements MigrationInterface {
  name = 'GatherMessages1795927300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "deliveries" ADD "gathers_until" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "deliveries" ADD "is_gathered" boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE "deliveries" ADD "joined_id" uuid`);
    await runner.query(
      `CREATE INDEX "deliveries_gathering" ON "deliveries" ("organization_id", "audience", "address", "gathers_until") WHERE gathers_until is not null`,
    );
    await runner.query(
      `CREATE INDEX "deliveries_gathered" ON "deliveries" ("organization_id", "audience", "address") WHERE is_gathered and status = 'queued' and attempts = 0`,
    );
    await runner.query(`CREATE INDEX "deliveries_joined" ON "deliveries" ("joined_id") WHERE joined_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."deliveries_joined"`);
    await runner.query(`DROP INDEX "public"."deliveries_gathered"`);
    await runner.query(`DROP INDEX "public"."deliveries_gathering"`);
    await runner.query(`ALTER TABLE "deliveries" DROP COLUMN "joined_id"`);
    await runner.query(`ALTER TABLE "deliveries" DROP COLUMN "is_gathered"`);
    await runner.query(`ALTER TABLE "deliveries" DROP COLUMN "gathers_until"`);
  }
}
