import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps what was revoked, and when an address was read last. */
export class KeepRevokedFeeds1796650900000 implements MigrationInterface {
  name = 'KeepRevokedFeeds1796650900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "feeds" ADD "read_at" TIMESTAMP WITH TIME ZONE, ADD "revoked_at" TIMESTAMP WITH TIME ZONE');
    await runner.query('DROP INDEX "feeds_person"');
    await runner.query('DROP INDEX "feeds_officer"');
    await runner.query(`CREATE UNIQUE INDEX "feeds_person" ON "feeds"  ("person_id") WHERE calendar_id is null and revoked_at is null`);
    await runner.query(
      `CREATE UNIQUE INDEX "feeds_officer" ON "feeds"  ("person_id", "calendar_id") WHERE calendar_id is not null and revoked_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM "feeds" WHERE revoked_at is not null');
    await runner.query('DROP INDEX "feeds_person"');
    await runner.query('DROP INDEX "feeds_officer"');
    await runner.query(`CREATE UNIQUE INDEX "feeds_person" ON "feeds"  ("person_id") WHERE calendar_id is null`);
    await runner.query(`CREATE UNIQUE INDEX "feeds_officer" ON "feeds"  ("person_id", "calendar_id") WHERE calendar_id is not null`);
    await runner.query('ALTER TABLE "feeds" DROP COLUMN "read_at", DROP COLUMN "revoked_at"');
  }
}
