import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SumFromIndexes1796701000000 implements MigrationInterface {
  name = 'SumFromIndexes1796701000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "movements_in" ON "movements"  ("to_account", "day", "id", "cents") `);
    await runner.query(`CREATE INDEX "movements_out" ON "movements"  ("from_account", "day", "id", "cents") `);
    await runner.query(`DROP INDEX "public"."movements_from"`);
    await runner.query(`DROP INDEX "public"."movements_to"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "movements_to" ON "movements"  ("to_account", "day", "id") `);
    await runner.query(`CREATE INDEX "movements_from" ON "movements"  ("from_account", "day", "id") `);
    await runner.query(`DROP INDEX "public"."movements_out"`);
    await runner.query(`DROP INDEX "public"."movements_in"`);
  }
}
