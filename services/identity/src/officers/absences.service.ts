import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { deleteAbsence, getAbsence, putAbsence } from '@sportello/contracts/identity/absences';
import { personNotFound } from '@sportello/contracts/identity/people';
import { mayDo } from '@sportello/contracts/permissions';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import { invalidField } from '../invalid-field.js';
import { Person } from '../people/person.entity.js';
import { idKnownTo, personMeant } from '../people/registration.entity.js';
import { Standings } from '../standings/standings.js';
import { mayReplace, notOver, overlap } from './absence.js';
import { accessKnownOfficer, keepOfficer } from './access-officer.js';
import { announceAbsence } from './announce-absence.js';
import { OfficerRow } from './officer.entity.js';

/** A colleague, by the id by which the body knows her. */
type Colleague = OfficerRow & { knownId: string; name: string };

/** Officers who are away, and who stands in for them (ADM-32). */
@Controller()
export class AbsencesService {
  constructor(
    private readonly db: DataSource,
    private readonly standings: Standings,
  ) {}

  @Handles(getAbsence)
  async get({ id: asked }: Input<typeof getAbsence>, actor: Actor): Promise<Output<typeof getAbsence>> {
    const { id, organizationId } = await this.meant(asked, actor);
    const officer = await this.db.manager.findOneBy(OfficerRow, { id, organizationId });
    if (!officer || officer.state === 'deleted') throw new Problem(personNotFound);
    return this.shown(this.db.manager, officer, asked, actor);
  }

  @Handles(putAbsence)
  async put({ id: asked, version, ...absence }: Input<typeof putAbsence>, actor: Actor): Promise<Output<typeof putAbsence>> {
    const { id, organizationId } = await this.meant(asked, actor);
    const substituteId = await personMeant(this.db.manager, absence.substituteId, organizationId);
    const told = { from: absence.from, to: absence.to, substituteId };
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await accessKnownOfficer(tx, id, actor);
      const now = new Date();
      const colleagues = await colleaguesOf(tx, organizationId, actor);
      this.check(officer, told, colleagues, now);
      if (officer.tellAbsence(told, version)) {
        await keepOfficer(tx, officer, 'absence-told', actor, change);
        await announceAbsence(tx, officer, colleagues.find((it) => it.id === id)?.name ?? '', told, now);
      }
      return this.shown(tx, officer, asked, actor);
    });
  }

  @Handles(deleteAbsence)
  async delete({ id: asked, version }: Input<typeof deleteAbsence>, actor: Actor): Promise<Output<typeof deleteAbsence>> {
    const { id } = await this.meant(asked, actor);
    return this.standings.transaction(id, async (tx, change) => {
      const officer = await accessKnownOfficer(tx, id, actor);
      if (officer.tellAbsence(null, version)) await keepOfficer(tx, officer, 'absence-ended', actor, change);
      return this.shown(tx, officer, asked, actor);
    });
  }

  /** Nobody is told of somebody else but who looks after officers: not there and not hers are one answer. */
  private async meant(asked: string, actor: Actor): Promise<{ id: string; organizationId: string }> {
    const { organizationId, personId, roles } = actor;
    if (!organizationId) throw new Problem(personNotFound);
    const id = await personMeant(this.db.manager, asked, organizationId);
    if (id !== personId && !mayDo(roles, 'officers:write')) throw new Problem(personNotFound);
    return { id, organizationId };
  }

  /** Of two who are away on one day neither stands in for the other, nor for anybody: so there is no circle, and work reaches somebody. */
  private check(officer: OfficerRow, absence: NonNullable<OfficerRow['absence']>, colleagues: readonly Colleague[], now: Date): void {
    if (officer.state !== 'active') throw invalidField('/from', notActive);
    if (absence.to < absence.from) throw invalidField('/to', endsBefore);
    if (absence.to < romeDate(now)) throw invalidField('/to', isPast);
    const substitute = colleagues.find(({ id }) => id === absence.substituteId);
    if (absence.substituteId === officer.id) throw invalidField('/substituteId', herself);
    if (!substitute || !mayReplace(substitute, officer)) throw invalidField('/substituteId', cannot);
    if (substitute.absence && overlap(substitute.absence, absence)) throw invalidField('/substituteId', awayToo);
    const replaced = colleagues.find((it) => it.absence?.substituteId === officer.id && overlap(it.absence, absence));
    if (replaced) throw invalidField('/from', standsIn(replaced.name));
  }

  private async shown(tx: EntityManager, officer: OfficerRow, asked: string, actor: Actor): Promise<Output<typeof getAbsence>> {
    const absence = notOver(officer.absence, new Date());
    const colleagues = await colleaguesOf(tx, officer.organizationId, actor);
    const substitute = colleagues.find(({ id }) => id === absence?.substituteId);
    return {
      id: asked,
      absence: absence && { ...absence, substituteId: substitute?.knownId ?? absence.substituteId },
      substituteName: substitute?.name ?? null,
      isCovered: absence === null || (substitute !== undefined && mayReplace(substitute, officer)),
      substitutes: colleagues
        .filter((it) => it.id !== officer.id && mayReplace(it, officer))
        .map(({ knownId: id, name }) => ({ id, name })),
      version: officer.version,
    };
  }
}

/** Who works for a body, by name. */
async function colleaguesOf(tx: EntityManager, organizationId: string, { personId }: Actor): Promise<Colleague[]> {
  const { entities, raw } = await tx
    .createQueryBuilder(OfficerRow, 'officer')
    .innerJoinAndMapOne('officer.person', Person, 'person', 'person.id = officer.id')
    .addSelect(idKnownTo(':organizationId', 'officer.id', ':personId'), 'known_id')
    .where("officer.organizationId = :organizationId and officer.state <> 'deleted'", { organizationId, personId })
    .orderBy('person.familyName')
    .addOrderBy('person.givenName')
    .addOrderBy('officer.id')
    .getRawAndEntities<{ known_id: string }>();
  return (entities as (OfficerRow & { person: Person })[]).map((officer, index) =>
    Object.assign(officer, {
      knownId: raw[index]?.known_id ?? officer.id,
      name: `${officer.person.identity.familyName} ${officer.person.identity.givenName}`,
    }),
  );
}

const notActive: Text = { it: 'Non lavora per l’ente in questo momento', en: 'She does not work for the body at this moment' };
const endsBefore: Text = { it: 'L’ultimo giorno viene prima del primo', en: 'The last day is before the first one' };
const isPast: Text = { it: 'L’ultimo giorno è già passato', en: 'The last day is over already' };
const herself: Text = { it: 'Nessuno sostituisce sé stesso', en: 'Nobody stands in for herself' };
const cannot: Text = {
  it: 'Chi sostituisce deve lavorare gli stessi servizi e non essere sospeso',
  en: 'The substitute has to work on the same services and not be suspended',
};
const awayToo: Text = { it: 'In quei giorni è assente anche chi sostituisce', en: 'The substitute is away on those days too' };
const standsIn = (name: string): Text => ({
  it: `In quei giorni sostituisce ${name}: prima va scelto un altro sostituto`,
  en: `On those days ${name} is replaced by this officer: another substitute has to be chosen first`,
});
