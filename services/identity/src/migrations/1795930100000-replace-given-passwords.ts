import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReplaceGivenPasswords1795930100000 implements MigrationInterface {
  name = 'ReplaceGivenPasswords1795930100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "credentials" ADD "is_initial" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "credentials" DROP COLUMN "is_initial"`);
  }
}
