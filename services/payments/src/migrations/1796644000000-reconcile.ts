import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reconcile1796644000000 implements MigrationInterface {
  name = 'Reconcile1796644000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "flows" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "psp_id" text NOT NULL, "name" text NOT NULL, "revision" integer NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "state" text NOT NULL, "regulation" text, "regulation_on" text, "total" integer, "sum_cents" bigint, "odd_rows" integer NOT NULL, "taken_at" TIMESTAMP WITH TIME ZONE, "next_try_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_flows" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "flows_next_try" ON "flows" ("next_try_at") WHERE next_try_at is not null');
    await runner.query('CREATE INDEX "flows_listed" ON "flows" ("organization_id", "published_at", "id") ');
    await runner.query('CREATE UNIQUE INDEX "flows_once" ON "flows" ("organization_id", "psp_id", "name", "revision") ');
    await runner.query(
      `CREATE TABLE "flow_rows" ("flow_id" uuid NOT NULL, "place" integer NOT NULL, "iuv" text NOT NULL, "iur" text NOT NULL, "transfer" smallint NOT NULL, "amount_cents" bigint NOT NULL, "status" text NOT NULL, "paid_on" text NOT NULL, "outcome" text, "instalment_id" uuid, CONSTRAINT "PK_flow_rows" PRIMARY KEY ("flow_id", "place"))`,
    );
    await runner.query('CREATE INDEX "flow_rows_iur" ON "flow_rows" ("iur") ');
    await runner.query('CREATE INDEX "flow_rows_instalment" ON "flow_rows" ("instalment_id") WHERE instalment_id is not null');
    await runner.query(
      `CREATE TABLE "flow_polls" ("organization_id" uuid NOT NULL, "next_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_flow_polls" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query('ALTER TABLE "anomalies" ADD "flow_id" uuid');
    await runner.query('CREATE INDEX "anomalies_flow" ON "anomalies" ("flow_id") WHERE flow_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "anomalies_flow"');
    await runner.query('ALTER TABLE "anomalies" DROP COLUMN "flow_id"');
    for (const table of ['flow_polls', 'flow_rows', 'flows']) await runner.query(`DROP TABLE "${table}"`);
  }
}
