import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts whoever gives her fiscal code once and her mail another time as one person, and finds names whatever their accents (APP-14, APP-55). */
export class CountPeopleByCodeAndMail1796650600000 implements MigrationInterface {
  name = 'CountPeopleByCodeAndMail1796650600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "appointments" ADD "holder_mail" text');
    await runner.query(`
      update appointments set holder_mail = lower(applicant->>'mail')
      where applicant->>'fiscalCode' is not null and applicant->>'mail' is not null`);
    await runner.query(
      'CREATE INDEX "appointments_holder_mail" ON "appointments"  ("organization_id", "holder_mail", "starts_at") WHERE holder_mail is not null',
    );
    // What the service writes from now on is folded by `fold` of @sportello/italy; of Latin letters this is the same.
    await runner.query(`
      update appointments set words = trim(regexp_replace(
        translate(words, 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), '[^[:alnum:]]+', ' ', 'g'))
      where words <> ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "appointments_holder_mail"');
    await runner.query('ALTER TABLE "appointments" DROP COLUMN "holder_mail"');
  }
}
