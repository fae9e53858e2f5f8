import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPractices1795635567610 implements MigrationInterface {
  name = 'AddPractices1795635567610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
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
      `CREATE TABLE "amendments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "status" text NOT NULL, "reason" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "answer" text, "answered_at" TIMESTAMP WITH TIME ZONE, "refusal_reason" text, "judged_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_232751b4529e81fd8a6b2847ace" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "amendments_pending" ON "amendments"  ("practice_id") WHERE status in ('open', 'answered')`);
    await runner.query(`CREATE INDEX "amendments_practice" ON "amendments"  ("practice_id", "asked_at") `);
    await runner.query(
      `CREATE TABLE "documents" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "key" text NOT NULL, "size_bytes" integer, "sha256" text, "verification_code" text NOT NULL, "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_ac51aa5181ee2036f5ca482857c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "documents_code" ON "documents"  ("verification_code") `);
    await runner.query(`CREATE UNIQUE INDEX "documents_practice" ON "documents"  ("practice_id", "kind") `);
    await runner.query(
      `CREATE TABLE "officer_copies" ("officer_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "office_id" uuid, "office_name" text, "role" text NOT NULL, "procedure_ids" uuid array NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_b257e905f175f853cbb8cc0c9b8" PRIMARY KEY ("officer_id"))`,
    );
    await runner.query(`CREATE INDEX "officer_copies_organization" ON "officer_copies"  ("organization_id") `);
    await runner.query(
      `CREATE TABLE "procedures" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "code" text NOT NULL, "title" jsonb NOT NULL, "subtitle" jsonb NOT NULL, "category" text NOT NULL, "status" text NOT NULL, "audience" text array NOT NULL, "opens_at" TIMESTAMP WITH TIME ZONE, "closes_at" TIMESTAMP WITH TIME ZONE, "settings" jsonb NOT NULL, "form_id" uuid, "contacts" jsonb, "search_text" text NOT NULL, CONSTRAINT "PK_e7775bab78f27b4c47580b6cb4b" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "procedures_organization" ON "procedures"  ("organization_id") `);
    await runner.query(`CREATE UNIQUE INDEX "procedures_code" ON "procedures"  ("code") `);
    await runner.query(`CREATE INDEX "procedures_shelf" ON "procedures"  ("status", "category", "id") `);
    await runner.query(
      `CREATE TABLE "practices" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "form_id" uuid NOT NULL, "number" text NOT NULL, "applicant_id" uuid NOT NULL, "profile_id" uuid NOT NULL, "profile_kind" text NOT NULL, "applicant_name" text NOT NULL, "applicant_fiscal_code" text NOT NULL, "method" text NOT NULL, "level" integer NOT NULL, "authentication_id" uuid, "known" jsonb NOT NULL, "search_text" text NOT NULL, "status" text NOT NULL, "version" integer NOT NULL, "content" jsonb NOT NULL, "content_sha256" text, "confirmation_mail" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "saved_at" TIMESTAMP WITH TIME ZONE NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE, "position" integer, "signature" text, "receipt_issued_at" TIMESTAMP WITH TIME ZONE, "protocol_number" text, "officer_id" uuid, "officer_name" text, "office_id" uuid, "office_name" text, "priority" text NOT NULL, "outcome_message" text, "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_0934829c5859a843625e6ff1c34" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "practices_number" ON "practices"  ("number") `);
    await runner.query(
      `CREATE INDEX "practices_without_receipt" ON "practices"  ("submitted_at") WHERE submitted_at is not null and receipt_issued_at is null`,
    );
    await runner.query(
      `CREATE INDEX "practices_of_office" ON "practices"  ("office_id", "procedure_id", "changed_at", "id") WHERE office_id is not null and status in ('under_review', 'awaiting_amendment', 'amendment_submitted')`,
    );
    await runner.query(
      `CREATE INDEX "practices_in_charge" ON "practices"  ("officer_id", "procedure_id", "changed_at", "id") WHERE status in ('under_review', 'awaiting_amendment', 'amendment_submitted')`,
    );
    await runner.query(
      `CREATE INDEX "practices_waiting" ON "practices"  ("procedure_id", "changed_at", "id") WHERE submitted_at is not null and officer_id is null and status in ('submitted', 'registered')`,
    );
    await runner.query(
      `CREATE INDEX "practices_queue_by_status" ON "practices"  ("procedure_id", "status", "changed_at", "id") WHERE submitted_at is not null`,
    );
    await runner.query(
      `CREATE INDEX "practices_queue" ON "practices"  ("procedure_id", "changed_at", "id") WHERE submitted_at is not null`,
    );
    await runner.query(`CREATE INDEX "practices_own" ON "practices"  ("applicant_id", "profile_id", "changed_at", "id") `);
    await runner.query(
      `CREATE TABLE "forms" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "version" integer NOT NULL, "definition" jsonb NOT NULL, "validator" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_ba062fd30b06814a60756f233da" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "forms_version" ON "forms"  ("procedure_id", "version") `);
    await runner.query(
      `CREATE TABLE "attachments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "state" text NOT NULL, "purpose" text NOT NULL, "field_key" text, "side" text NOT NULL, "added_by" uuid NOT NULL, "key" text NOT NULL, "name" text NOT NULL, "type" text NOT NULL, "size_bytes" integer NOT NULL, "sha256" text NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE, "sent_with" uuid, CONSTRAINT "PK_5e1f050bcff31e3084a1d662412" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "attachments_unsettled" ON "attachments"  ("added_at") WHERE state <> 'stored' or (sent_at is null and purpose <> 'form')`,
    );
    await runner.query(`CREATE INDEX "attachments_practice" ON "attachments"  ("practice_id", "added_at") `);
    await runner.query(
      `CREATE TABLE "passages" ("id" bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "from_status" text, "to_status" text NOT NULL, "move" text NOT NULL, "actor_side" text NOT NULL, "actor_id" uuid, "actor_name" text, "reason" text, CONSTRAINT "PK_5f625d72252d22b1826b4ac79cf" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "passages_practice" ON "passages"  ("practice_id", "id") `);
    await runner.query(
      `CREATE TABLE "organization_copies" ("organization_id" uuid NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_07d457cf5c9ea7c43791af4395c" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(
      `CREATE TABLE "messages" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "kind" text NOT NULL, "from_side" text NOT NULL, "author_id" uuid NOT NULL, "author_name" text NOT NULL, "text" text NOT NULL, "sent_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_18325f38ae6de43878487eff986" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "messages_practice" ON "messages"  ("practice_id", "sent_at", "id") `);
    await runner.query(
      `CREATE TABLE "number_counters" ("code" text NOT NULL, "organization_id" uuid NOT NULL, "last" integer NOT NULL, CONSTRAINT "PK_6ee1f195bd3ff13a0225ea624a0" PRIMARY KEY ("code"))`,
    );
    await runner.query(
      `CREATE TABLE "arrival_counters" ("procedure_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "last" integer NOT NULL, CONSTRAINT "PK_5bd01f5f14ccaac3a0dc32b191f" PRIMARY KEY ("procedure_id"))`,
    );
    await runner.query(
      `CREATE TABLE "stars" ("reader_id" uuid NOT NULL, "practice_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "marked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_7aa068e6cdc21d06812dfea99ec" PRIMARY KEY ("reader_id", "practice_id"))`,
    );
    // Words anywhere in names, fiscal codes and numbers (PRA-25); decorators cannot name the operator class.
    await runner.query(
      'CREATE INDEX "practices_search" ON "practices" USING gin ("search_text" gin_trgm_ops) WHERE submitted_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "stars"`);
    await runner.query(`DROP TABLE "arrival_counters"`);
    await runner.query(`DROP TABLE "number_counters"`);
    await runner.query(`DROP INDEX "public"."messages_practice"`);
    await runner.query(`DROP TABLE "messages"`);
    await runner.query(`DROP TABLE "organization_copies"`);
    await runner.query(`DROP INDEX "public"."passages_practice"`);
    await runner.query(`DROP TABLE "passages"`);
    await runner.query(`DROP INDEX "public"."attachments_practice"`);
    await runner.query(`DROP INDEX "public"."attachments_unsettled"`);
    await runner.query(`DROP TABLE "attachments"`);
    await runner.query(`DROP INDEX "public"."forms_version"`);
    await runner.query(`DROP TABLE "forms"`);
    await runner.query(`DROP INDEX "public"."practices_own"`);
    await runner.query(`DROP INDEX "public"."practices_queue"`);
    await runner.query(`DROP INDEX "public"."practices_queue_by_status"`);
    await runner.query(`DROP INDEX "public"."practices_waiting"`);
    await runner.query(`DROP INDEX "public"."practices_in_charge"`);
    await runner.query(`DROP INDEX "public"."practices_of_office"`);
    await runner.query(`DROP INDEX "public"."practices_without_receipt"`);
    await runner.query(`DROP INDEX "public"."practices_number"`);
    await runner.query(`DROP TABLE "practices"`);
    await runner.query(`DROP INDEX "public"."procedures_shelf"`);
    await runner.query(`DROP INDEX "public"."procedures_code"`);
    await runner.query(`DROP INDEX "public"."procedures_organization"`);
    await runner.query(`DROP TABLE "procedures"`);
    await runner.query(`DROP INDEX "public"."officer_copies_organization"`);
    await runner.query(`DROP TABLE "officer_copies"`);
    await runner.query(`DROP INDEX "public"."documents_practice"`);
    await runner.query(`DROP INDEX "public"."documents_code"`);
    await runner.query(`DROP TABLE "documents"`);
    await runner.query(`DROP INDEX "public"."amendments_practice"`);
    await runner.query(`DROP INDEX "public"."amendments_pending"`);
    await runner.query(`DROP TABLE "amendments"`);
    await runner.query(`DROP TABLE "stream_seen"`);
    await runner.query(`DROP TABLE "dead_letters"`);
    await runner.query(`DROP INDEX "public"."inbox_received"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP INDEX "public"."outbox_due"`);
    await runner.query(`DROP INDEX "public"."outbox_occurred"`);
    await runner.query(`DROP TABLE "outbox"`);
  }
}
