import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountChangesOfServices1796010500000 implements MigrationInterface {
  name = 'CountChangesOfServices1796010500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" ADD "version" integer NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "version"');
  }
}
