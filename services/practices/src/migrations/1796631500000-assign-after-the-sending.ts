import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AssignAfterTheSending1796631500000 implements MigrationInterface {
  name = 'AssignAfterTheSending1796631500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "practices" ADD "to_assign_since" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`CREATE INDEX "practices_to_assign" ON "practices" ("to_assign_since") WHERE to_assign_since is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "practices_to_assign"`);
    await runner.query(`ALTER TABLE "practices" DROP COLUMN "to_assign_since"`);
  }
}
