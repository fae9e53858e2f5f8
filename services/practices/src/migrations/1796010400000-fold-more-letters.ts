import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words of practices that were written before `đ ł ø ß` were compared as `d l o ss`. */
export class FoldMoreLetters1796010400000 implements MigrationInterface {
  name = 'FoldMoreLetters1796010400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update practices set words = array_to_tsvector(array(
        select distinct word from (
          select translate(replace(replace(replace(lexeme, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'đðħıłøŧ', 'ddhilot') as word
          from unnest(words)) as folded
        where word <> ''))
      where words::text ~ '[ßæœđðħıłøŧ]'`);
  }

  async down(): Promise<void> {
    // What was found before is found as it is now.
  }
}
