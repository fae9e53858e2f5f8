import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Managers and administrators prove by an app, too, who they are. */
export class AskForSecondFactors1796400300000 implements MigrationInterface {
  name = 'AskForSecondFactors1796400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "second_factors" ("person_id" uuid NOT NULL, "secret" text NOT NULL, "last_step" bigint NOT NULL, "recovery_hashes" jsonb NOT NULL, "set_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_second_factors" PRIMARY KEY ("person_id"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "second_factors"`);
  }
}
