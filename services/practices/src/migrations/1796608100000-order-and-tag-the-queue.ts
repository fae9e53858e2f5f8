import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderAndTagTheQueue1796608100000 implements MigrationInterface {
  name = 'OrderAndTagTheQueue1796608100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "practices" ADD "tags" text array NOT NULL DEFAULT '{}'`);
    // Numbers of the protocol are found by the search too, with and without the zeros before them.
    await runner.query(`UPDATE practices p SET words = p.words || e.words
      FROM (SELECT practice_id, array_to_tsvector(array_agg(DISTINCT lower(n))) words
            FROM protocol_entries, unnest(array[number, ltrim(number, '0')]) n WHERE n <> '' GROUP BY practice_id) e
      WHERE e.practice_id = p.id`);
    // Each service is read from an index of its own, for one officer and for a manager of all.
    await runner.query('DROP INDEX "practices_recent"');
    await runner.query(
      'CREATE INDEX "practices_queue_by_sending" ON "practices" ("procedure_id", "submitted_at", "id") WHERE submitted_at is not null',
    );
    await runner.query(
      'CREATE INDEX "practices_queue_by_name" ON "practices" ("procedure_id", "applicant_name" COLLATE "und-x-icu", "id") WHERE submitted_at is not null',
    );
    await runner.query(
      `CREATE INDEX "practices_queue_by_priority" ON "practices" ("procedure_id", array_position('{high,normal,low}'::text[], priority), "submitted_at", "id") WHERE submitted_at is not null`,
    );
    await runner.query(
      'CREATE INDEX "practices_by_officer" ON "practices" ("officer_id", "procedure_id", "status", "changed_at", "id") WHERE officer_id is not null',
    );
    await runner.query(
      'CREATE INDEX "practices_by_office" ON "practices" ("office_id", "procedure_id", "status", "changed_at", "id") WHERE office_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX "practices_by_office", "practices_by_officer", "practices_queue_by_priority", "practices_queue_by_name", "practices_queue_by_sending"',
    );
    await runner.query(
      'CREATE INDEX "practices_recent" ON "practices" ("organization_id", "changed_at", "id") WHERE submitted_at is not null',
    );
    await runner.query('ALTER TABLE "practices" DROP COLUMN "tags"');
  }
}
