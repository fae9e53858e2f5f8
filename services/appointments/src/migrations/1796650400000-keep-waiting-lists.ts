import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps who waits for a place of a calendar. Calendars that are there keep a list from here on. */
export class KeepWaitingLists1796650400000 implements MigrationInterface {
  name = 'KeepWaitingLists1796650400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendars" ADD "offer_minutes" smallint DEFAULT '120'`);
    await runner.query(
      `CREATE TABLE "waiting_places" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "service" text NOT NULL, "from_day" date NOT NULL, "to_day" date NOT NULL, "status" text NOT NULL, "person_id" uuid, "applicant" jsonb NOT NULL, "holder" text NOT NULL, "sender" text, "language" text NOT NULL, "appointment_id" uuid, "draft_id" uuid, "offered_until" TIMESTAMP WITH TIME ZONE, "joined_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_waiting_places" PRIMARY KEY ("id"))`,
    );
    const isOpen = "status in ('waiting', 'offered')";
    await runner.query(`CREATE INDEX "waiting_places_order" ON "waiting_places"  ("calendar_id", "joined_at", "id") WHERE ${isOpen}`);
    await runner.query(
      `CREATE UNIQUE INDEX "waiting_places_holder" ON "waiting_places"  ("calendar_id", "holder") WHERE appointment_id is null and ${isOpen}`,
    );
    await runner.query(
      `CREATE INDEX "waiting_places_person" ON "waiting_places"  ("person_id", "joined_at") WHERE person_id is not null and ${isOpen}`,
    );
    await runner.query(`CREATE INDEX "waiting_places_sender" ON "waiting_places"  ("sender") WHERE sender is not null and ${isOpen}`);
    await runner.query(
      `CREATE UNIQUE INDEX "waiting_places_kept" ON "waiting_places"  ("appointment_id") WHERE appointment_id is not null and ${isOpen}`,
    );
    await runner.query(`CREATE INDEX "waiting_places_offered" ON "waiting_places"  ("offered_until") WHERE status = 'offered'`);
    await runner.query(
      `CREATE INDEX "waiting_places_over" ON "waiting_places"  ("changed_at") WHERE status in ('taken', 'passed', 'left')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "waiting_places"');
    await runner.query('ALTER TABLE "calendars" DROP COLUMN "offer_minutes"');
  }
}
