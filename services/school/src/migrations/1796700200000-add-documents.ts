import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDocuments1796700200000 implements MigrationInterface {
  name = 'AddDocuments1796700200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "invoices" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "number" text NOT NULL, "instalment" smallint NOT NULL, "issued_on" date NOT NULL, "due_on" date NOT NULL, "amount_cents" integer NOT NULL, "paid_elsewhere_cents" integer NOT NULL, "is_to_collection" boolean NOT NULL, "position_id" uuid, "paid_here_cents" integer NOT NULL DEFAULT '0', "is_new" boolean NOT NULL DEFAULT true, CONSTRAINT "PK_668cef7c22a427fd822cc1be3ce" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "invoices_unsettled" ON "invoices"  ("organization_id") WHERE is_new`);
    await runner.query(`CREATE UNIQUE INDEX "invoices_position" ON "invoices"  ("position_id") WHERE position_id is not null`);
    await runner.query(`CREATE INDEX "invoices_child" ON "invoices"  ("child_id", "issued_on", "number", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "invoices_number" ON "invoices"  ("organization_id", "number", "instalment") `);
    await runner.query(
      `CREATE TABLE "top_ups" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "badge_id" uuid NOT NULL, "service_id" uuid NOT NULL, "amount_cents" integer NOT NULL, "person_id" uuid NOT NULL, "state" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "paid_at" TIMESTAMP WITH TIME ZONE, "credited_by" uuid, "credited_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_8e4e0bba38282ae0fb06751ea81" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "top_ups_paid" ON "top_ups"  ("organization_id", "asked_at", "id") WHERE state = 'paid'`);
    await runner.query(`CREATE INDEX "top_ups_child" ON "top_ups"  ("child_id", "asked_at", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."top_ups_child"`);
    await runner.query(`DROP INDEX "public"."top_ups_paid"`);
    await runner.query(`DROP TABLE "top_ups"`);
    await runner.query(`DROP INDEX "public"."invoices_number"`);
    await runner.query(`DROP INDEX "public"."invoices_child"`);
    await runner.query(`DROP INDEX "public"."invoices_position"`);
    await runner.query(`DROP INDEX "public"."invoices_unsettled"`);
    await runner.query(`DROP TABLE "invoices"`);
  }
}
