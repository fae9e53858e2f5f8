import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddThemes1796300100000 implements MigrationInterface {
  name = 'AddThemes1796300100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "themes" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "name" jsonb NOT NULL, "logo" jsonb, "primary_colour" text NOT NULL, "footer" jsonb NOT NULL, CONSTRAINT "PK_themes" PRIMARY KEY ("organization_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "themes"`);
  }
}
