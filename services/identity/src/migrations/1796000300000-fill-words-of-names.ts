import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The letters as the code of this release folds them, for what was written before. */
const letters = [
  'àáâãäåāăąçćčďđðèéêëēėęěğìíîïīįıłľĺñńňòóôõöøōőřŕšśşșťțţùúûüūůűųýÿžźż',
  'aaaaaaaaacccdddeeeeeeeegiiiiiiilllnnnoooooooorrsssstttuuuuuuuuyyzzz',
];
const folded = (text: string) =>
  `regexp_replace(translate(replace(replace(replace(lower(${text}), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '${letters[0]}', '${letters[1]}'), '[^[:alnum:]]+', ' ', 'g')`;

/** Fills: the words of the names that are registered today. Each is written anew with the name. */
export class FillWordsOfNames1796000300000 implements MigrationInterface {
  name = 'FillWordsOfNames1796000300000';

  async up(runner: QueryRunner): Promise<void> {
    // The second time without what stands between letters, so that D'Angelo is found as Dangelo too.
    await runner.query(`
      update people set words = to_tsvector('simple', ${folded("given_name || ' ' || family_name")})
        || to_tsvector('simple', ${folded("regexp_replace(given_name || ' ' || family_name, '[^[:alnum:][:space:]]', '', 'g')")})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('update people set words = null');
  }
}
