import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberSubscriptions1795927100000 implements MigrationInterface {
  name = 'RememberSubscriptions1795927100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "subscriptions" ("consumer" text NOT NULL, "since" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_a46baf0b2402077bd660e1b8dea" PRIMARY KEY ("consumer"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "subscriptions"`);
  }
}
