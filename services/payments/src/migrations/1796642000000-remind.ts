import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Remind1796642000000 implements MigrationInterface {
  name = 'Remind1796642000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "creditors" ADD "reminder_days" smallint DEFAULT 7');
    await runner.query('ALTER TABLE "creditors" ALTER COLUMN "reminder_days" DROP DEFAULT');
    await runner.query('ALTER TABLE "instalments" ADD "remind_on" date');
    await runner.query('CREATE INDEX "instalments_remind" ON "instalments" ("remind_on") WHERE remind_on is not null');
    await runner.query(
      `CREATE INDEX "receipts_payer" ON "receipts" (coalesce(content #>> '{payer,code}', content #>> '{debtor,code}')) WHERE instalment_id is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "receipts_payer"');
    await runner.query('DROP INDEX "instalments_remind"');
    await runner.query('ALTER TABLE "instalments" DROP COLUMN "remind_on"');
    await runner.query('ALTER TABLE "creditors" DROP COLUMN "reminder_days"');
  }
}
