import { Inject, Injectable } from '@nestjs/common';
import { describePeople } from '@sportello/contracts/identity/people';
import { digitalIdentityNeeded, HolderRight, notHolder, rightNotGiven } from '@sportello/contracts/school/children';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { hasLaboratory } from '@sportello/service/laboratory';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { Config } from '../config.js';
import { Child } from './child.entity.js';
import { Parent } from './parent.entity.js';
import { SecondHolder } from './second-holder.entity.js';

/** Of SPID and CIE. Source: AgID, SPID levels of assurance */
const LEAST_LEVEL = 2;
/** Children of one parent. */
const MOST = 100;

/** Knows who a parent is by her digital identity: records name the account holder by fiscal code. */
@Injectable()
export class Parents {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws Problem `digitalIdentityNeeded` for a sign-in by password, or of too low a level
   * @throws Problem `notHolder` for whom identity does not know
   */
  async identify(actor: Actor): Promise<Parent> {
    if (!this.hasDigitalIdentity(actor)) throw new Problem(digitalIdentityNeeded);
    const { personId, authenticationId } = actor;
    if (!personId) throw new Problem(notHolder);
    const known = await this.db.manager.findOneBy(Parent, { personId });
    if (known && known.authenticationId === authenticationId) return known;
    const { items } = await this.bus.call(describePeople, { ids: [personId] }, service);
    const [person] = items;
    if (!person) throw new Problem(notHolder);
    const { fiscalCode, givenName, familyName } = person.identity;
    const parent = { personId, authenticationId, fiscalCode, name: `${givenName} ${familyName}` };
    await this.db.manager.upsert(Parent, parent, ['personId']);
    return parent;
  }

  private hasDigitalIdentity({ method, level }: Actor): boolean {
    const stands = method === 'spid' || method === 'cie' || (method === 'local' && hasLaboratory('citizen-password', this.config));
    return stands && (level ?? 0) >= LEAST_LEVEL;
  }
}

/** A child with what somebody may do for it. */
export interface Held {
  child: Child;
  rights: readonly HolderRight[];
}

/**
 * Everybody for whom a parent may do something: whom she holds, and for whom the office has given her a right.
 * @param ids of these alone
 */
export async function heldBy(tx: EntityManager, { fiscalCode }: Parent, ids?: readonly string[]): Promise<Held[]> {
  const given = await tx.find(SecondHolder, { where: { fiscalCode, endedAt: IsNull(), ...(ids && { childId: In(ids) }) }, take: MOST });
  const among = ids && { id: In(ids) };
  const [own, others] = [
    await tx.find(Child, { where: { holderFiscalCode: fiscalCode, ...among }, take: MOST }),
    given.length > 0 ? await tx.findBy(Child, { id: In(given.map(({ childId }) => childId)) }) : [],
  ];
  const rightsOf = (id: string) => given.find(({ childId }) => childId === id)?.rights ?? [];
  return [
    ...own.map((child) => ({ child, rights: HolderRight.options })),
    ...others.filter(({ holderFiscalCode }) => holderFiscalCode !== fiscalCode).map((child) => ({ child, rights: rightsOf(child.id) })),
  ];
}

/**
 * The children for whom a parent has one of the rights.
 * @throws Problem `notHolder` where one of the ids is none of hers, or where she has nobody
 * @throws Problem `rightNotGiven` where it is, and the office has given her another right
 */
export async function accessChildren(
  tx: EntityManager,
  parent: Parent,
  rights: readonly HolderRight[],
  ids?: readonly string[],
): Promise<Child[]> {
  const held = await heldBy(tx, parent, ids);
  if (held.length === 0 || (ids && held.length < new Set(ids).size)) throw new Problem(notHolder);
  const open = held.filter((one) => one.rights.some((right) => rights.includes(right)));
  if (open.length === 0 || (ids && open.length < held.length)) throw new Problem(rightNotGiven);
  return open.map(({ child }) => child);
}

/** @throws Problem as for several: not there and not hers are one answer */
export async function accessChild(tx: EntityManager, id: string, parent: Parent, ...rights: readonly HolderRight[]): Promise<Child> {
  const [child] = await accessChildren(tx, parent, rights, [id]);
  if (!child) throw new Problem(notHolder);
  return child;
}
