import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReserveServices1796624500000 implements MigrationInterface {
  name = 'ReserveServices1796624500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "listed_people" ("id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "fiscal_code" text NOT NULL, CONSTRAINT "PK_listed_people" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE UNIQUE INDEX "listed_people_code" ON "listed_people" ("procedure_id", "fiscal_code")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "listed_people"');
  }
}
