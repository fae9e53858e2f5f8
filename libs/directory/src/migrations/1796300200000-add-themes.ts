import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddThemes1796300200000 implements MigrationInterface {
  name = 'AddThemes1796300200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "theme_copies" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "name" jsonb NOT NULL, "logo" jsonb, "primary_colour" text NOT NULL, "footer" jsonb NOT NULL, CONSTRAINT "PK_theme_copies" PRIMARY KEY ("organization_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "theme_copies"`);
  }
}
