import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer may work on has a kind from now on: the procedures of before are of the first. */
export class EnableOfficersToSubjects1796120100000 implements MigrationInterface {
  name = 'EnableOfficersToSubjects1796120100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officers" ADD "subjects" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `UPDATE "officers" SET "subjects" = (
         SELECT coalesce(jsonb_agg(jsonb_build_object('kind', 'procedure', 'id', id) ORDER BY id), '[]') FROM (SELECT DISTINCT unnest("procedure_ids") id) p)`,
    );
    await runner.query(`ALTER TABLE "officers" DROP COLUMN "procedure_ids"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officers" ADD "procedure_ids" uuid array NOT NULL DEFAULT '{}'`);
    await runner.query(
      `UPDATE "officers" SET "procedure_ids" = ARRAY(
         SELECT (s ->> 'id')::uuid FROM jsonb_array_elements("subjects") s WHERE s ->> 'kind' = 'procedure')`,
    );
    await runner.query(`ALTER TABLE "officers" ALTER "procedure_ids" DROP DEFAULT`);
    await runner.query(`ALTER TABLE "officers" DROP COLUMN "subjects"`);
  }
}
