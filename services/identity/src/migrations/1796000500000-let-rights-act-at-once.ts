import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetRightsActAtOnce1796000500000 implements MigrationInterface {
  name = 'LetRightsActAtOnce1796000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "standings" ("person_id" uuid NOT NULL, "version" integer NOT NULL, "sign_ins_since" TIMESTAMP WITH TIME ZONE, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "is_told" boolean NOT NULL, CONSTRAINT "PK_f61bf7ec2a4d5c3b0cbd6a3d9b1" PRIMARY KEY ("person_id"))`,
    );
    await runner.query(`CREATE INDEX "standings_changed" ON "standings"  ("changed_at") `);
    await runner.query(`CREATE INDEX "standings_untold" ON "standings"  ("changed_at") WHERE not is_told`);
    await runner.query(
      `CREATE TABLE "security_events" ("id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "kind" text NOT NULL, "person_id" uuid, "organization_id" uuid, "actor_id" uuid, "address" text, "request_id" text NOT NULL, CONSTRAINT "PK_2a4d3ed47dbdd6b2a0f4f9b6f6c" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "security_events_of_body" ON "security_events"  ("organization_id", "at", "id") `);
    await runner.query(`CREATE INDEX "security_events_of_person" ON "security_events"  ("person_id", "at") `);
    await runner.query(
      `create trigger security_events_append_only before update or delete or truncate on security_events for each statement execute function refuse_change()`,
    );
    await runner.query(`CREATE INDEX "authentications_of_body" ON "authentications"  ("organization_id", "authenticated_at", "id") `);
    await runner.query(`ALTER TABLE "officers" ADD "state" text NOT NULL DEFAULT 'active'`);
    await runner.query(`ALTER TABLE "officers" ALTER COLUMN "state" DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "officers" DROP COLUMN "state"`);
    await runner.query(`DROP INDEX "public"."authentications_of_body"`);
    await runner.query(`DROP TABLE "security_events"`);
    await runner.query(`DROP TABLE "standings"`);
  }
}
