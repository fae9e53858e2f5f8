import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GiveEachUploadItsKey1796000100000 implements MigrationInterface {
  name = 'GiveEachUploadItsKey1796000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "uploads" ("key" text NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "attachment_id" uuid NOT NULL, "added_by" uuid NOT NULL, "begun_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_given_up" boolean NOT NULL, CONSTRAINT "PK_34365d7c50a3c5442d5d0b3a48a" PRIMARY KEY ("key"))`,
    );
    await runner.query(`CREATE INDEX "uploads_begun" ON "uploads" ("begun_at") `);
    await runner.query(`ALTER TABLE "documents" ALTER COLUMN "key" DROP NOT NULL`);
    // What was on its way while this ran has a key that others may have been given too: it is sent again.
    await runner.query(`UPDATE "attachments" SET "state" = 'discarded' WHERE "state" = 'prepared'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "documents" WHERE "key" IS NULL`);
    await runner.query(`ALTER TABLE "documents" ALTER COLUMN "key" SET NOT NULL`);
    await runner.query(`DROP INDEX "public"."uploads_begun"`);
    await runner.query(`DROP TABLE "uploads"`);
  }
}
