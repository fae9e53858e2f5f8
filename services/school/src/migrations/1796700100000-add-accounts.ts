import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddAccounts1796700100000 implements MigrationInterface {
  name = 'AddAccounts1796700100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "absences" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "child_id" uuid NOT NULL, "service_id" uuid NOT NULL, "day" date NOT NULL, "service_day_id" uuid NOT NULL, "state" text NOT NULL, "report_id" uuid NOT NULL, "reported_by" uuid NOT NULL, "reported_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_bd79346866fea8ac6f269252748" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "absences_child" ON "absences"  ("child_id", "day", "id") `);
    await runner.query(`CREATE INDEX "absences_day" ON "absences"  ("service_day_id", "state") `);
    await runner.query(`CREATE UNIQUE INDEX "absences_once" ON "absences"  ("child_id", "service_id", "day") WHERE state <> 'cancelled'`);
    await runner.query(
      `CREATE TABLE "cutoffs" ("service_id" uuid NOT NULL, "school_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "time" text NOT NULL, "days_before" smallint NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_5eb5bce2f33cceefcbabe4b6781" PRIMARY KEY ("service_id", "school_id"))`,
    );
    await runner.query(
      `CREATE TABLE "attendance" ("child_id" uuid NOT NULL, "day" date NOT NULL, "service_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "is_present" boolean NOT NULL, "charged_cents" integer, "charges" smallint NOT NULL DEFAULT '0', "is_due" boolean NOT NULL DEFAULT true, CONSTRAINT "PK_a7825ca6bc716a7b846b115aea7" PRIMARY KEY ("child_id", "day", "service_id"))`,
    );
    await runner.query(`CREATE INDEX "attendance_due" ON "attendance"  ("organization_id", "child_id") WHERE is_due`);
    await runner.query(
      `CREATE TABLE "movements" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "number" text NOT NULL, "day" date NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "from_account" uuid NOT NULL, "to_account" uuid NOT NULL, "cents" integer NOT NULL, "badge_id" uuid NOT NULL, "reason" text NOT NULL, CONSTRAINT "PK_5a8e3da15ab8f2ce353e7f58f67" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "movements_to" ON "movements"  ("to_account", "day", "id") `);
    await runner.query(`CREATE INDEX "movements_from" ON "movements"  ("from_account", "day", "id") `);
    await runner.query(`CREATE UNIQUE INDEX "movements_once" ON "movements"  ("organization_id", "number") `);
    await runner.query(`ALTER TABLE "school_services" ADD "overdraft_cents" integer NOT NULL DEFAULT '0'`);
    await runner.query(`ALTER TABLE "service_days" ADD "cutoff_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "service_days" ADD "frozen_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "service_days" ADD "absence_count" integer`);
    await runner.query(`CREATE INDEX "service_days_open" ON "service_days"  ("cutoff_at") WHERE frozen_at is null`);
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name;
      end $$`);
    await runner.query(
      'create trigger movements_append_only before update or delete or truncate on movements for each statement execute function refuse_change()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger movements_append_only on movements');
    await runner.query('drop function refuse_change');
    await runner.query(`DROP INDEX "public"."service_days_open"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "absence_count"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "frozen_at"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "cutoff_at"`);
    await runner.query(`ALTER TABLE "school_services" DROP COLUMN "overdraft_cents"`);
    await runner.query(`DROP INDEX "public"."movements_once"`);
    await runner.query(`DROP INDEX "public"."movements_from"`);
    await runner.query(`DROP INDEX "public"."movements_to"`);
    await runner.query(`DROP TABLE "movements"`);
    await runner.query(`DROP INDEX "public"."attendance_due"`);
    await runner.query(`DROP TABLE "attendance"`);
    await runner.query(`DROP TABLE "cutoffs"`);
    await runner.query(`DROP INDEX "public"."absences_once"`);
    await runner.query(`DROP INDEX "public"."absences_day"`);
    await runner.query(`DROP INDEX "public"."absences_child"`);
    await runner.query(`DROP TABLE "absences"`);
  }
}
