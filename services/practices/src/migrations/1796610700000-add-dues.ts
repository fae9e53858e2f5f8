import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddDues1796610700000 implements MigrationInterface {
  name = 'AddDues1796610700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "phase" text');
    await runner.query('ALTER TABLE "practices" ADD "pending_outcome" text');
    await runner.query('ALTER TABLE "practices" ADD "has_payment" boolean NOT NULL DEFAULT false');
    await runner.query(
      `CREATE TABLE "stamps" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "phase" text NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "amount_cents" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "number" text, "issued_on" date, "declared_at" TIMESTAMP WITH TIME ZONE, "note" text, "document_sha256" text, CONSTRAINT "PK_STAMPS" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "stamps_number" ON "stamps"  ("number") WHERE status in ('declared', 'verified', 'consumed')`);
    await runner.query(`CREATE UNIQUE INDEX "stamps_request" ON "stamps"  ("practice_id") WHERE phase = 'request'`);
    await runner.query(`CREATE INDEX "stamps_practice" ON "stamps"  ("practice_id") `);
    await runner.query(
      `CREATE TABLE "payments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "phase" text NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "amount_cents" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "pay_by" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, "position_version" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_PAYMENTS" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "payments_practice" ON "payments"  ("practice_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "payments"');
    await runner.query('DROP TABLE "stamps"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "has_payment"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "pending_outcome"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "phase"');
  }
}
