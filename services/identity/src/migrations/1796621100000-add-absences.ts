import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers are away, and colleagues stand in for them. */
export class AddAbsences1796621100000 implements MigrationInterface {
  name = 'AddAbsences1796621100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table officers add absence jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table officers drop column absence');
  }
}
