import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepAllWords } from '../positions/words.js';

/** What few rows of a body are is found without reading all of it; and positions of before are found by their words without accents too. */
export class FindFaster1796645000000 implements MigrationInterface {
  name = 'FindFaster1796645000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "anomalies_body_open" ON "anomalies" ("organization_id", "at", "id") WHERE resolved_at is null');
    await runner.query(
      'CREATE INDEX "positions_body_unsettled" ON "positions" ("organization_id", "opened_at", "id") WHERE settled_at is null',
    );
    await runner.query(
      'CREATE INDEX "positions_body_creating" ON "positions" ("organization_id", "opened_at", "id") WHERE next_try_at is not null',
    );
    await runner.query(
      `CREATE INDEX "instalments_body_state" ON "instalments" ("organization_id", "state", "due_on") WHERE state in ('open', 'paid_elsewhere', 'to_collection')`,
    );
    await keepAllWords(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['anomalies_body_open', 'positions_body_unsettled', 'positions_body_creating', 'instalments_body_state'])
      await runner.query(`DROP INDEX "${index}"`);
  }
}
