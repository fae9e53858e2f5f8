import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberWhatWasSent1796000300000 implements MigrationInterface {
  name = 'RememberWhatWasSent1796000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "practices" ADD "opened_with" text');
    await runner.query('ALTER TABLE "practices" ADD "sent_version" integer');
    await runner.query('ALTER TABLE "practices" ADD "existing_credential_on" date');
    await runner.query('ALTER TABLE "practices" ADD "new_credential_on" date');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['new_credential_on', 'existing_credential_on', 'sent_version', 'opened_with']) {
      await runner.query(`ALTER TABLE "practices" DROP COLUMN "${column}"`);
    }
  }
}
