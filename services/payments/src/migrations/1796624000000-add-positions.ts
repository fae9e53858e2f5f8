import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPositions1796624000000 implements MigrationInterface {
  name = 'AddPositions1796624000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "creditors" ("organization_id" uuid NOT NULL, "fiscal_code" text NOT NULL, "name" text NOT NULL, "office_name" text, "contacts" text, "broker_code" text NOT NULL, "station_id" text NOT NULL, "segregation_code" text NOT NULL, "primitives" smallint NOT NULL, "connector" text NOT NULL, "iban" text NOT NULL, "category" text NOT NULL, "cbill_code" text, "postal" jsonb, "names_beneficiary" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_57f3d9366aa4537330b232dee02" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "creditors_fiscal_code" ON "creditors"  ("fiscal_code") `);
    await runner.query(
      `CREATE TABLE "instalments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "position_id" uuid NOT NULL, "option_id" uuid NOT NULL, "number" smallint NOT NULL, "creditor_fiscal_code" text, "notice_number" text, "amount_cents" bigint NOT NULL, "surcharges" jsonb NOT NULL, "due_on" date, "is_binding" boolean NOT NULL, "state" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "paid_cents" bigint, "settled_at" TIMESTAMP WITH TIME ZONE, "replaced_by_id" uuid, CONSTRAINT "PK_1d1652590cfa065451208f12c11" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "instalments_position" ON "instalments"  ("position_id", "number") `);
    await runner.query(
      `CREATE UNIQUE INDEX "instalments_notice" ON "instalments"  ("creditor_fiscal_code", "notice_number") WHERE notice_number is not null`,
    );
    await runner.query(
      `CREATE TABLE "transfers" ("instalment_id" uuid NOT NULL, "place" smallint NOT NULL, "organization_id" uuid NOT NULL, "amount_cents" bigint NOT NULL, "fiscal_code" text NOT NULL, "company_name" text NOT NULL, "iban" text NOT NULL, "postal_iban" text, "category" text NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_c2cd3b901a9af345fce25504f56" PRIMARY KEY ("instalment_id", "place"))`,
    );
    await runner.query(
      `CREATE TABLE "notice_counters" ("fiscal_code" text NOT NULL, "segregation_code" text NOT NULL, "organization_id" uuid NOT NULL, "last" bigint NOT NULL, CONSTRAINT "PK_37bb30abe887f84a0f06960e310" PRIMARY KEY ("fiscal_code", "segregation_code"))`,
    );
    await runner.query(
      `CREATE TABLE "positions" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "person_id" uuid, "practice_id" uuid, "procedure_id" uuid, "debtor" jsonb, "reason" text NOT NULL, "beneficiary_name" text, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "dropped_why" text, "next_try_at" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL, CONSTRAINT "PK_17e4e62ccd5749b289ae3fae6f3" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "positions_next_try" ON "positions"  ("next_try_at") WHERE next_try_at is not null`);
    await runner.query(`CREATE INDEX "positions_body" ON "positions"  ("organization_id", "opened_at", "id") `);
    await runner.query(`CREATE INDEX "positions_person" ON "positions"  ("person_id", "opened_at", "id") WHERE person_id is not null`);
    await runner.query(
      `CREATE TABLE "payment_options" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "position_id" uuid NOT NULL, "kind" text NOT NULL, "place" smallint NOT NULL, CONSTRAINT "PK_ac63f00d5ea9fe8c30a24ccc314" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "payment_options_position" ON "payment_options"  ("position_id") `);
    await runner.query(
      `CREATE TABLE "receipts" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "id_pa" text NOT NULL, "receipt_id" text NOT NULL, "instalment_id" uuid, "notice_number" text NOT NULL, "amount_cents" bigint NOT NULL, "arrived_at" TIMESTAMP WITH TIME ZONE NOT NULL, "content" jsonb NOT NULL, "raw" bytea NOT NULL, CONSTRAINT "PK_5e8182d7c29e023da6e1ff33bfe" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "receipts_instalment" ON "receipts"  ("instalment_id") WHERE instalment_id is not null`);
    await runner.query(`CREATE UNIQUE INDEX "receipts_once" ON "receipts"  ("id_pa", "receipt_id") `);
    await runner.query(
      `CREATE TABLE "anomalies" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "kind" text NOT NULL, "position_id" uuid, "instalment_id" uuid, "receipt_id" uuid, "notice_number" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "refund_cents" bigint, "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by" uuid, "note" text, CONSTRAINT "PK_85dc6428a06c59628d40b1c5f8e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "anomalies_position" ON "anomalies"  ("position_id") WHERE position_id is not null`);
    await runner.query(`CREATE INDEX "anomalies_body" ON "anomalies"  ("organization_id", "at", "id") `);
    await runner.query(
      `CREATE TABLE "activations" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "instalment_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "primitive" smallint NOT NULL, "amount_cents" bigint NOT NULL, "transfers" jsonb NOT NULL, CONSTRAINT "PK_db9ffdd659f4ac699248030b596" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "activations_instalment" ON "activations"  ("instalment_id", "at") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."activations_instalment"`);
    await runner.query(`DROP TABLE "activations"`);
    await runner.query(`DROP INDEX "public"."anomalies_body"`);
    await runner.query(`DROP INDEX "public"."anomalies_position"`);
    await runner.query(`DROP TABLE "anomalies"`);
    await runner.query(`DROP INDEX "public"."receipts_once"`);
    await runner.query(`DROP INDEX "public"."receipts_instalment"`);
    await runner.query(`DROP TABLE "receipts"`);
    await runner.query(`DROP INDEX "public"."payment_options_position"`);
    await runner.query(`DROP TABLE "payment_options"`);
    await runner.query(`DROP INDEX "public"."positions_person"`);
    await runner.query(`DROP INDEX "public"."positions_body"`);
    await runner.query(`DROP INDEX "public"."positions_next_try"`);
    await runner.query(`DROP TABLE "positions"`);
    await runner.query(`DROP TABLE "notice_counters"`);
    await runner.query(`DROP TABLE "transfers"`);
    await runner.query(`DROP INDEX "public"."instalments_notice"`);
    await runner.query(`DROP INDEX "public"."instalments_position"`);
    await runner.query(`DROP TABLE "instalments"`);
    await runner.query(`DROP INDEX "public"."creditors_fiscal_code"`);
    await runner.query(`DROP TABLE "creditors"`);
  }
}
