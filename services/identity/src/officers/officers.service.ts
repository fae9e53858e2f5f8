import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listOfficers, listRecipients, organizationNotFound, personNotFound, putOfficer } from '@sportello/contracts/identity';
import { forbidden } from '@sportello/contracts/problems';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { DataSource, type EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { invalidField } from '../invalid-field.js';
import { accessBody, isInstallation } from '../organizations/access-body.js';
import { OfficeRow } from '../organizations/office.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { pageOf, readCursor } from '../paging.js';
import { Person } from '../people/person.entity.js';
import { OfficerRow } from './officer.entity.js';
import { publishRights } from './publish-rights.js';

type Asked = Input<typeof putOfficer>;
/** Notices go to so many officers of one procedure at most. */
const MOST_RECIPIENTS = 1_000;

@Controller()
export class OfficersService {
  constructor(private readonly db: DataSource) {}

  @Handles(putOfficer)
  put(asked: Asked, actor: Actor): Promise<Output<typeof putOfficer>> {
    return this.db.transaction(async (tx) => {
      const officer = await this.access(tx, asked, actor);
      const { id, ...rights } = asked;
      const { givenName, familyName } = (await getPerson(tx, id)).identity;
      await checkPlace(tx, asked);
      await checkLastManager(tx, officer, asked);
      if (officer.give(rights)) {
        await tx.save(officer);
        await publishRights(tx, officer);
        await noteAccess(tx, 'rights-changed', id, actor);
      }
      return { ...officer, givenName, familyName };
    });
  }

  @Handles(listOfficers)
  async list({ limit, after, search }: Input<typeof listOfficers>, { organizationId }: Actor): Promise<Output<typeof listOfficers>> {
    const query = this.db.manager
      .createQueryBuilder(OfficerRow, 'officer')
      .innerJoinAndMapOne('officer.person', Person, 'person', 'person.id = officer.id')
      .where('officer.organizationId = :organizationId', { organizationId })
      .orderBy('person.familyName')
      .addOrderBy('person.givenName')
      .addOrderBy('officer.id')
      .limit(limit + 1);
    if (search) {
      const words = beginningWith(wordsIn(search));
      if (words === null) return { items: [], next: null };
      query.andWhere('person.words @@ :words::tsquery', { words });
    }
    if (after) {
      const [familyName, givenName, id] = readCursor(after, 3);
      query.andWhere('(person.family_name, person.given_name, officer.id::text) > (:familyName, :givenName, :id)', {
        familyName,
        givenName,
        id,
      });
    }
    const officers = (await query.getMany()) as (OfficerRow & { person: Person })[];
    const page = pageOf(officers, limit, ({ person: { identity }, id }) => [identity.familyName, identity.givenName, id]);
    return { ...page, items: page.items.map(({ person, ...officer }) => ({ ...officer, ...person.identity })) };
  }

  @Handles(listRecipients)
  async recipients({ organizationId, procedureId }: Input<typeof listRecipients>, _actor: Actor): Promise<Output<typeof listRecipients>> {
    const people = await this.db.manager
      .createQueryBuilder(Person, 'person')
      .innerJoin(OfficerRow, 'officer', 'officer.id = person.id')
      .where('officer.organizationId = :organizationId', { organizationId })
      .andWhere('officer.procedure_ids @> array[:procedureId]::uuid[]', { procedureId })
      .orderBy('person.id')
      .limit(MOST_RECIPIENTS)
      .getMany();
    return { items: people.map(({ id, contacts: { mail, language } }) => ({ id, mail, language })) };
  }

  /** An officer, or a person about to become one, whose rights the actor may write; locked until the transaction ends. */
  private async access(tx: EntityManager, { id, organizationId, role }: Asked, actor: Actor): Promise<OfficerRow> {
    accessBody(organizationId, actor);
    const known = await tx.findOne(OfficerRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!isInstallation(actor)) {
      if (known && known.organizationId !== actor.organizationId) throw new Problem(personNotFound);
      // A manager makes officers and managers; only an administrator makes, or unmakes, another.
      const isAboutAdministrator = role === 'administrator' || known?.role === 'administrator';
      if (isAboutAdministrator && !actor.roles.includes('administrator')) throw new Problem(forbidden);
    }
    return known ?? Object.assign(new OfficerRow(), { id, version: 0 });
  }
}

async function getPerson(tx: EntityManager, id: string): Promise<Person> {
  const person = await tx.findOneBy(Person, { id });
  if (!person) throw new Problem(personNotFound);
  return person;
}

async function checkPlace(tx: EntityManager, { organizationId, officeId }: Asked): Promise<void> {
  if (!(await tx.existsBy(OrganizationRow, { id: organizationId }))) throw new Problem(organizationNotFound);
  if (officeId && !(await tx.existsBy(OfficeRow, { id: officeId, organizationId })))
    throw invalidField('/officeId', { it: 'L’ente non ha questo ufficio', en: 'The body has no such office' });
}

/** A body that has a manager keeps one. */
async function checkLastManager(tx: EntityManager, officer: OfficerRow, { organizationId, role }: Asked): Promise<void> {
  const leaves = officer.role === 'manager' && (role !== 'manager' || officer.organizationId !== organizationId);
  if (!leaves) return;
  const managers = await tx.find(OfficerRow, {
    where: { organizationId: officer.organizationId, role: 'manager' },
    lock: { mode: 'pessimistic_write' },
  });
  if (managers.length === 1)
    throw new Problem(forbidden, { it: 'È l’ultimo responsabile dell’ente', en: 'This is the last manager of the body' });
}
