import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExportPayments1796643000000 implements MigrationInterface {
  name = 'ExportPayments1796643000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "payment_exports" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "requester_id" uuid NOT NULL, "actor" jsonb NOT NULL, "what" text NOT NULL, "format" text NOT NULL, "filters" jsonb NOT NULL, "name" text NOT NULL, "state" text NOT NULL, "total" integer, "attempts" smallint NOT NULL, "key" text, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_payment_exports" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "payment_exports_due" ON "payment_exports" ("due_at") WHERE due_at is not null');
    await runner.query('CREATE INDEX "payment_exports_own" ON "payment_exports" ("requester_id", "asked_at", "id") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "payment_exports"');
  }
}
