import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['attachments', 'messages', 'passages', 'uploads'];
/** Uploads are found by their key alone. */
const indexed = ['attachments', 'messages', 'passages'];

/** What was tied to a practice is keyed by the kind and the id of what is followed. A default that is constant rewrites no row. */
export class KeyCaseworkBySubject1796300000000 implements MigrationInterface {
  name = 'KeyCaseworkBySubject1796300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`ALTER TABLE "${table}" RENAME COLUMN "practice_id" TO "subject_id"`);
      await runner.query(`ALTER TABLE "${table}" ADD "subject_kind" text NOT NULL DEFAULT 'practices'`);
      await runner.query(`ALTER TABLE "${table}" ALTER COLUMN "subject_kind" DROP DEFAULT`);
    }
    for (const table of indexed) await runner.query(`ALTER INDEX "${table}_practice" RENAME TO "${table}_subject"`);
    await runner.query('ALTER TABLE "number_counters" RENAME COLUMN "code" TO "prefix"');
    await runner.query(
      `ALTER TABLE "number_counters" RENAME CONSTRAINT "PK_6ee1f195bd3ff13a0225ea624a0" TO "PK_e2468cf33f7346126c99d8ce444"`,
    );
    await runner.query(`UPDATE "number_counters" SET "prefix" = "prefix" || '.'`);
    await runner.query('ALTER TABLE "number_counters" DROP COLUMN "organization_id"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "number_counters" ADD "organization_id" uuid');
    await runner.query('ALTER TABLE "number_counters" RENAME COLUMN "prefix" TO "code"');
    await runner.query(
      `ALTER TABLE "number_counters" RENAME CONSTRAINT "PK_e2468cf33f7346126c99d8ce444" TO "PK_6ee1f195bd3ff13a0225ea624a0"`,
    );
    await runner.query('UPDATE "number_counters" SET "code" = rtrim("code", \'.\')');
    await runner.query(
      'UPDATE "number_counters" c SET "organization_id" = p."organization_id" FROM "procedures" p WHERE p."code" = c."code"',
    );
    await runner.query('ALTER TABLE "number_counters" ALTER COLUMN "organization_id" SET NOT NULL');
    for (const table of indexed) await runner.query(`ALTER INDEX "${table}_subject" RENAME TO "${table}_practice"`);
    for (const table of tables) {
      await runner.query(`ALTER TABLE "${table}" DROP COLUMN "subject_kind"`);
      await runner.query(`ALTER TABLE "${table}" RENAME COLUMN "subject_id" TO "practice_id"`);
    }
  }
}
