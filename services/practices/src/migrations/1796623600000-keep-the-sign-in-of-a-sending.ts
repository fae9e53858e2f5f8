import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is sent counts as signed: when its sender had signed in is kept with it. */
export class KeepTheSignInOfASending1796623600000 implements MigrationInterface {
  name = 'KeepTheSignInOfASending1796623600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practices add authenticated_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table practices drop column authenticated_at');
  }
}
