import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who acts for a comune is known to act for that one. */
export class TellTheComuneOfAProfile1796621500000 implements MigrationInterface {
  name = 'TellTheComuneOfAProfile1796621500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table profiles add comune text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table profiles drop column comune');
  }
}
