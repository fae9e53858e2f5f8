import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddReckonings1796700500000 implements MigrationInterface {
  name = 'AddReckonings1796700500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "reckonings" ("organization_id" uuid NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_333ae3039e4086e7ba8ad0ab766" PRIMARY KEY ("organization_id"))`,
    );
    await runner.query(`CREATE INDEX "reckonings_due" ON "reckonings"  ("asked_at") `);
    await runner.query(
      `CREATE TABLE "absence_reports" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "asked" text NOT NULL, "answers" jsonb NOT NULL, CONSTRAINT "PK_284e04aafad47dd37331f4c30ab" PRIMARY KEY ("id"))`,
    );
    await runner.query(`ALTER TABLE "absences" ADD "is_new" boolean NOT NULL DEFAULT false`);
    await runner.query(`CREATE INDEX "absences_new" ON "absences"  ("organization_id") WHERE is_new`);
    await runner.query(`CREATE INDEX "absences_reported" ON "absences"  ("organization_id") WHERE state = 'reported'`);
    await runner.query(`ALTER TABLE "school_services" ADD "is_meal" boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE "service_days" ADD "counted" jsonb`);
    await runner.query(`ALTER TABLE "service_days" ADD "signed_number" integer`);
    await runner.query(`ALTER TABLE "attendance" ADD "charged_badge_id" uuid`);
    await runner.query(`ALTER TABLE "attendance" ADD "invoiced_cents" integer`);
    await runner.query(`ALTER TABLE "invoices" ADD "service_id" uuid`);
    await runner.query(`ALTER TABLE "invoices" ADD "month" text`);
    await runner.query(`ALTER TABLE "invoices" ADD "sequence" integer`);
    await runner.query(
      `CREATE UNIQUE INDEX "invoices_month" ON "invoices"  ("organization_id", "month", "sequence") WHERE month is not null`,
    );
    await runner.query(`ALTER TABLE "top_ups" ADD "paid_cents" integer`);
    await runner.query(`ALTER TABLE "top_ups" ADD "refused_by" uuid`);
    await runner.query(`ALTER TABLE "top_ups" ADD "refused_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "top_ups" ADD "refusal" text`);
    await runner.query(`DROP INDEX "public"."top_ups_paid"`);
    await runner.query(`CREATE INDEX "top_ups_paid" ON "top_ups"  ("organization_id", "paid_at", "id") WHERE state = 'paid'`);
    await runner.query(`
      update attendance a set charged_badge_id = (
        select m.badge_id from movements m
        where m.organization_id = a.organization_id and m.kind = 'charge'
          and starts_with(m.number, concat_ws(' ', 'charge', a.child_id, a.service_id, a.day, ''))
        order by m.at desc, m.number desc limit 1
      ) where a.charged_cents > 0`);
    await runner.query(`
      with numbered as (
        select i.id, i.child_id, s.id as service_id, left(i.number, 7) as month,
               row_number() over (partition by i.organization_id, left(i.number, 7) order by i.number) as sequence
        from invoices i
        join children c on c.id = i.child_id
        join school_services s on s.organization_id = i.organization_id and i.number = concat_ws(' ', left(i.number, 7), s.code, c.code)
        where i.instalment = 1 and i.number ~ '^2[0-9]{3}-[0-9]{2} '
      ), noted as (
        update invoices i set service_id = n.service_id, month = n.month, sequence = n.sequence from numbered n where i.id = n.id
      )
      update attendance a set invoiced_cents = coalesce(e.price_cents, s.price_cents)
      from numbered n
      join school_services s on s.id = n.service_id
      join enrolments e on e.child_id = n.child_id and e.service_id = n.service_id
      where a.child_id = n.child_id and a.service_id = n.service_id and a.day::text like n.month || '-%' and a.is_present
        and a.day between e.starts_on and coalesce(e.ends_on, 'infinity')
        and not exists (
          select 1 from absences ab
          where ab.child_id = a.child_id and ab.service_id = a.service_id and ab.day = a.day and ab.state = 'acquired'
        )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."top_ups_paid"`);
    await runner.query(`CREATE INDEX "top_ups_paid" ON "top_ups"  ("organization_id", "asked_at", "id") WHERE state = 'paid'`);
    for (const column of ['refusal', 'refused_at', 'refused_by', 'paid_cents'])
      await runner.query(`ALTER TABLE "top_ups" DROP COLUMN "${column}"`);
    await runner.query(`DROP INDEX "public"."invoices_month"`);
    for (const column of ['sequence', 'month', 'service_id']) await runner.query(`ALTER TABLE "invoices" DROP COLUMN "${column}"`);
    await runner.query(`ALTER TABLE "attendance" DROP COLUMN "invoiced_cents"`);
    await runner.query(`ALTER TABLE "attendance" DROP COLUMN "charged_badge_id"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "signed_number"`);
    await runner.query(`ALTER TABLE "service_days" DROP COLUMN "counted"`);
    await runner.query(`ALTER TABLE "school_services" DROP COLUMN "is_meal"`);
    await runner.query(`DROP INDEX "public"."absences_reported"`);
    await runner.query(`DROP INDEX "public"."absences_new"`);
    await runner.query(`ALTER TABLE "absences" DROP COLUMN "is_new"`);
    await runner.query(`DROP TABLE "absence_reports"`);
    await runner.query(`DROP INDEX "public"."reckonings_due"`);
    await runner.query(`DROP TABLE "reckonings"`);
  }
}
