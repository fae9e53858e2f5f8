import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { acceptInvitation, declineInvitation, invitationNotFound } from '@sportello/contracts/identity/accounts';
import { listOfficers, listRecipients, putOfficer, reinstateOfficer, suspendOfficer } from '@sportello/contracts/identity/officers';
import { organizationNotFound } from '@sportello/contracts/identity/organizations';
import { personNotFound } from '@sportello/contracts/identity/people';
import { type SecurityEventKind } from '@sportello/contracts/identity/security';
import { describeProcedures } from '@sportello/contracts/practices/procedures';
import { forbidden } from '@sportello/contracts/problems';
import { wordsIn } from '@sportello/italy/search-words';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, type EntityManager } from 'typeorm';
import { noteAccess } from '../access-log/note-access.js';
import { type Account, accountOf, getPerson as getOwn } from '../accounts/account.js';
import { invalidField } from '../invalid-field.js';
import { accessBody, isInstallation } from '../organizations/access-body.js';
import { OfficeRow } from '../organizations/office.entity.js';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Person } from '../people/person.entity.js';
import { idKnownTo, personMeant } from '../people/registration.entity.js';
import { noteSecurity } from '../security/note-security.js';
import { SecurityEvent } from '../security/security-event.entity.js';
import { type Change, Standings } from '../standings/standings.js';
import { announceInvitation } from './announce-invitation.js';
import { OfficerRow } from './officer.entity.js';
import { publishRights } from './publish-rights.js';
import { checkRightsNow, lockRights } from './rights-now.js';

type Asked = Input<typeof putOfficer>;
/** The id by which the one who asks knows an officer. */
const knownId = idKnownTo(':organizationId', 'officer.id', ':personId');

const byName = ascending<{ id: string; familyName: string; givenName: string }>(
  [byText('person.familyName', ({ familyName }) => familyName), byText('person.givenName', ({ givenName }) => givenName)],
  knownId,
);

/** Notices go to so many officers of one subject at most. */
const MOST_RECIPIENTS = 1_000;

