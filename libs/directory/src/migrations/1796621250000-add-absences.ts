import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The copies say who stands in for an officer, and when. */
export class AddAbsences1796621250000 implements MigrationInterface {
  name = 'AddAbsences1796621250000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table officer_copies add absence jsonb');
    await runner.query(`create index officer_copies_substitute on officer_copies ((absence ->> 'substituteId')) where absence is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table officer_copies drop column absence');
  }
}
