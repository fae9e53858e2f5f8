import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PrintInTwoLanguages1795651500000 implements MigrationInterface {
  name = 'PrintInTwoLanguages1795651500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "practices" ADD "language" text NOT NULL DEFAULT 'it'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" DROP COLUMN "language"');
  }
}
