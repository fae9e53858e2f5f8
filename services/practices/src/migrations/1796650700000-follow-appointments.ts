import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowAppointments1796650700000 implements MigrationInterface {
  name = 'FollowAppointments1796650700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "appointment_copies" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "status" text NOT NULL, "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_appointment_copies" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "appointment_copies_practice" ON "appointment_copies"  ("practice_id", "starts_at") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "appointment_copies"');
  }
}
