import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindByWords1795637656232 implements MigrationInterface {
  name = 'FindByWords1795637656232';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "practices" ADD "copy_of_id" uuid`);
    await runner.query(
      `CREATE INDEX "practices_recent" ON "practices"  ("organization_id", "changed_at", "id") WHERE submitted_at is not null`,
    );
    // Words are found by their beginnings (PRA-25). Trigrams are shared by too many rows to stay fast at a million of them.
    await runner.query('DROP INDEX "practices_search"');
    await runner.query(
      `CREATE INDEX "practices_words" ON "practices" USING gin (array_to_tsvector(string_to_array(search_text, ' '))) WHERE submitted_at is not null`,
    );
    await runner.query(`UPDATE "practices" SET search_text = search_text || ' ' || split_part(number, '.', 2)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "practices_words"');
    await runner.query(
      'CREATE INDEX "practices_search" ON "practices" USING gin ("search_text" gin_trgm_ops) WHERE submitted_at is not null',
    );
    await runner.query(`DROP INDEX "public"."practices_recent"`);
    await runner.query(`ALTER TABLE "practices" DROP COLUMN "copy_of_id"`);
  }
}
