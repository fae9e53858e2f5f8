import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The versions of forms as every service keeps them (`libs/stored-forms`), with the rows that are there. */
export class KeepFormsBySubject1796110000000 implements MigrationInterface {
  name = 'KeepFormsBySubject1796110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "forms" RENAME TO "form_versions"`);
    await runner.query(`ALTER TABLE "form_versions" RENAME COLUMN "procedure_id" TO "subject_id"`);
    await runner.query(`ALTER INDEX "forms_version" RENAME TO "form_versions_subject"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER INDEX "form_versions_subject" RENAME TO "forms_version"`);
    await runner.query(`ALTER TABLE "form_versions" RENAME COLUMN "subject_id" TO "procedure_id"`);
    await runner.query(`ALTER TABLE "form_versions" RENAME TO "forms"`);
  }
}
