import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddRatings1796500400000 implements MigrationInterface {
  name = 'AddRatings1796500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "ratings" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "procedure_id" uuid NOT NULL, "part" text NOT NULL, "stars" smallint NOT NULL, "answers" text array NOT NULL, "words" text NOT NULL, "given_on" date NOT NULL, CONSTRAINT "PK_0f31425b073219379545ad68ed9" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ratings_newest" ON "ratings" ("procedure_id", "part", "given_on", "id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "ratings"');
  }
}
