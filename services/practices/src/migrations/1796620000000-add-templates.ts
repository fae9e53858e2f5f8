import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddTemplates1796620000000 implements MigrationInterface {
  name = 'AddTemplates1796620000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "templates" ("procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "version" integer NOT NULL, "items" jsonb NOT NULL, CONSTRAINT "PK_templates" PRIMARY KEY ("procedure_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "templates"');
  }
}
