import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The report asks for the tickets that came in in some months. */
export class IndexTicketsByMonth1796900100000 implements MigrationInterface {
  name = 'IndexTicketsByMonth1796900100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "tickets_by_month" ON "tickets"  ("organization_id", "created_at") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "tickets_by_month"');
  }
}
