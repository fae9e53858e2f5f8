import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatWasForgotten1796631600000 implements MigrationInterface {
  name = 'KeepWhatWasForgotten1796631600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "recoveries" ("id" uuid NOT NULL, "forgotten" text NOT NULL, "typed" text NOT NULL, "address" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_recoveries" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "recoveries_asked" ON "recoveries" ("asked_at")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "recoveries"');
  }
}
