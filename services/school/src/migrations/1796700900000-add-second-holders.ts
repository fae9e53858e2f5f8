import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddSecondHolders1796700900000 implements MigrationInterface {
  name = 'AddSecondHolders1796700900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "second_holders" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "fiscal_code" text NOT NULL, "name" text NOT NULL, "rights" text array NOT NULL, "version" integer NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, "set_by" uuid NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "ended_by" uuid, CONSTRAINT "PK_9928274b24954bc783d6022c2c0" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "second_holders_listed" ON "second_holders"  ("organization_id", "name", "id") WHERE ended_at is null`,
    );
    await runner.query(`CREATE INDEX "second_holders_of" ON "second_holders"  ("fiscal_code") WHERE ended_at is null`);
    await runner.query(`CREATE UNIQUE INDEX "second_holders_once" ON "second_holders"  ("child_id", "fiscal_code") WHERE ended_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "second_holders"`);
  }
}
