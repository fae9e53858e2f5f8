import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the two sides write to each other may have a layout (TIC-08). */
export class AddLayout1797100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages add column html text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages drop column html');
  }
}
