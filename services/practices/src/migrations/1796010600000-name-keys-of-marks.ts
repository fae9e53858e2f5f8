import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which key signed what was sent until now is not known here: whoever verifies such a mark tries each key. */
export class NameKeysOfMarks1796010600000 implements MigrationInterface {
  name = 'NameKeysOfMarks1796010600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "kid" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" DROP COLUMN "kid"');
  }
}
