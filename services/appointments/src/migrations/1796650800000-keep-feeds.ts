import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps the digests of the secret addresses under which calendars are subscribed to. */
export class KeepFeeds1796650800000 implements MigrationInterface {
  name = 'KeepFeeds1796650800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "feeds" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "calendar_id" uuid, "organization_id" uuid, "digest" text NOT NULL, "language" text NOT NULL, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_feeds" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "feeds_digest" ON "feeds"  ("digest") `);
    await runner.query(`CREATE UNIQUE INDEX "feeds_person" ON "feeds"  ("person_id") WHERE calendar_id is null`);
    await runner.query(`CREATE UNIQUE INDEX "feeds_officer" ON "feeds"  ("person_id", "calendar_id") WHERE calendar_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "feeds"');
  }
}
