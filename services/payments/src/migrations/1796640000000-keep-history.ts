import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to positions is kept from here on; of those that are there, when they were wanted and paid is known. Staff finds them by words. */
export class KeepHistory1796640000000 implements MigrationInterface {
  name = 'KeepHistory1796640000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "positions" ADD "words" tsvector');
    await runner.query(`
      update positions p set words = to_tsvector('simple', concat_ws(' ', p.debtor ->> 'fullName', p.reason, lower(p.debtor ->> 'code'),
        (select string_agg(i.notice_number || ' ' || substr(i.notice_number, 2), ' ') from instalments i where i.position_id = p.id)))`);
    await runner.query('CREATE INDEX "positions_words" ON "positions" USING gin ("words")');
    const passage = (at: string, from: string, to: string, move: string, condition: string) => `
      insert into passages (organization_id, subject_kind, subject_id, at, from_status, to_status, move, actor_side)
      select organization_id, 'positions', id, ${at}, ${from}, ${to}, '${move}', 'system' from positions where reason <> '' ${condition}`;
    await runner.query(passage('opened_at', 'null', "'creating'", 'want', ''));
    await runner.query(passage('settled_at', "'to_pay'", "'paid'", 'pay', 'and settled_at is not null and dropped_why is null'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from passages where subject_kind = 'positions'");
    await runner.query('DROP INDEX "positions_words"');
    await runner.query('ALTER TABLE "positions" DROP COLUMN "words"');
  }
}
