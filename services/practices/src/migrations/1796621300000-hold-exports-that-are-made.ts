import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldExportsThatAreMade1796621300000 implements MigrationInterface {
  name = 'HoldExportsThatAreMade1796621300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "exports" ADD "held_until" TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "exports" DROP COLUMN "held_until"');
  }
}
