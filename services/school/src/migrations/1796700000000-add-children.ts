import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddChildren1796700000000 implements MigrationInterface {
  name = 'AddChildren1796700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "children" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "code" text NOT NULL, "family_name" text NOT NULL, "given_name" text NOT NULL, "fiscal_code" text NOT NULL, "birth_date" date NOT NULL, "sex" text NOT NULL, "birth_place" text NOT NULL, "birth_province" text NOT NULL, "comune" text NOT NULL, "postal_code" text NOT NULL, "province" text NOT NULL, "address" text NOT NULL, "phone" text NOT NULL, "status" text NOT NULL, "holder_fiscal_code" text NOT NULL, "holder_name" text NOT NULL, "payment_method" text NOT NULL, "invoice_delivery" text NOT NULL, CONSTRAINT "PK_8c5a7cbebf2c702830ef38d22b0" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "children_holder" ON "children"  ("holder_fiscal_code", "family_name", "given_name", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "children_code" ON "children"  ("organization_id", "code") `);
    await runner.query(
      `CREATE TABLE "badges" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "number" text NOT NULL, CONSTRAINT "PK_8a651318b8de577e8e217676466" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "badges_child" ON "badges"  ("child_id", "number") `);
    await runner.query(`CREATE UNIQUE INDEX "badges_number" ON "badges"  ("organization_id", "number") `);
    await runner.query(
      `CREATE TABLE "enrolments" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "service_id" uuid NOT NULL, "school_id" uuid NOT NULL, "class_name" text NOT NULL, "starts_on" date NOT NULL, "ends_on" date, "price_cents" integer, CONSTRAINT "PK_6e79971fbd26967c4da9ed52770" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "enrolments_child" ON "enrolments"  ("child_id", "starts_on") `);
    await runner.query(
      `CREATE UNIQUE INDEX "enrolments_once" ON "enrolments"  ("organization_id", "child_id", "service_id", "starts_on") `,
    );
    await runner.query(
      `CREATE TABLE "parents" ("person_id" uuid NOT NULL, "authentication_id" uuid, "fiscal_code" text NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_9c6b86586fddcb8c0360fa43af0" PRIMARY KEY ("person_id"))`,
    );
    await runner.query(
      `CREATE TABLE "schools" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "code" text NOT NULL, "name" text NOT NULL, CONSTRAINT "PK_95b932e47ac129dd8e23a0db548" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "schools_code" ON "schools"  ("organization_id", "code") `);
    await runner.query(
      `CREATE TABLE "school_services" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "is_prepaid" boolean NOT NULL, "price_cents" integer, "cutoff_time" text NOT NULL, "cutoff_days_before" smallint NOT NULL, CONSTRAINT "PK_d90cbed8f0bca2b5de29906aedf" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "school_services_code" ON "school_services"  ("organization_id", "code") `);
    await runner.query(
      `CREATE TABLE "service_days" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "service_id" uuid NOT NULL, "school_id" uuid NOT NULL, "day" date NOT NULL, "menu" text NOT NULL, CONSTRAINT "PK_1e5e9d17824c2d1b668f544bfba" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "service_days_once" ON "service_days"  ("organization_id", "service_id", "school_id", "day") `);
    await runner.query(
      `CREATE TABLE "imports" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "kind" text NOT NULL, "plan" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "applied_by" uuid, "made" integer NOT NULL, "changed" integer NOT NULL, "same" integer NOT NULL, "refused" integer NOT NULL, CONSTRAINT "PK_ea10c62f5eb1d75e83d8b5225db" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "imports_body" ON "imports"  ("organization_id", "at", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."imports_body"`);
    await runner.query(`DROP TABLE "imports"`);
    await runner.query(`DROP INDEX "public"."service_days_once"`);
    await runner.query(`DROP TABLE "service_days"`);
    await runner.query(`DROP INDEX "public"."school_services_code"`);
    await runner.query(`DROP TABLE "school_services"`);
    await runner.query(`DROP INDEX "public"."schools_code"`);
    await runner.query(`DROP TABLE "schools"`);
    await runner.query(`DROP TABLE "parents"`);
    await runner.query(`DROP INDEX "public"."enrolments_once"`);
    await runner.query(`DROP INDEX "public"."enrolments_child"`);
    await runner.query(`DROP TABLE "enrolments"`);
    await runner.query(`DROP INDEX "public"."badges_number"`);
    await runner.query(`DROP INDEX "public"."badges_child"`);
    await runner.query(`DROP TABLE "badges"`);
    await runner.query(`DROP INDEX "public"."children_code"`);
    await runner.query(`DROP INDEX "public"."children_holder"`);
    await runner.query(`DROP TABLE "children"`);
  }
}
