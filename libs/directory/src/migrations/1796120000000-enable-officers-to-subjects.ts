import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer may work on has a kind from now on: the procedures of before are of the first. */
export class EnableOfficersToSubjects1796120000000 implements MigrationInterface {
  name = 'EnableOfficersToSubjects1796120000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officer_copies" ADD "subjects" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `UPDATE "officer_copies" SET "subjects" = (
         SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'procedure', 'id', id) ORDER BY id), '[]') FROM (SELECT DISTINCT unnest("procedure_ids") id) p)`,
    );
    await runner.query(`ALTER TABLE "officer_copies" DROP COLUMN "procedure_ids"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officer_copies" ADD "procedure_ids" uuid array NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE "officer_copies" SET "procedure_ids" = ARRAY(
         SELECT (s ->> 'id')::uuid FROM jsonb_array_elements("subjects") s WHERE s ->> 'kind' = 'procedure')`,
    );
    await runner.query(`ALTER TABLE "officer_copies" ALTER "procedure_ids" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "officer_copies" DROP COLUMN "subjects"`);
  }
}
