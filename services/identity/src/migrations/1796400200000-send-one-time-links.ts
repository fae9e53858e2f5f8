import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Passwords are chosen by links that work once. People are found by their address, whatever its case. */
export class SendOneTimeLinks1796400200000 implements MigrationInterface {
  name = 'SendOneTimeLinks1796400200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "one_time_links" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "purpose" text NOT NULL, "secret_hash" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_one_time_links" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "one_time_links_of_person" ON "one_time_links" ("person_id") WHERE used_at is null and revoked_at is null`,
    );
    await runner.query(`CREATE UNIQUE INDEX "one_time_links_secret" ON "one_time_links" ("secret_hash")`);
    await runner.query(`CREATE INDEX "people_mail" ON "people" (lower("mail"))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "people_mail"`);
    await runner.query(`DROP TABLE "one_time_links"`);
  }
}
