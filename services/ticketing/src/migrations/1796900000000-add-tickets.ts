import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddTickets1796900000000 implements MigrationInterface {
  name = 'AddTickets1796900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "desks" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" jsonb NOT NULL, "kind" text NOT NULL, "phones" jsonb NOT NULL, "mail" text, "hours" jsonb NOT NULL, "closed_days" jsonb NOT NULL, "targets" jsonb NOT NULL, "accepts_by_itself" boolean NOT NULL, "closes_after_days" smallint NOT NULL, "gives_up_after_days" smallint NOT NULL, "reopens_for_days" smallint NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_desks" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "desks_body" ON "desks"  ("organization_id", "id") `);
    await runner.query(
      `CREATE TABLE "help_categories" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "name" jsonb NOT NULL, "position" smallint NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_help_categories" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "help_categories_order" ON "help_categories"  ("position", "id") `);
    await runner.query(
      `CREATE TABLE "help_services" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "category_id" uuid NOT NULL, "group" jsonb NOT NULL, "name" jsonb NOT NULL, "intro" jsonb NOT NULL, "title" text NOT NULL, "audience" jsonb NOT NULL, "routes" jsonb NOT NULL, "status" text NOT NULL, "form_id" uuid, "words" tsvector NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_help_services" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "help_services_category" ON "help_services"  ("category_id", "id") `);
    await runner.query(
      `CREATE TABLE "tickets" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "service_id" uuid, "form_id" uuid, "content" jsonb NOT NULL, "subject" text, "on_behalf_of" text, "desk_id" uuid NOT NULL, "kind" text NOT NULL, "channel" text NOT NULL, "number" text NOT NULL, "applicant_id" uuid NOT NULL, "profile_id" uuid NOT NULL, "applicant_name" text NOT NULL, "status" text NOT NULL, "priority" smallint NOT NULL, "officer_id" uuid, "officer_name" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "queue_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_ms" double precision NOT NULL, "running_since" TIMESTAMP WITH TIME ZONE, "first_answer_minutes" integer NOT NULL, "solution_minutes" integer NOT NULL, "first_answer_due_at" TIMESTAMP WITH TIME ZONE, "solution_due_at" TIMESTAMP WITH TIME ZONE, "first_answered_at" TIMESTAMP WITH TIME ZONE, "first_answer_used_ms" double precision, "resolved_at" TIMESTAMP WITH TIME ZONE, "escalate_at" TIMESTAMP WITH TIME ZONE, "escalated_at" TIMESTAMP WITH TIME ZONE, "solution" text, "reopen_until" TIMESTAMP WITH TIME ZONE, "merged_into_id" uuid, "merged_in" text, "unmerge_until" TIMESTAMP WITH TIME ZONE, "reopened" smallint NOT NULL DEFAULT '0', "silence_at" TIMESTAMP WITH TIME ZONE, "remind_at" TIMESTAMP WITH TIME ZONE, "stars" smallint, "rating_words" text, "opened_with" text NOT NULL, "words" tsvector NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_tickets" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "tickets_number" ON "tickets"  ("number") `);
    await runner.query(`CREATE INDEX "tickets_own" ON "tickets"  ("applicant_id", "profile_id", "created_at", "id") `);
    await runner.query(
      `CREATE INDEX "tickets_queue" ON "tickets"  ("organization_id", "queue_at", "id") WHERE status in ('new', 'accepted', 'in_progress', 'awaiting_user', 'resolved')`,
    );
    await runner.query(`CREATE INDEX "tickets_ended" ON "tickets"  ("organization_id", "changed_at", "id") `);
    await runner.query(
      `CREATE INDEX "tickets_officer" ON "tickets"  ("officer_id") WHERE officer_id is not null and status in ('new', 'accepted', 'in_progress', 'awaiting_user', 'resolved')`,
    );
    await runner.query(`CREATE INDEX "tickets_running" ON "tickets"  ("desk_id") WHERE running_since is not null`);
    await runner.query(`CREATE INDEX "tickets_silent" ON "tickets"  ("silence_at") WHERE silence_at is not null`);
    await runner.query(`CREATE INDEX "tickets_to_remind" ON "tickets"  ("remind_at") WHERE remind_at is not null`);
    await runner.query(`CREATE INDEX "tickets_to_escalate" ON "tickets"  ("escalate_at") WHERE escalate_at is not null`);
    await runner.query(`CREATE INDEX "tickets_merged" ON "tickets"  ("merged_into_id") WHERE merged_into_id is not null`);
    await runner.query(`CREATE INDEX "help_services_words" ON "help_services" USING gin ("words")`);
    await runner.query(`CREATE INDEX "tickets_words" ON "tickets" USING gin ("words")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['tickets', 'help_services', 'help_categories', 'desks']) await runner.query(`DROP TABLE "${table}"`);
  }
}
