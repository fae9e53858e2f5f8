import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is deleted keeps her row. Other services know of everybody who was more than invited. */
export class KeepDeletedOfficers1796400100000 implements MigrationInterface {
  name = 'KeepDeletedOfficers1796400100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officers" ADD "is_told" boolean NOT NULL DEFAULT false`);
    await runner.query(`UPDATE "officers" SET "is_told" = true WHERE "state" <> 'invited'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "officers" WHERE "state" = 'deleted'`);
    await runner.query(`ALTER TABLE "officers" DROP COLUMN "is_told"`);
  }
}
