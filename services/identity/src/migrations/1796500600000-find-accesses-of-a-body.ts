import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log is read by body, by officer and by practice too, a page at a time. */
export class FindAccessesOfABody1796500600000 implements MigrationInterface {
  name = 'FindAccessesOfABody1796500600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index access_log_of_thing on access_log (about_id, at, id) where about_id is not null');
    await runner.query('create index access_log_of_body on access_log (organization_id, at, id) where about_id is not null');
    await runner.query('create index access_log_of_actor on access_log (actor_id, at, id) where about_id is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const part of ['thing', 'body', 'actor']) await runner.query(`drop index access_log_of_${part}`);
  }
}
