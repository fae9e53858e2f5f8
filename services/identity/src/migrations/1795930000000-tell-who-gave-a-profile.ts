import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TellWhoGaveAProfile1795930000000 implements MigrationInterface {
  name = 'TellWhoGaveAProfile1795930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "profiles" ADD "organization_id" uuid`);
    await runner.query(
      `CREATE TABLE "registrations" ("organization_id" uuid NOT NULL, "id" uuid NOT NULL, "person_id" uuid NOT NULL, "registered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_36a9da6c4dc7e3b8ee8aa8b2e0d" PRIMARY KEY ("organization_id", "id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "registrations"`);
    await runner.query(`ALTER TABLE "profiles" DROP COLUMN "organization_id"`);
  }
}
