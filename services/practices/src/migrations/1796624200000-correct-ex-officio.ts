import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers corrected of sent requests, with what stood there before. */
export class CorrectExOfficio1796624200000 implements MigrationInterface {
  name = 'CorrectExOfficio1796624200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table corrections (
         id uuid primary key, organization_id uuid not null, practice_id uuid not null, at timestamptz not null, officer_id uuid not null,
         officer_name text not null, reason text not null, changes jsonb not null, content_before jsonb not null)`,
    );
    await runner.query('create index corrections_of_practice on corrections (practice_id, at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table corrections');
  }
}
