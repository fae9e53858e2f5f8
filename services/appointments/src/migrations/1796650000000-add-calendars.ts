import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCalendars1796650000000 implements MigrationInterface {
  name = 'AddCalendars1796650000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "calendars" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "title" text NOT NULL, "place" jsonb NOT NULL, "contact_mail" text NOT NULL, "owner_id" uuid, "services" jsonb NOT NULL, "is_hidden" boolean NOT NULL, "notice_days" smallint NOT NULL, "horizon_days" smallint NOT NULL, "cancel_days" smallint NOT NULL, "draft_minutes" smallint NOT NULL, "most_moves" smallint NOT NULL, "is_moderated" boolean NOT NULL, "needs_sign_in" boolean NOT NULL, "limit" jsonb, "person_limit" jsonb, "tells_officers" boolean NOT NULL, "tells_citizens" boolean NOT NULL, "version" integer NOT NULL, "hours_version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_calendars" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "calendars_body" ON "calendars"  ("organization_id", "title", "id") `);
    await runner.query(
      `CREATE TABLE "openings" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "name" text NOT NULL, "from_day" date NOT NULL, "to_day" date NOT NULL, "opens_at" text NOT NULL, "closes_at" text NOT NULL, "weekdays" jsonb NOT NULL, "parallel" smallint NOT NULL, "minutes" smallint NOT NULL, "gap_minutes" smallint NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_openings" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "openings_calendar" ON "openings"  ("calendar_id", "to_day") `);
    await runner.query(
      `CREATE TABLE "closing_periods" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_closing_periods" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "closing_periods_calendar" ON "closing_periods"  ("calendar_id", "ends_at") `);
    await runner.query(
      `CREATE TABLE "appointments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "opening_id" uuid NOT NULL, "service" text NOT NULL, "day" date NOT NULL, "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, "busy_until" TIMESTAMP WITH TIME ZONE NOT NULL, "status" text NOT NULL, "held_until" TIMESTAMP WITH TIME ZONE, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "person_id" uuid, "applicant" jsonb, "words" text NOT NULL DEFAULT '', "holder" text, "sender" text, "language" text NOT NULL, "video_link" text, "message" text, "moves_made" smallint NOT NULL DEFAULT '0', "sequence" smallint NOT NULL DEFAULT '0', "booked_by_officer" boolean NOT NULL DEFAULT false, "practice_id" uuid, "reminded_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL, CONSTRAINT "PK_appointments" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "appointments_opening" ON "appointments"  ("opening_id", "starts_at") `);
    await runner.query(`CREATE INDEX "appointments_calendar" ON "appointments"  ("calendar_id", "starts_at", "id") `);
    await runner.query(
      `CREATE INDEX "appointments_person" ON "appointments"  ("person_id", "starts_at", "id") WHERE person_id is not null`,
    );
    await runner.query(
      `CREATE INDEX "appointments_holder" ON "appointments"  ("organization_id", "holder", "starts_at") WHERE holder is not null`,
    );
    await runner.query(`CREATE INDEX "appointments_drafts" ON "appointments"  ("held_until") WHERE status = 'draft'`);
    await runner.query(`CREATE INDEX "appointments_sender" ON "appointments"  ("sender") WHERE status = 'draft' and sender is not null`);
    await runner.query(
      `CREATE UNIQUE INDEX "appointments_practice" ON "appointments"  ("practice_id") WHERE practice_id is not null and status in ('draft', 'awaiting_approval', 'confirmed')`,
    );
    await runner.query(
      `CREATE INDEX "appointments_to_remind" ON "appointments"  ("starts_at") WHERE status = 'confirmed' and reminded_at is null`,
    );
    await runner.query(
      `CREATE TABLE "calendar_days" ("calendar_id" uuid NOT NULL, "day" date NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_calendar_days" PRIMARY KEY ("calendar_id", "day"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['calendar_days', 'appointments', 'closing_periods', 'openings', 'calendars'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}
