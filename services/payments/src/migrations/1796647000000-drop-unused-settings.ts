import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages of both versions are answered whatever was set, and there is one way to pay on line. */
export class DropUnusedSettings1796647000000 implements MigrationInterface {
  name = 'DropUnusedSettings1796647000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "creditors" DROP COLUMN "primitives"');
    await runner.query('ALTER TABLE "creditors" DROP COLUMN "connector"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "creditors" ADD "connector" text NOT NULL DEFAULT 'checkout'`);
    await runner.query('ALTER TABLE "creditors" ADD "primitives" smallint NOT NULL DEFAULT 2');
    await runner.query('ALTER TABLE "creditors" ALTER COLUMN "connector" DROP DEFAULT');
    await runner.query('ALTER TABLE "creditors" ALTER COLUMN "primitives" DROP DEFAULT');
  }
}
