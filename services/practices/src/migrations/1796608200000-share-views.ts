import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShareViews1796608200000 implements MigrationInterface {
  name = 'ShareViews1796608200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "views" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "list" text NOT NULL, "owner_id" uuid NOT NULL, "owner_name" text NOT NULL, "office_id" uuid, "scope" text NOT NULL, "name" text NOT NULL, "query" text NOT NULL, CONSTRAINT "PK_ae7537f375649a618fff0fb2cb6" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "views_name" ON "views" ("owner_id", "organization_id", "list", "name") `);
    await runner.query(`CREATE INDEX "views_shared" ON "views" ("organization_id", "list", "scope") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "views"');
  }
}
