import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RestatePresentRows1795927200000 implements MigrationInterface {
  name = 'RestatePresentRows1795927200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "restatements" ("subject" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "after" text, CONSTRAINT "PK_1d5c52be1a90038beece4f11426" PRIMARY KEY ("subject"))`,
    );
    await runner.query(`ALTER TABLE "subscriptions" ADD "restated_at" TIMESTAMP WITH TIME ZONE`);
    await runner.query(`ALTER TABLE "subscriptions" ADD "counted_at" TIMESTAMP WITH TIME ZONE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "subscriptions" DROP COLUMN "counted_at"`);
    await runner.query(`ALTER TABLE "subscriptions" DROP COLUMN "restated_at"`);
    await runner.query(`DROP TABLE "restatements"`);
  }
}
