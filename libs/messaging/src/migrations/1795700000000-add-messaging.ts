import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first services made these tables in migrations of their own, so what is there already stays as it is. */
export class AddMessaging1795700000000 implements MigrationInterface {
  name = 'AddMessaging1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "outbox" ("id" uuid NOT NULL, "position" BIGSERIAL NOT NULL, "subject" text NOT NULL, "payload" jsonb NOT NULL, "traceparent" text NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_340ab539f309f03bdaa14aa7649" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX IF NOT EXISTS "outbox_occurred" ON "outbox" ("occurred_at")`);
    await runner.query(`CREATE INDEX IF NOT EXISTS "outbox_due" ON "outbox" ("position") WHERE published_at is null`);
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "inbox" ("event_id" uuid NOT NULL, "consumer" text NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_625a303addbbe1f30d3f65ed7fe" PRIMARY KEY ("event_id", "consumer"))`,
    );
    await runner.query(`CREATE INDEX IF NOT EXISTS "inbox_received" ON "inbox" ("received_at")`);
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "dead_letters" ("event_id" uuid NOT NULL, "consumer" text NOT NULL, "envelope" jsonb NOT NULL, "error" text NOT NULL, "parked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_18b2b487b4b3f5df1c6cc7acfd7" PRIMARY KEY ("event_id", "consumer"))`,
    );
    await runner.query(
      `CREATE TABLE IF NOT EXISTS "stream_seen" ("name" text NOT NULL, "born_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_911ce7aeef10c032dc0fb4160ec" PRIMARY KEY ("name"))`,
    );
  }

  /** Nothing: the tables may be an older migration's. */
  async down(_runner: QueryRunner): Promise<void> {
    return Promise.resolve();
  }
}
