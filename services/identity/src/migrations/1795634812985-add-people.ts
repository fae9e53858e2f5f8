import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPeople1795634812985 implements MigrationInterface {
  name = 'AddPeople1795634812985';

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
      `CREATE TABLE "access_log" ("position" bigint NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor_id" uuid, "capacity" text NOT NULL, "organization_id" uuid, "action" text NOT NULL, "subject_id" uuid NOT NULL, "request_id" text NOT NULL, "hash" text NOT NULL, CONSTRAINT "PK_46643e54aa528d453edd14c333c" PRIMARY KEY ("position"))`,
    );
    await runner.query(`CREATE INDEX "access_log_subject" ON "access_log"  ("subject_id") `);
    await runner.query(
      `CREATE TABLE "profiles" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "kind" text NOT NULL, "on_behalf_of" text, "position" smallint NOT NULL, CONSTRAINT "PK_8e520eb4da7dc01d0e190447c8e" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "profiles_person" ON "profiles"  ("person_id") `);
    await runner.query(
      `CREATE TABLE "officers" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "office_id" uuid, "role" text NOT NULL, "procedure_ids" uuid array NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_51b2f6e36c3acee541c66bf4047" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "officers_organization" ON "officers"  ("organization_id") `);
    await runner.query(`CREATE INDEX "officers_office" ON "officers"  ("office_id") `);
    await runner.query(
      `CREATE TABLE "offices" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_1ea41502c6dddcec44ad9fcbbb3" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "offices_organization" ON "offices"  ("organization_id") `);
    await runner.query(
      `CREATE TABLE "organizations" ("id" uuid NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_6b031fcd0863e3f6b44230163f9" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "people" ("id" uuid NOT NULL, "version" integer NOT NULL, "picture_key" text, "last_profile_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "given_name" text NOT NULL, "family_name" text NOT NULL, "fiscal_code" text NOT NULL, "birth_date" date, "birth_place" text, "birth_state" text, "sex" text, "mail" text, "office_phone" text, "mobile_phone" text, "residence" jsonb, "domicile" jsonb, "title" text, "company" text, "department" text, "location" text, "biography" text, "language" text NOT NULL, "time_zone" text NOT NULL, CONSTRAINT "PK_aa866e71353ee94c6cc51059c5b" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "people_fiscal_code" ON "people"  ("fiscal_code") `);
    await runner.query(
      `CREATE TABLE "policies" ("version" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "title" jsonb NOT NULL, "body" jsonb NOT NULL, CONSTRAINT "PK_e39604c9b0c940904d05307f903" PRIMARY KEY ("version"))`,
    );
    await runner.query(
      `CREATE TABLE "acceptances" ("person_id" uuid NOT NULL, "version" text NOT NULL, "accepted_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_dfb88cc9848071a41d76cb951bf" PRIMARY KEY ("person_id", "version"))`,
    );
    await runner.query(
      `CREATE TABLE "authentications" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "organization_id" uuid, "method" text NOT NULL, "level" smallint NOT NULL, "authenticated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "address" text NOT NULL, "request_id" text NOT NULL, CONSTRAINT "PK_2505c0cb39a2248520f306c1447" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "authentications_person" ON "authentications"  ("person_id", "authenticated_at") `);
    await runner.query(
      `CREATE TABLE "credentials" ("person_id" uuid NOT NULL, "username" text NOT NULL, "password_hash" text NOT NULL, CONSTRAINT "PK_d964c6fdfac813e76574fedfbf5" PRIMARY KEY ("person_id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "credentials_username" ON "credentials"  ("username") `);
    await runner.query(
      `CREATE TABLE "sign_in_attempts" ("key" text NOT NULL, "count" integer NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_df3d09968fb1f35413047cd2010" PRIMARY KEY ("key"))`,
    );
    await runner.query(`CREATE INDEX "sign_in_attempts_since" ON "sign_in_attempts"  ("since") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."sign_in_attempts_since"`);
    await runner.query(`DROP TABLE "sign_in_attempts"`);
    await runner.query(`DROP INDEX "public"."credentials_username"`);
    await runner.query(`DROP TABLE "credentials"`);
    await runner.query(`DROP INDEX "public"."authentications_person"`);
    await runner.query(`DROP TABLE "authentications"`);
    await runner.query(`DROP TABLE "acceptances"`);
    await runner.query(`DROP TABLE "policies"`);
    await runner.query(`DROP INDEX "public"."people_fiscal_code"`);
    await runner.query(`DROP TABLE "people"`);
    await runner.query(`DROP TABLE "organizations"`);
    await runner.query(`DROP INDEX "public"."offices_organization"`);
    await runner.query(`DROP TABLE "offices"`);
    await runner.query(`DROP INDEX "public"."officers_office"`);
    await runner.query(`DROP INDEX "public"."officers_organization"`);
    await runner.query(`DROP TABLE "officers"`);
    await runner.query(`DROP INDEX "public"."profiles_person"`);
    await runner.query(`DROP TABLE "profiles"`);
    await runner.query(`DROP INDEX "public"."access_log_subject"`);
    await runner.query(`DROP TABLE "access_log"`);
    await runner.query(`DROP TABLE "stream_seen"`);
    await runner.query(`DROP TABLE "dead_letters"`);
    await runner.query(`DROP INDEX "public"."inbox_received"`);
    await runner.query(`DROP TABLE "inbox"`);
    await runner.query(`DROP INDEX "public"."outbox_due"`);
    await runner.query(`DROP INDEX "public"."outbox_occurred"`);
    await runner.query(`DROP TABLE "outbox"`);
  }
}
