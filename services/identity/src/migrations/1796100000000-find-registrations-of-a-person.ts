import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindRegistrationsOfAPerson1796100000000 implements MigrationInterface {
  name = 'FindRegistrationsOfAPerson1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "registrations_of_person" ON "registrations" ("organization_id", "person_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."registrations_of_person"');
  }
}
