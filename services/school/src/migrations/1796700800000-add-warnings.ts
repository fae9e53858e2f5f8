import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddWarnings1796700800000 implements MigrationInterface {
  name = 'AddWarnings1796700800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "badge_warnings" ("badge_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "days" smallint NOT NULL, "version" integer NOT NULL, "told_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_911ba0b05edeb44ccfcc762def3" PRIMARY KEY ("badge_id"))`,
    );
    await runner.query(`CREATE INDEX "parents_fiscal_code" ON "parents"  ("fiscal_code") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."parents_fiscal_code"`);
    await runner.query(`DROP TABLE "badge_warnings"`);
  }
}
