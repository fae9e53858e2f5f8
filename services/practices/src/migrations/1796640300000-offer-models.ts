import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfferModels1796640300000 implements MigrationInterface {
  name = 'OfferModels1796640300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" ADD "is_model" boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "procedures" DROP COLUMN "is_model"');
  }
}
