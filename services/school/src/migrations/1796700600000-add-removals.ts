import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRemovals1796700600000 implements MigrationInterface {
  name = 'AddRemovals1796700600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "imports" ADD "removed" integer NOT NULL DEFAULT '0'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "imports" DROP COLUMN "removed"`);
  }
}
