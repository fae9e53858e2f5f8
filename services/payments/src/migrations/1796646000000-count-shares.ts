import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of rows that are there the number of shares stays unknown: what they tell is looked at one by one. */
export class CountShares1796646000000 implements MigrationInterface {
  name = 'CountShares1796646000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "flow_rows" ADD "shares" smallint');
    await runner.query('DROP INDEX "flow_rows_instalment"');
    await runner.query(`CREATE INDEX "flow_rows_revoked" ON "flow_rows" ("iur") WHERE outcome = 'revoked'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "flow_rows_revoked"');
    await runner.query('CREATE INDEX "flow_rows_instalment" ON "flow_rows" ("instalment_id") WHERE instalment_id is not null');
    await runner.query('ALTER TABLE "flow_rows" DROP COLUMN "shares"');
  }
}
