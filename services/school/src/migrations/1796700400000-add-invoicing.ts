import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddInvoicing1796700400000 implements MigrationInterface {
  name = 'AddInvoicing1796700400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "invoicing_runs" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "month" text NOT NULL, "due_on" date NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "asked_by" uuid NOT NULL, "done_at" TIMESTAMP WITH TIME ZONE, "invoices" integer NOT NULL, "total_cents" integer NOT NULL, CONSTRAINT "PK_bcc6679d24288613dd9323f544c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "invoicing_runs_due" ON "invoicing_runs"  ("asked_at") WHERE done_at is null`);
    await runner.query(`CREATE INDEX "invoicing_runs_body" ON "invoicing_runs"  ("organization_id", "asked_at", "id") `);
    await runner.query(`CREATE INDEX "invoices_due" ON "invoices"  ("organization_id", "due_on", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."invoices_due"`);
    await runner.query(`DROP INDEX "public"."invoicing_runs_body"`);
    await runner.query(`DROP INDEX "public"."invoicing_runs_due"`);
    await runner.query(`DROP TABLE "invoicing_runs"`);
  }
}
