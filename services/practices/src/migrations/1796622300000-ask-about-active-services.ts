import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practices that ask for something about an approved one. */
export class AskAboutActiveServices1796622300000 implements MigrationInterface {
  name = 'AskAboutActiveServices1796622300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practices add action text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practices drop column action');
  }
}
