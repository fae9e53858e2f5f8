import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds. `pg_trgm` is there since the first migration: a trusted extension, which the owner of a database may create. */
export class AddWordsOfServices1796010200000 implements MigrationInterface {
  name = 'AddWordsOfServices1796010200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "procedures" ADD "synonyms" text array NOT NULL DEFAULT '{}'`);
    await runner.query('ALTER TABLE "procedures" ADD "words" tsvector');
    await runner.query('CREATE INDEX "procedures_words" ON "procedures" USING gin ("words")');
    await runner.query(
      'CREATE TABLE "search_words" ("organization_id" uuid NOT NULL, "word" text NOT NULL, CONSTRAINT "PK_search_words" PRIMARY KEY ("organization_id", "word"))',
    );
    await runner.query('CREATE INDEX "search_words_slips" ON "search_words" USING gin ("word" gin_trgm_ops)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "search_words"');
    await runner.query('DROP INDEX "procedures_words"');
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "words"');
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "synonyms"');
  }
}
