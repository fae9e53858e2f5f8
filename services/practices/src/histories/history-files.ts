import { createPublicKey, sign } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { historyAltered } from '@sportello/contracts/practices/histories';
import { type History, type HistoryPassage, historyText, signedHistory } from '@sportello/contracts/practices/history-check';
import { namesOf } from '@sportello/directory/copies';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { EntityManager } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import type { Practice } from '../practices/practice.entity.js';
import { changesHands } from '../practices/practice-reader.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { markKeyOf } from '../submissions/marks.js';

/** What happened to a practice and when, as a file that proves it (PRA-92). */
@Injectable()
export class HistoryFiles {
  private readonly log = new Logger(HistoryFiles.name);

  constructor(@Inject(CONFIG) private readonly config: PracticesConfig) {}

  /** @throws Problem `historyAltered` when a row is not what was written, or one is missing between others */
  async write(tx: EntityManager, practice: Practice, procedure: Procedure): Promise<{ name: string; text: string }> {
    const { id, organizationId, number } = practice;
    const { SIGNING_KEY } = this.config;
    const { kid, publicKey } = markKeyOf(createPublicKey(SIGNING_KEY));
    const unsigned: History = {
      format: 'sportello-history-1',
      practiceId: id,
      number,
      service: procedure.title.it,
      organization: (await namesOf(tx, [organizationId])).get(organizationId) ?? '',
      issuedAt: new Date().toISOString(),
      passages: await this.passagesOf(tx, practice),
      kid,
      publicKey,
      signature: '',
    };
    const signature = sign(null, Buffer.from(signedHistory(unsigned)), SIGNING_KEY).toString('base64url');
    return { name: `storico-${number}.json`, text: historyText({ ...unsigned, signature }) };
  }

  private async passagesOf(tx: EntityManager, { id, organizationId, status }: Practice): Promise<HistoryPassage[]> {
    const rows: (HistoryPassage & { isWhole: boolean })[] = await tx.query(
      `select passage_at(p) at, move, from_status "from", to_status "to", actor_side side, passage_actor(p) "actorSha256",
         case when move = any($3) then null else reason end reason, case when move = any($3) or reason is null then null else salt end salt,
         passage_reason(p) "reasonSha256", sha256, sha256 = passage_hash(lag(sha256, 1, '') over (order by id), p) "isWhole"
       from passages p where subject_id = $1 and organization_id = $2 order by id`,
      [id, organizationId, changesHands],
    );
    const broken = rows.findIndex(({ isWhole }) => !isWhole);
    if (broken >= 0 || rows.at(-1)?.to !== status) {
      this.log.error(`The history of practice ${id} was changed below the service, at passage ${broken + 1} of ${rows.length}`);
      throw new Problem(historyAltered);
    }
    return rows.map(({ isWhole: _, ...passage }) => passage);
  }
}
