import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAccessOfServices1796609100000 implements MigrationInterface {
  name = 'AddAccessOfServices1796609100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "procedures" ADD "access" jsonb NOT NULL DEFAULT '{"level":1,"methods":[]}'`);
    await runner.query(`ALTER TABLE "procedures" ADD "status_reason" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "procedures" DROP COLUMN "status_reason"`);
    await runner.query(`ALTER TABLE "procedures" DROP COLUMN "access"`);
  }
}
