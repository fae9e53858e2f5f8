import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddNoticesAndDeliveries1795634951617 implements MigrationInterface {
  name = 'AddNoticesAndDeliveries1795634951617';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "outbox" ("id" uuid NOT NULL, "position" BIGSERIAL NOT NULL, "subject" text NOT NULL, "payload" jsonb NOT NULL, "traceparent" text NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_340ab539f309f03bdaa14aa7649" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "outbox_occurred" ON "outbox"  ("occurred_at") `);
    await runner.query(`CREATE INDEX "outbox_due" ON "outbox"  ("position") WHERE published_at is null`);
    await runner.query(
      `CREATE TABLE "inbox" ("event_id" uuid NOT NULL, "consumer" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_625a303addbbe1f30d3f65ed7fe" PRIMARY KEY ("event_id", "consumer"))`,
    );
    await runner.query(`CREATE INDEX "inbox_received" ON "inbox"  ("received_at") `);
    await runner.query(
      `CREATE TABLE "dead_letters" ("event_id" uuid NOT NULL, "consumer" text NOT NULL, "envelope" jsonb NOT NULL, "error" text NOT NULL, "parked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_18b2b487b4b3f5df1c6cc7acfd7" PRIMARY KEY ("event_id", "consumer"))`,
    );
    await runner.query(
      `CREATE TABLE "stream_seen" ("name" text NOT NULL, "born_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_911ce7aeef10c032dc0fb4160ec" PRIMARY KEY ("name"))`,
    );
    await runner.query(
      `CREATE TABLE "announcements" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "applicant_id" uuid NOT NULL, "template" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "heard_at" TIMESTAMP WITH TIME ZONE NOT NULL, "traceparent" text NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE, "about" jsonb, "enclosures" jsonb NOT NULL DEFAULT '[]', CONSTRAINT "PK_b3ad760876ff2e19d58e05dc8b0" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "announcements_due" ON "announcements"  ("heard_at") WHERE told_at is null`);
    await runner.query(
      `CREATE TABLE "deliveries" ("id" uuid NOT NULL, "announcement_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "person_id" uuid, "audience" text NOT NULL, "address" text NOT NULL, "language" text NOT NULL, "status" text NOT NULL, "attempts" integer NOT NULL, "queued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sending_since" TIMESTAMP WITH TIME ZONE, "sent_at" TIMESTAMP WITH TIME ZONE, "failure" text, CONSTRAINT "PK_a6ef225c5c5f0974e503bfb731f" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "deliveries_one_each" ON "deliveries"  ("announcement_id", "address") `);
    await runner.query(`CREATE INDEX "deliveries_due" ON "deliveries"  ("due_at") WHERE status in ('queued', 'bounced_temporary')`);
    await runner.query(
      `CREATE TABLE "notices" ("id" uuid NOT NULL, "announcement_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "person_id" uuid NOT NULL, "audience" text NOT NULL, "subject" jsonb NOT NULL, "body" jsonb NOT NULL, "path" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_3eb18c29da25d6935fcbe584237" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "notices_one_each" ON "notices"  ("announcement_id", "person_id") `);
    await runner.query(`CREATE INDEX "notices_unread" ON "notices"  ("person_id", "audience") WHERE read_at is null`);
    await runner.query(`CREATE INDEX "notices_by_person" ON "notices"  ("person_id", "audience", "created_at", "id") `);
    await runner.query(
      `ALTER TABLE "deliveries" ADD CONSTRAINT "FK_dc5ccc67cd5e005fe7e7ee6a8b2" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notices" ADD CONSTRAINT "FK_83357c4d1696d95b11f0bcb6b4e" FOREIGN KEY ("announcement_id") REFERENCES "announcements"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "notices" DROP CONSTRAINT "FK_83357c4d1696d95b11f0bcb6b4e"`);
    await runner.query(`ALTER TABLE "deliveries" DROP CONSTRAINT "FK_dc5ccc67cd5e005fe7e7ee6a8b2"`);
    await runner.query(`DROP INDEX "public"."notices_by_person"`);
    await runner.query(`DROP INDEX "public"."notices_unread"`);
    await runner.query(`DROP INDEX "public"."notices_one_each"`);
    await runner.query(`DROP TABLE "notices"`);
    await runner.query(`DROP INDEX "public"."deliveries_due"`);
    await runner.query(`DROP INDEX "public"."deliveries_one_each"`);
    await runner.query(`DROP TABLE "deliveries"`);
    await runner.query(`DROP INDEX "public"."announcements_due"`);
    await runner.query(`DROP TABLE "announcements"`);
    await runner.query(`DROP TABLE "stream_seen"`);
    await runner.query(`DROP TABLE "dead_letters"`);
    await runner.query(`DROP INDEX "public"."inbox_received"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP INDEX "public"."outbox_due"`);
    await runner.query(`DROP INDEX "public"."outbox_occurred"`);
    await runner.query(`DROP TABLE "outbox"`);
  }
}
