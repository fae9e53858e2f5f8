import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { practiceMarked } from '@sportello/contracts/practices/events';
import { MOST_TAGS } from '@sportello/contracts/practices/fields';
import {
  addTag,
  getMarks,
  linkedToItself,
  linkPractice,
  listTags,
  type Marks,
  notOnChecklist,
  removeTag,
  setPriority,
  tickItem,
  tooManyTags,
  unlinkPractice,
  untickItem,
} from '@sportello/contracts/practices/marks';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import { officerOf } from '@sportello/directory/officers';
import { fold } from '@sportello/italy/search-words';
import { asPracticeNumber } from '@sportello/italy/typed-text';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { accessAsOfficer } from '../practices/access.js';
import { publishFact } from '../practices/facts.js';
import { PracticeLink } from '../practices/link.entity.js';
import { Practice } from '../practices/practice.entity.js';
import { indexPractice } from '../practices/practice-words.js';
import { Checklist, ChecklistTick } from './checklist.entity.js';
import { marksOf } from './read-marks.js';
import { UsedTag } from './tag.entity.js';

type Accessed = Awaited<ReturnType<typeof accessAsOfficer>>;

const officersLinks: PracticeLink['kind'][] = ['related', 'duplicate-of', 'depends-on'];

/** What officers note beside a practice. Each of it is said again without harm, and what two say at once both stands. */
@Controller()
export class MarksService {
  constructor(private readonly db: DataSource) {}

  @Handles(getMarks)
  async get({ id }: Input<typeof getMarks>, actor: Actor): Promise<Marks> {
    const { manager } = this.db;
    return marksOf(manager, await accessAsOfficer(manager, id, actor, 'read'));
  }

  @Handles(listTags)
  async tags(_input: Input<typeof listTags>, actor: Actor): Promise<Output<typeof listTags>> {
    const { organizationId } = await officerOf(this.db.manager, actor, 'procedure');
    return { items: await this.db.manager.find(UsedTag, { where: { organizationId }, order: { tag: 'ASC' }, take: 500 }) };
  }

  @Handles(addTag)
  addTag({ id, tag }: Input<typeof addTag>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, { practice, organizationId }) => {
      if (practice.tags.some((one) => fold(one) === fold(tag))) return false;
      if (practice.tags.length >= MOST_TAGS) throw new Problem(tooManyTags);
      await tx.createQueryBuilder().insert().into(UsedTag).values({ organizationId, tag }).orIgnore().execute();
      return writeTags(tx, practice, [...practice.tags, tag]);
    });
  }

  @Handles(removeTag)
  removeTag({ id, tag }: Input<typeof removeTag>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, { practice }) => {
      const tags = practice.tags.filter((one) => fold(one) !== fold(tag));
      return tags.length < practice.tags.length && writeTags(tx, practice, tags);
    });
  }

  @Handles(setPriority)
  setPriority({ id, priority }: Input<typeof setPriority>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, { practice, organizationId }) => {
      if (practice.priority === priority) return false;
      practice.priority = priority;
      await tx.update(Practice, { id, organizationId }, { priority });
      return true;
    });
  }

  @Handles(tickItem)
  tick({ id, key }: Input<typeof tickItem>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, accessed) => {
      const { organizationId, officer } = accessed;
      await checkItem(tx, accessed, key);
      const tick = { practiceId: id, key, organizationId, byId: officer.id, byName: officer.name, at: new Date() };
      await tx.createQueryBuilder().insert().into(ChecklistTick).values(tick).orIgnore().execute();
      return true;
    });
  }

  @Handles(untickItem)
  untick({ id, key }: Input<typeof untickItem>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, accessed) => {
      await checkItem(tx, accessed, key);
      await tx.delete(ChecklistTick, { practiceId: id, key, organizationId: accessed.organizationId });
      return true;
    });
  }

  /** @throws Problem `practiceNotFound` for a number that leads to nothing that she may work */
  @Handles(linkPractice)
  link({ id, linkId, number, kind }: Input<typeof linkPractice>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, { practice, organizationId }) => {
      const named = await tx.findOneBy(Practice, { number: asPracticeNumber(number), organizationId });
      if (!named) throw new Problem(practiceNotFound);
      const { practice: other } = await accessAsOfficer(tx, named.id, actor, 'read');
      if (other.id === practice.id) throw new Problem(linkedToItself);
      const known = await tx.findOneBy(PracticeLink, { id: linkId });
      if (known && (known.practiceId !== id || known.otherId !== other.id || known.kind !== kind)) throw new Problem(idReused);
      const link = { id: linkId, organizationId, practiceId: id, otherId: other.id, kind, linkedAt: new Date() };
      await tx.createQueryBuilder().insert().into(PracticeLink).values(link).orIgnore().execute();
      return true;
    });
  }

  @Handles(unlinkPractice)
  unlink({ id, linkId }: Input<typeof unlinkPractice>, actor: Actor): Promise<Marks> {
    return this.change(id, actor, async (tx, { organizationId }) => {
      const kind = In(officersLinks);
      await tx.delete(PracticeLink, [
        { id: linkId, organizationId, practiceId: id, kind },
        { id: linkId, organizationId, otherId: id, kind },
      ]);
      return true;
    });
  }

  /** @param work true when something changed, which colleagues who look at it are told */
  private change(id: string, actor: Actor, work: (tx: EntityManager, accessed: Accessed) => Promise<boolean>): Promise<Marks> {
    return this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      if (await work(tx, accessed)) await publishFact(tx, practiceMarked, accessed.practice, new Date());
      return marksOf(tx, accessed);
    });
  }
}

async function writeTags(tx: EntityManager, practice: Practice, tags: string[]): Promise<boolean> {
  practice.tags = tags;
  await tx.update(Practice, { id: practice.id, organizationId: practice.organizationId }, { tags });
  await indexPractice(tx, practice);
  return true;
}

async function checkItem(tx: EntityManager, { practice: { procedureId }, organizationId }: Accessed, key: string): Promise<void> {
  const checklist = await tx.findOneBy(Checklist, { procedureId, organizationId });
  if (!checklist?.items.some((item) => item.key === key)) throw new Problem(notOnChecklist);
}
