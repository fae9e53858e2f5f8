import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attempts of the last quarter of an hour are counted where every service counts; those that were counted here begin anew. */
export class CountAttemptsInRedis1796200300000 implements MigrationInterface {
  name = 'CountAttemptsInRedis1796200300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempts');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table sign_in_attempts (key text not null, count integer not null, since timestamptz not null, constraint "PK_sign_in_attempts" primary key (key))`,
    );
    await runner.query('create index sign_in_attempts_since on sign_in_attempts (since)');
  }
}
