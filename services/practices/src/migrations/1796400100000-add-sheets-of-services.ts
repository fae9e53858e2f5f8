import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSheetsOfServices1796400100000 implements MigrationInterface {
  name = 'AddSheetsOfServices1796400100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "procedures" ADD "sheet" jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "sheet"');
  }
}
