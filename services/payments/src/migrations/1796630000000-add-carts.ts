import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCarts1796630000000 implements MigrationInterface {
  name = 'AddCarts1796630000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "refused_receipts" ("id" uuid NOT NULL, "organization_id" uuid, "id_pa" text NOT NULL, "digest" bytea NOT NULL, "fault_code" text NOT NULL, "why" text NOT NULL, "raw" bytea NOT NULL, "arrived_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_refused_receipts" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "refused_receipts_once" ON "refused_receipts"  ("digest") `);
    await runner.query(
      `CREATE TABLE "carts" ("id" uuid NOT NULL, "person_id" uuid, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_carts" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "attempts" ("cart_id" uuid NOT NULL, "instalment_id" uuid NOT NULL, "id" uuid NOT NULL, "organization_id" uuid NOT NULL, "position_id" uuid NOT NULL, "amount_cents" bigint NOT NULL, "state" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "next_look_at" TIMESTAMP WITH TIME ZONE, "looks" smallint NOT NULL, CONSTRAINT "PK_attempts" PRIMARY KEY ("cart_id", "instalment_id"))`,
    );
    await runner.query(`CREATE INDEX "attempts_next_look" ON "attempts"  ("next_look_at") WHERE next_look_at is not null`);
    await runner.query(`CREATE INDEX "attempts_instalment" ON "attempts"  ("instalment_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "attempts"`);
    await runner.query(`DROP TABLE "carts"`);
    await runner.query(`DROP TABLE "refused_receipts"`);
  }
}
