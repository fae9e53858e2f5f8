import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fills: the words of the body's name. Each service is written anew, with the letters as the code folds them, when it or its body is saved. */
export class FindServicesByTheirBody1796100200000 implements MigrationInterface {
  name = 'FindServicesByTheirBody1796100200000';

  async up(runner: QueryRunner): Promise<void> {
    const name = `regexp_replace(translate(lower(o.name), 'àáèéìíòóùúç', 'aaeeiioouuc'), '[^[:alnum:]]+', ' ', 'g')`;
    await runner.query(`
      update procedures p set words = p.words || setweight(to_tsvector('simple', ${name}) || to_tsvector('italian', ${name}), 'D')
      from organization_copies o where o.organization_id = p.organization_id`);
  }

  async down(): Promise<void> {
    // A word of the name may be one of the service as well: they stay.
  }
}
