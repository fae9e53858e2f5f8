import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMarks1796611500000 implements MigrationInterface {
  name = 'AddMarks1796611500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "checklists" ("procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "version" integer NOT NULL, "items" jsonb NOT NULL, "is_required" boolean NOT NULL, CONSTRAINT "PK_0972b1705da697892793941a14f" PRIMARY KEY ("procedure_id"))`,
    );
    await runner.query(
      `CREATE TABLE "checklist_ticks" ("practice_id" uuid NOT NULL, "key" text NOT NULL, "organization_id" uuid NOT NULL, "by_id" uuid NOT NULL, "by_name" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_edf2f86588fe4041ae848c0c0aa" PRIMARY KEY ("practice_id", "key"))`,
    );
    await runner.query(
      `CREATE TABLE "practice_links" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "other_id" uuid NOT NULL, "kind" text NOT NULL, "linked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bab98d154a244bc7f9ed03a76ed" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "practice_links_back" ON "practice_links" ("other_id") `);
    await runner.query(`CREATE UNIQUE INDEX "practice_links_once" ON "practice_links" ("practice_id", "other_id", "kind") `);
    await runner.query(
      `CREATE TABLE "tags" ("organization_id" uuid NOT NULL, "tag" text NOT NULL, CONSTRAINT "PK_009bf9ee041ffb780f2b51a83fa" PRIMARY KEY ("organization_id", "tag"))`,
    );
    await runner.query(
      `CREATE TABLE "presences" ("practice_id" uuid NOT NULL, "officer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" text NOT NULL, "is_writing" boolean NOT NULL, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_41618dc4ec01d3f0f4e07d1ac8b" PRIMARY KEY ("practice_id", "officer_id"))`,
    );
    await runner.query(`CREATE INDEX "presences_seen" ON "presences" ("seen_at") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "presences", "practice_links", "checklist_ticks", "checklists", "tags"');
  }
}
