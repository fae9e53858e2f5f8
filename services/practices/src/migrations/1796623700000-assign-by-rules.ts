import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AssignByRules1796623700000 implements MigrationInterface {
  name = 'AssignByRules1796623700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "office_only" boolean NOT NULL DEFAULT false');
    await runner.query(
      `CREATE TABLE "auto_assignments" ("procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "version" integer NOT NULL, "field" text, "rules" jsonb NOT NULL, CONSTRAINT "PK_auto_assignments" PRIMARY KEY ("procedure_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "auto_assignments"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "office_only"');
  }
}
