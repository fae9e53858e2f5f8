import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps who has come today, and which number was called to which desk. */
export class KeepArrivals1796650500000 implements MigrationInterface {
  name = 'KeepArrivals1796650500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "arrivals" ("appointment_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "place" text NOT NULL, "day" date NOT NULL, "number" integer NOT NULL, "arrived_at" TIMESTAMP WITH TIME ZONE NOT NULL, "called_at" TIMESTAMP WITH TIME ZONE, "desk" text, "call_id" uuid, CONSTRAINT "PK_arrivals" PRIMARY KEY ("appointment_id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "arrivals_number" ON "arrivals"  ("organization_id", "place", "day", "number") `);
    await runner.query(`CREATE INDEX "arrivals_calendar" ON "arrivals"  ("calendar_id", "day") `);
    await runner.query(`CREATE UNIQUE INDEX "arrivals_call" ON "arrivals"  ("call_id") WHERE call_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "arrivals"');
  }
}
