import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupTheCatalogue1796640100000 implements MigrationInterface {
  name = 'GroupTheCatalogue1796640100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "catalogue_groups" ("organization_id" uuid NOT NULL, "version" integer NOT NULL, "categories" jsonb NOT NULL, "topics" jsonb NOT NULL, "recipients" jsonb NOT NULL, CONSTRAINT "PK_catalogue_groups" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(`ALTER TABLE "procedures" ADD "topics" text array NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE "procedures" ADD "recipients" text array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "recipients"');
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "topics"');
    await runner.query('DROP TABLE "catalogue_groups"');
  }
}
