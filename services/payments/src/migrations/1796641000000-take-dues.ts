import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeDues1796641000000 implements MigrationInterface {
  name = 'TakeDues1796641000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "positions" ADD "category" text');
    await runner.query(`CREATE INDEX "positions_unclaimed" ON "positions" ((debtor ->> 'code')) WHERE person_id is null`);
    await runner.query(
      `CREATE TABLE "told_dues" ("position_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "source" text NOT NULL, "number" text NOT NULL, "digest" text NOT NULL, CONSTRAINT "PK_told_dues" PRIMARY KEY ("position_id"))`,
    );
    await runner.query('CREATE UNIQUE INDEX "told_dues_once" ON "told_dues" ("organization_id", "number", "source") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "told_dues"');
    await runner.query('DROP INDEX "positions_unclaimed"');
    await runner.query('ALTER TABLE "positions" DROP COLUMN "category"');
  }
}
