import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who solved a ticket, at which desk: the report counts it to her, whoever is in charge of it since. */
export class KeepWhoSolved1796900200000 implements MigrationInterface {
  name = 'KeepWhoSolved1796900200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "tickets" ADD "solver_id" uuid');
    await runner.query('ALTER TABLE "tickets" ADD "solver_name" text');
    await runner.query('ALTER TABLE "tickets" ADD "solver_desk_id" uuid');
    await runner.query(
      `UPDATE "tickets" SET "solver_id" = "officer_id", "solver_name" = "officer_name", "solver_desk_id" = "desk_id"
       WHERE "resolved_at" IS NOT NULL AND "solution" IS NOT NULL AND "officer_id" IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['solver_desk_id', 'solver_name', 'solver_id'])
      await runner.query(`ALTER TABLE "tickets" DROP COLUMN "${column}"`);
  }
}