@Controller()
export class OfficersService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly standings: Standings,
  ) {}

  @Handles(putOfficer)
  async put(asked: Asked, actor: Actor): Promise<Output<typeof putOfficer>> {
    // A body may have registered a known person under an id of its own.
    const id = await personMeant(this.db.manager, asked.id, asked.organizationId);
    await this.checkSubjects({ ...asked, id });
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await this.access(tx, { ...asked, id }, actor);
      const { id: _id, version: shown, ...rights } = asked;
      await checkPlace(tx, asked);
      await checkLast(tx, officer, asked);
      // Nobody is made an officer without being asked, but by who runs the installation: there is nobody to ask her yet.
      const isInvitation = officer.version === 0 && !isInstallation(actor);
      if (officer.version === 0) officer.state = isInvitation ? 'invited' : 'active';
      if (officer.give(rights, shown)) {
        await this.keep(tx, officer, isInvitation ? 'officer-invited' : 'rights-changed', actor, change);
        if (isInvitation) await announceInvitation(tx, officer, new Date());
      }
      return named(tx, officer, asked.id);
    });
  }

  @Handles(suspendOfficer)
  async suspend(asked: Input<typeof suspendOfficer>, actor: Actor): Promise<Output<typeof suspendOfficer>> {
    const id = await this.meant(asked.id, actor);
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await this.accessKnown(tx, id, actor);
      if (id === actor.personId) throw new Problem(forbidden, notOneself);
      await checkLast(tx, officer, { ...officer, role: 'officer' });
      if (officer.suspend()) await this.keep(tx, officer, 'officer-suspended', actor, change);
      return named(tx, officer, asked.id);
    });
  }

  @Handles(reinstateOfficer)
  async reinstate(asked: Input<typeof reinstateOfficer>, actor: Actor): Promise<Output<typeof reinstateOfficer>> {
    const id = await this.meant(asked.id, actor);
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await this.accessKnown(tx, id, actor);
      if (officer.reinstate()) await this.keep(tx, officer, 'officer-reinstated', actor, change);
      return named(tx, officer, asked.id);
    });
  }

  /** Again after it was accepted: nothing changes. */
  @Handles(acceptInvitation)
  accept({ version }: Input<typeof acceptInvitation>, actor: Actor): Promise<Account> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getOwn(tx, actor.personId);
      const officer = await tx.findOne(OfficerRow, { where: { id: person.id }, lock: { mode: 'pessimistic_write' } });
      if (!officer) throw new Problem(invitationNotFound);
      if (officer.state === 'active' && officer.version === version + 1) return accountOf(tx, person, actor);
      officer.accept(version);
      await this.keep(tx, officer, 'invitation-accepted', actor, change);
      return accountOf(tx, person, actor);
    });
  }

  /** Again after it was declined: nothing changes. */
  @Handles(declineInvitation)
  decline(_input: Input<typeof declineInvitation>, actor: Actor): Promise<Account> {
    return this.standings.transaction(actor.personId ?? '', async (tx, change) => {
      const person = await getOwn(tx, actor.personId);
      const officer = await tx.findOne(OfficerRow, { where: { id: person.id, state: 'invited' }, lock: { mode: 'pessimistic_write' } });
      if (!officer) {
        if (await hasDeclined(tx, person.id)) return accountOf(tx, person, actor);
        throw new Problem(invitationNotFound);
      }
      const { organizationId } = officer;
      await tx.remove(officer);
      await change(person.id);
      await noteAccess(tx, 'rights-changed', person.id, actor);
      await noteSecurity(tx, 'invitation-declined', { personId: person.id, organizationId }, actor);
      return accountOf(tx, person, actor);
    });
  }

  @Handles(listOfficers)
  async list({ search, ...asked }: Input<typeof listOfficers>, { organizationId, personId }: Actor): Promise<Output<typeof listOfficers>> {
    const query = this.db.manager
      .createQueryBuilder(OfficerRow, 'officer')
      .innerJoinAndMapOne('officer.person', Person, 'person', 'person.id = officer.id')
      .addSelect(knownId, 'known_id')
      .where('officer.organizationId = :organizationId', { organizationId, personId });
    if (search) {
      const words = beginningWith(wordsIn(search));
      if (words === null) return { items: [], next: null };
      query.andWhere('person.words @@ :words::tsquery', { words });
    }
    const { entities, raw } = await byName.bound(query, asked).getRawAndEntities<{ known_id: string }>();
    const officers = (entities as (OfficerRow & { person: Person })[]).map(({ person, ...officer }, index) => ({
      ...officer,
      ...person.identity,
      id: raw[index]?.known_id ?? officer.id,
    }));
    return byName.cut(officers, asked.limit);
  }

  @Handles(listRecipients)
  async recipients({ organizationId, subject }: Input<typeof listRecipients>, _actor: Actor): Promise<Output<typeof listRecipients>> {
    const people = await this.db.manager
      .createQueryBuilder(Person, 'person')
      .innerJoin(OfficerRow, 'officer', 'officer.id = person.id')
      .where('officer.organizationId = :organizationId', { organizationId })
      .andWhere("officer.state = 'active' and officer.subjects @> :subjects::jsonb", { subjects: JSON.stringify([subject]) })
      .orderBy('person.id')
      .limit(MOST_RECIPIENTS)
      .getMany();
    return { items: people.map(({ id, contacts: { mail, language } }) => ({ id, mail, language })) };
  }

  /** The person whom the asking body means by an id. */
  private async meant(id: string, { organizationId }: Actor): Promise<string> {
    return organizationId ? personMeant(this.db.manager, id, organizationId) : id;
  }

  /** An officer, or a person about to become one, whose rights the actor may write; locked until the transaction ends. */
  private async access(tx: EntityManager, { id, organizationId, role }: Asked, actor: Actor): Promise<OfficerRow> {
    accessBody(organizationId, actor);
    const known = await this.lock(tx, id, organizationId, actor);
    if (known) {
      checkMayWrite(known, actor);
      if (role === 'administrator') checkAdministrator(actor);
      return known;
    }
    await getPerson(tx, id);
    if (role === 'administrator') checkAdministrator(actor);
    return Object.assign(new OfficerRow(), { id, version: 0 });
  }

  private async accessKnown(tx: EntityManager, id: string, actor: Actor): Promise<OfficerRow> {
    const known = await this.lock(tx, id, actor.organizationId ?? id, actor);
    if (!known) throw new Problem(personNotFound);
    checkMayWrite(known, actor);
    return known;
  }

  private async lock(tx: EntityManager, id: string, organizationId: string, actor: Actor): Promise<OfficerRow | null> {
    await lockRights(tx, organizationId);
    await checkRightsNow(tx, actor);
    return tx.findOne(OfficerRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** What every change of rights leaves: the row, the facts for other services, the trace, and sessions that know of it. */
  private async keep(tx: EntityManager, officer: OfficerRow, kind: SecurityEventKind, actor: Actor, change: Change): Promise<void> {
    const { id, organizationId, state } = officer;
    await tx.save(officer);
    if (state !== 'invited') await publishRights(tx, officer);
    await change(id);
    await noteAccess(tx, 'rights-changed', id, actor);
    await noteSecurity(tx, kind, { personId: id, organizationId }, actor);
  }

  /**
   * Officers are enabled to what their body has. Its owner is asked, who alone knows: a copy kept by events would not have what was made a
   * moment ago. What she has already is not asked again.
   */
  private async checkSubjects({ id, organizationId, subjects }: Asked): Promise<void> {
    const known = await this.db.manager.findOneBy(OfficerRow, { id, organizationId });
    const has = new Set(known?.subjects.map((subject) => subject.id));
    const ids = [...new Set(subjects.map((subject) => subject.id))].filter((asked) => !has.has(asked));
    if (ids.length === 0) return;
    const { items } = await this.bus.call(describeProcedures, { ids }, service);
    const own = new Set(items.filter((procedure) => procedure.organizationId === organizationId).map((procedure) => procedure.id));
    const foreign = subjects.findIndex((subject) => ids.includes(subject.id) && !own.has(subject.id));
    if (foreign >= 0)
      throw invalidField(`/subjects/${foreign}/id`, { it: 'L’ente non ha questo servizio', en: 'The body has no such service' });
  }
}

/** Whether she works for nobody because she said no herself. */
async function hasDeclined(tx: EntityManager, personId: string): Promise<boolean> {
  if (await tx.existsBy(OfficerRow, { id: personId })) return false;
  return tx.existsBy(SecurityEvent, { personId, kind: 'invitation-declined', actorId: personId });
}

/** @throws Problem `personNotFound` for an officer of another body, `forbidden` for a manager about an administrator */
function checkMayWrite(officer: OfficerRow, actor: Actor): void {
  if (!isInstallation(actor) && officer.organizationId !== actor.organizationId) throw new Problem(personNotFound);
  if (officer.role === 'administrator') checkAdministrator(actor);
}

/** A manager makes officers and managers; only an administrator makes, or unmakes, another. */
function checkAdministrator(actor: Actor): void {
  if (!isInstallation(actor) && !actor.roles.includes('administrator')) throw new Problem(forbidden);
}

/** @param id by which whoever asked knows her */
async function named(tx: EntityManager, officer: OfficerRow, id: string): Promise<Output<typeof putOfficer>> {
  const { givenName, familyName } = (await getPerson(tx, officer.id)).identity;
  return { ...officer, id, givenName, familyName };
}

const notOneself = { it: 'Nessuno sospende sé stesso', en: 'Nobody suspends herself' };

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

/** A body that has a manager keeps one, and one that has an administrator too: nobody else there could make another. */
async function checkLast(tx: EntityManager, officer: OfficerRow, { organizationId, role }: Asked): Promise<void> {
  const { role: former } = officer;
  const leaves = officer.state === 'active' && (role !== former || officer.organizationId !== organizationId);
  if (!leaves || former === 'officer') return;
  const others = await tx.find(OfficerRow, {
    where: { organizationId: officer.organizationId, role: former, state: 'active' },
    lock: { mode: 'pessimistic_write' },
  });
  if (others.length === 1) throw new Problem(forbidden, lastOf[former]);
}

const lastOf = {
  manager: { it: 'È l’ultimo responsabile dell’ente', en: 'This is the last manager of the body' },
  administrator: { it: 'È l’ultimo amministratore dell’ente', en: 'This is the last administrator of the body' },
};
