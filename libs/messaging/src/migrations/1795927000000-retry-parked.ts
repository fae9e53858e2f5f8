import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RetryParked1795927000000 implements MigrationInterface {
  name = 'RetryParked1795927000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "failed_tries" ("event_id" uuid NOT NULL, "consumer" text NOT NULL, "tries" integer NOT NULL, "failed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_6a5ca3dad4f73d614c1980d2126" PRIMARY KEY ("event_id", "consumer"))`,
    );
    await runner.query(`ALTER TABLE "dead_letters" ADD "retry_asked_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "dead_letters" ADD "dropped_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "dead_letters" ADD "drop_reason" text`);
    await runner.query(`CREATE INDEX "dead_letters_to_retry" ON "dead_letters" ("retry_asked_at") WHERE retry_asked_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."dead_letters_to_retry"`);
    await runner.query(`ALTER TABLE "dead_letters" DROP COLUMN "drop_reason"`);
    await runner.query(`ALTER TABLE "dead_letters" DROP COLUMN "dropped_at"`);
    await runner.query(`ALTER TABLE "dead_letters" DROP COLUMN "retry_asked_at"`);
    await runner.query(`DROP TABLE "failed_tries"`);
  }
}
