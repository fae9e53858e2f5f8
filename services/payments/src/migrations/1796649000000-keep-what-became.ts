import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is paid although it has no receipt was paid by a flow. */
export class KeepWhatBecame1796649000000 implements MigrationInterface {
  name = 'KeepWhatBecame1796649000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "flow_rows" ADD "became" text');
    await runner.query(
      `UPDATE flow_rows r SET became = 'paid' FROM instalments i, flows f
       WHERE i.id = r.instalment_id AND i.state = 'paid' AND f.id = r.flow_id AND f.taken_at IS NOT NULL
         AND r.outcome = 'without_receipt' AND r.status IN ('NO_RPT', 'STAND_IN_NO_RPT')
         AND NOT EXISTS (SELECT FROM receipts c WHERE c.instalment_id = i.id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "flow_rows" DROP COLUMN "became"');
  }
}
