import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddWordsOfNames1796000200000 implements MigrationInterface {
  name = 'AddWordsOfNames1796000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "people" ADD "words" tsvector');
    await runner.query('CREATE INDEX "people_words" ON "people" USING gin ("words")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "people_words"');
    await runner.query('ALTER TABLE "people" DROP COLUMN "words"');
  }
}
