import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is written here stands: whoever is at the database with the rights of the service cannot change it either. */
const immutable = ['protocol_entries', 'protocol_annulments', 'protocol_days'];

export class AddProtocol1796500100000 implements MigrationInterface {
  name = 'AddProtocol1796500100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "protocol_at" TIMESTAMP WITH TIME ZONE');
    await runner.query(
      `CREATE INDEX "documents_registration" ON "documents"  ("issued_at") WHERE kind = 'registration' and sha256 is null`,
    );
    await runner.query(
      `CREATE TABLE "protocol_entries" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "register" text NOT NULL, "year" integer NOT NULL, "number" text NOT NULL, "direction" text NOT NULL, "kind" text NOT NULL, "practice_id" uuid NOT NULL, "practice_number" text NOT NULL, "source_id" uuid NOT NULL, "procedure_title" jsonb NOT NULL, "correspondent" text NOT NULL, "registered_at" TIMESTAMP WITH TIME ZONE NOT NULL, "documents" jsonb NOT NULL, CONSTRAINT "PK_7e5ab2a0aab7fb2227c01d57186" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "protocol_entries_practice" ON "protocol_entries"  ("practice_id", "registered_at") `);
    await runner.query(`CREATE INDEX "protocol_entries_time" ON "protocol_entries"  ("organization_id", "registered_at", "id") `);
    await runner.query(`CREATE INDEX "protocol_entries_search" ON "protocol_entries"  ("organization_id", "number") `);
    await runner.query(
      `CREATE UNIQUE INDEX "protocol_entries_number" ON "protocol_entries"  ("organization_id", "register", "year", "number") `,
    );
    await runner.query(
      `CREATE TABLE "protocol_annulments" ("entry_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "by_id" uuid NOT NULL, "by_name" text NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_e93529071f409f6fbd9cb4d0724" PRIMARY KEY ("entry_id"))`,
    );
    await runner.query(`CREATE INDEX "protocol_annulments_time" ON "protocol_annulments"  ("organization_id", "at") `);
    await runner.query(
      `CREATE TABLE "protocol_days" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "day" date NOT NULL, "part" integer NOT NULL, "first_number" text, "last_number" text, "entries" integer NOT NULL, "annulments" integer NOT NULL, "key" text NOT NULL, "name" text NOT NULL, "size_bytes" integer NOT NULL, "sha256" text NOT NULL, "previous_sha256" text, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_8f079a2d40e131c03c04da16d9e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "protocol_days_part" ON "protocol_days"  ("organization_id", "day", "part") `);
    await runner.query(
      `CREATE TABLE "protocol_settings" ("organization_id" uuid NOT NULL, "register" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_57cdb62e3ef5bb221c1abf0d4dc" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(
      `CREATE TABLE "filings" ("id" uuid NOT NULL, "position" BIGSERIAL NOT NULL, "organization_id" uuid NOT NULL, "lane" text NOT NULL, "practice_id" uuid NOT NULL, "kind" text NOT NULL, "source_id" uuid NOT NULL, "state" text NOT NULL, "filed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempts" integer NOT NULL, "cause" text, "detail" text, "tried_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_48cb6370a96594b0b3c61df98be" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "filings_open" ON "filings"  ("organization_id", "lane", "position") WHERE state <> 'done'`);
    await runner.query(`CREATE UNIQUE INDEX "filings_source" ON "filings"  ("practice_id", "kind", "source_id") `);
    await runner.query(
      `CREATE TABLE "filing_lines" ("organization_id" uuid NOT NULL, "lane" text NOT NULL, "held_by" uuid, "held_until" TIMESTAMP WITH TIME ZONE, "failures" integer NOT NULL, "next_try_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_2ad7317a4bdde27eac6ed29c9af" PRIMARY KEY ("organization_id", "lane"))`,
    );
    await runner.query(
      `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`,
    );
    for (const table of immutable) {
      await runner.query(
        `CREATE TRIGGER "${table}_stand" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
      );
      await runner.query(
        `CREATE TRIGGER "${table}_stay" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...immutable, 'protocol_settings', 'filing_lines', 'filings']) await runner.query(`DROP TABLE "${table}"`);
    await runner.query('DROP FUNCTION refuse_change()');
    await runner.query('DROP INDEX "public"."documents_registration"');
    await runner.query('ALTER TABLE "practices" DROP COLUMN "protocol_at"');
  }
}
