import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { searchArticles } from '@sportello/contracts/knowledge/reading';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { wantedIn } from '@sportello/service/wanted';
import { DataSource, type EntityManager } from 'typeorm';
import { cardsOf } from '../reading/cards.js';
import { findTopic, textsFor, topicsFor } from '../topics/readers.js';
import { readWords } from './library-words.js';
import { rank } from './ranking.js';

/** KB and its digits, with or without zeros and space between them. */
const asNumber = /^\s*kb\s*0*(\d{1,9})\s*$/i;

/** Articles by what somebody wrote. Nothing else is looked at than what the reader may read. */
@Controller()
export class SearchService {
  constructor(private readonly db: DataSource) {}

  @Handles(searchArticles)
  async search(
    { query, limit, topic: slug, organizationId, isSent }: Input<typeof searchArticles>,
    actor: Actor,
  ): Promise<Output<typeof searchArticles>> {
    const { manager } = this.db;
    const all = await topicsFor(manager, actor, organizationId);
    const chosen = slug === undefined ? undefined : findTopic(all, slug);
    const topics = slug === undefined ? all : chosen ? [chosen] : [];
    const number = asNumber.exec(query)?.[1];
    if (number) {
      const texts = await textsFor(manager, topics, actor)
        .andWhere({ number: `KB${number.padStart(7, '0')}` })
        .getMany();
      return { items: await cardsOf(manager, texts, topics), isCorrected: false };
    }
    const words = await readWords(manager, wantedIn(query), actor.language);
    const ids = await rank(manager, { words, query, topics, actor, limit });
    const texts = ids.length === 0 ? [] : await textsFor(manager, topics, actor).andWhere('text.id = any(:ids::uuid[])', { ids }).getMany();
    if (isSent && texts.length === 0) await noteUnanswered(manager, query);
    const found = ids.flatMap((id) => texts.find((text) => text.id === id) ?? []);
    return { items: await cardsOf(manager, found, topics), isCorrected: words.some(({ isCorrected }) => isCorrected) };
  }
}

/** Characters of a search that are kept. */
const KEPT = 100;

/** What was looked for in vain, for those who write: without what may be a number or a code of somebody. */
async function noteUnanswered(tx: EntityManager, query: string): Promise<void> {
  const words = wordsIn(query).filter((word) => !/\d/.test(word) || word.length < 6);
  if (words.length === 0) return;
  await tx.query(
    `insert into unanswered_searches as known (words, times, last_at) values ($1, 1, now())
     on conflict (words) do update set times = known.times + 1, last_at = now()`,
    [words.join(' ').slice(0, KEPT)],
  );
}
