import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { listAccesses, listBodyAccesses } from '@sportello/contracts/identity/accesses';
import { namePractices } from '@sportello/contracts/practices/names';
import { forbidden } from '@sportello/contracts/problems';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { OfficerRow } from '../officers/officer.entity.js';
import { OfficeRow } from '../organizations/office.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { idKnownTo, personMeant } from '../people/registration.entity.js';
import { Access } from './access.entity.js';
import { officeWords, ownWords } from './action-words.js';

/** With the body for which it was done, and the office in which whoever did it works there now. */
type Row = Access & { organization: OrganizationRow | null; office: OfficeRow | null };
type BodyRow = Row & { person: Person | null };

const newestFirst = descending<Row>([byInstant('entry.at', ({ at }) => at)], 'entry.id');

const oneself: Text = { it: 'Tu', en: 'You' };
const ourselves: Text = { it: 'Sportello', en: 'Sportello' };

/** What is read of the log: by the person concerned, and by the body whose officers read. */
@Controller()
export class AccessListService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
  ) {}

  @Handles(listAccesses)
  async list({ aboutId, ...asked }: Input<typeof listAccesses>, { personId }: Actor): Promise<Output<typeof listAccesses>> {
    if (personId === null) throw new Problem(forbidden);
    const query = this.entries()
      .leftJoinAndMapOne('entry.organization', OrganizationRow, 'body', 'body.id = entry.organizationId')
      .where('entry.subjectId = :personId', { personId });
    if (aboutId) query.andWhere('entry.aboutId = :aboutId', { aboutId });
    const page = await newestFirst.pageOf(query as SelectQueryBuilder<Row>, asked);
    return { ...page, items: page.items.map((row) => shown(row, personId)) };
  }

  @Handles(listBodyAccesses)
  async listOfBody(
    { number, actorId, from, to, ...asked }: Input<typeof listBodyAccesses>,
    { organizationId, personId }: Actor,
  ): Promise<Output<typeof listBodyAccesses>> {
    if (!organizationId) throw new Problem(forbidden);
    const query = this.entries()
      .leftJoinAndMapOne('entry.person', Person, 'person', 'person.id = entry.actorId')
      .addSelect(idKnownTo(':organizationId', 'entry.actor_id', ':personId'), 'known_id')
      .where('entry.organizationId = :organizationId and entry.aboutId is not null', { organizationId, personId });
    if (number) {
      const [practice] = (await this.bus.call(namePractices, { organizationId, ids: [], number }, service)).items;
      if (!practice) return { items: [], next: null };
      query.andWhere('entry.aboutId = :aboutId', { aboutId: practice.id });
    }
    if (actorId) query.andWhere('entry.actorId = :actorId', { actorId: await personMeant(this.db.manager, actorId, organizationId) });
    if (from) query.andWhere('entry.at >= :from', { from: romeInstant(from) });
    if (to) query.andWhere('entry.at < :to', { to: romeInstant(addDays(to, 1)) });
    const { entities, raw } = await newestFirst.bound(query, asked).getRawAndEntities<{ known_id: string | null }>();
    const rows = (entities as BodyRow[]).map((row, at) => ({ ...row, knownId: raw[at]?.known_id ?? null }));
    const page = newestFirst.cut(rows, asked.limit);
    const numbers = await this.numbersOf(organizationId, page.items);
    return {
      ...page,
      items: page.items.map(({ id, at, action, knownId, person, office, aboutKind, aboutId }) => ({
        id,
        at,
        action,
        actorId: knownId,
        actorName: person?.fullName ?? null,
        office: office?.name ?? null,
        what: officeWords(action),
        about: aboutOf({ aboutKind, aboutId }),
        number: numbers.get(aboutId ?? '') ?? null,
      })),
    };
  }

  private entries(): SelectQueryBuilder<Access> {
    return this.db
      .createQueryBuilder(Access, 'entry')
      .leftJoin(OfficerRow, 'officer', 'officer.id = entry.actorId and officer.organizationId = entry.organizationId')
      .leftJoinAndMapOne('entry.office', OfficeRow, 'office', 'office.id = officer.officeId');
  }

  /** The log is read whether or not the practices service answers: then without the numbers. */
  private async numbersOf(organizationId: string, rows: readonly Access[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ aboutKind, aboutId }) => (aboutKind === 'practices' && aboutId ? [aboutId] : [])))];
    if (ids.length === 0) return new Map();
    const { items } = await this.bus.call(namePractices, { organizationId, ids }, service).catch((error: unknown) => {
      if (error instanceof Problem) return { items: [] };
      throw error;
    });
    return new Map(items.map(({ id, number }) => [id, number]));
  }
}

function shown({ id, at, action, actorId, organization, office, aboutKind, aboutId }: Row, personId: string) {
  const body = organization && { it: organization.name, en: organization.name };
  const isOwn = actorId === personId;
  return {
    id,
    at,
    action,
    by: isOwn ? oneself : (body ?? ourselves),
    office: isOwn ? null : (office?.name ?? null),
    what: ownWords(action),
    about: aboutOf({ aboutKind, aboutId }),
  };
}

const aboutOf = ({ aboutKind, aboutId }: Pick<Access, 'aboutKind' | 'aboutId'>) =>
  aboutKind === null || aboutId === null ? null : { kind: aboutKind, id: aboutId };
