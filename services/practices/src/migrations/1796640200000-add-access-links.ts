import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAccessLinks1796640200000 implements MigrationInterface {
  name = 'AddAccessLinks1796640200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "access_links" ("id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "secret_hash" text NOT NULL, "fiscal_code" text, "last_day" date NOT NULL, "used_by" text, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_access_links" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE UNIQUE INDEX "access_links_secret" ON "access_links" ("secret_hash")');
    await runner.query('CREATE INDEX "access_links_procedure" ON "access_links" ("procedure_id", "id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "access_links"');
  }
}
