import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getOfficer, listOfficers, listRecipients } from '@sportello/contracts/identity/officers';
import { personNotFound } from '@sportello/contracts/identity/people';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { beginningWith } from '@sportello/service/full-text';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource, IsNull, MoreThan, Not } from 'typeorm';
import { Credential } from '../accounts/credential.entity.js';
import { OneTimeLink } from '../accounts/one-time-link.entity.js';
import { SecondFactor } from '../accounts/second-factor.entity.js';
import { Person } from '../people/person.entity.js';
import { idKnownTo, personMeant } from '../people/registration.entity.js';
import { notOver } from './absence.js';
import { OfficerRow } from './officer.entity.js';
import { recipientsOf } from './recipients.js';

/** The id by which the one who asks knows an officer. */
const knownId = idKnownTo(':organizationId', 'officer.id', ':personId');

const byName = ascending<{ id: string; familyName: string; givenName: string }>(
  [byText('person.familyName', ({ familyName }) => familyName), byText('person.givenName', ({ givenName }) => givenName)],
  knownId,
);

/** Who works for a body, as its people and other services read it. */
@Controller()
export class OfficerListService {
  constructor(private readonly db: DataSource) {}

  @Handles(listOfficers)
  async list(
    { search, officeId, role, state, ...asked }: Input<typeof listOfficers>,
    { organizationId, personId }: Actor,
  ): Promise<Output<typeof listOfficers>> {
    const query = this.db.manager
      .createQueryBuilder(OfficerRow, 'officer')
      .innerJoinAndMapOne('officer.person', Person, 'person', 'person.id = officer.id')
      .addSelect(knownId, 'known_id')
      .where("officer.organizationId = :organizationId and officer.state <> 'deleted'", { organizationId, personId });
    if (search) {
      const words = beginningWith(wordsIn(search));
      if (words === null) return { items: [], next: null };
      query.andWhere('person.words @@ :words::tsquery', { words });
    }
    if (officeId) query.andWhere('officer.officeId = :officeId', { officeId });
    if (role) query.andWhere('officer.role = :role', { role });
    if (state) query.andWhere('officer.state = :state', { state });
    const { entities, raw } = await byName.bound(query, asked).getRawAndEntities<{ known_id: string }>();
    const now = new Date();
    const officers = (entities as (Working & { person: Person })[]).map(({ person, ...officer }, index) => ({
      ...officer,
      ...person.identity,
      absence: notOver(officer.absence, now),
      id: raw[index]?.known_id ?? officer.id,
    }));
    return byName.cut(officers, asked.limit);
  }

  @Handles(getOfficer)
  async get({ id: asked }: Input<typeof getOfficer>, { organizationId }: Actor): Promise<Output<typeof getOfficer>> {
    if (!organizationId) throw new Problem(personNotFound);
    const id = await personMeant(this.db.manager, asked, organizationId);
    const officer = (await this.db.manager.findOneBy(OfficerRow, { id, organizationId, state: Not('deleted') })) as Working | null;
    const person = officer && (await this.db.manager.findOneBy(Person, { id }));
    if (!person) throw new Problem(personNotFound);
    const credential = await this.db.manager.findOneBy(Credential, { personId: id });
    const link = await this.db.manager.findOne(OneTimeLink, {
      where: { personId: id, usedAt: IsNull(), revokedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      order: { createdAt: 'DESC' },
    });
    const hasSecondFactor = await this.db.manager.existsBy(SecondFactor, { personId: id });
    const { givenName, familyName } = person.identity;
    return {
      ...officer,
      id: asked,
      givenName,
      familyName,
      mail: person.contacts.mail,
      username: credential?.username ?? null,
      absence: notOver(officer.absence, new Date()),
      hasSecondFactor,
      link: link && sentLink(link),
    };
  }

  @Handles(listRecipients)
  async recipients({ organizationId, subject }: Input<typeof listRecipients>, _actor: Actor): Promise<Output<typeof listRecipients>> {
    const people = await recipientsOf(this.db.manager, organizationId, subject, new Date());
    return { items: people.map(({ id, contacts: { mail, language } }) => ({ id, mail, language })) };
  }
}

/** What is told of a link: not what opens it. */
export const sentLink = ({ purpose, createdAt, expiresAt }: OneTimeLink) => ({ purpose, sentAt: createdAt, expiresAt });

/** One who was not deleted. */
type Working = OfficerRow & { state: Exclude<OfficerRow['state'], 'deleted'> };
