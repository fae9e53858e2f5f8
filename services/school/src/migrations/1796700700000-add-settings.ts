import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSettings1796700700000 implements MigrationInterface {
  name = 'AddSettings1796700700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "school_settings" ("organization_id" uuid NOT NULL, "report_procedure_id" uuid, "diet_procedure_id" uuid, "version" integer NOT NULL, CONSTRAINT "PK_3536d78bab69a002f6a8384040c" PRIMARY KEY ("organization_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "school_settings"`);
  }
}
