import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountChangesOfOffices1796000600000 implements MigrationInterface {
  name = 'CountChangesOfOffices1796000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "offices" ADD "version" integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "offices" DROP COLUMN "version"');
  }
}
