import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindByWords1795637700000 implements MigrationInterface {
  name = 'FindByWords1795637700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD COLUMN IF NOT EXISTS "copy_of_id" uuid');
    // Words are found by their beginnings (PRA-25). Trigrams are shared by too many rows to stay fast at a million of them.
    await runner.query('DROP INDEX IF EXISTS "practices_recent", "practices_words", "practices_search"');
    await runner.query('ALTER TABLE "practices" ADD "words" tsvector');
    await runner.query(`UPDATE "practices"
      SET words = array_to_tsvector(string_to_array(search_text, ' ') || split_part(number, '.', 2))`);
    await runner.query('ALTER TABLE "practices" ALTER COLUMN "words" SET NOT NULL');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "search_text"');
    await runner.query(
      'CREATE INDEX "practices_recent" ON "practices" ("organization_id", "changed_at", "id") WHERE submitted_at is not null',
    );
    await runner.query('CREATE INDEX "practices_words" ON "practices" USING gin ("words") WHERE submitted_at is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "search_text" text');
    await runner.query(`UPDATE "practices" SET search_text = array_to_string(tsvector_to_array(words), ' ')`);
    await runner.query('ALTER TABLE "practices" ALTER COLUMN "search_text" SET NOT NULL');
    await runner.query('DROP INDEX "practices_words", "practices_recent"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "words"');
    await runner.query(
      'CREATE INDEX "practices_search" ON "practices" USING gin ("search_text" gin_trgm_ops) WHERE submitted_at is not null',
    );
    await runner.query('ALTER TABLE "practices" DROP COLUMN "copy_of_id"');
  }
}
