import { Inject, Injectable } from '@nestjs/common';
import { describePeople } from '@sportello/contracts/identity/people';
import { digitalIdentityNeeded, notHolder } from '@sportello/contracts/school/children';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import { hasLaboratory } from '@sportello/service/laboratory';
import { DataSource, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Config } from '../config.js';
import { Child } from './child.entity.js';
import { Parent } from './parent.entity.js';

/** Of SPID and CIE. Source: AgID, SPID levels of assurance */
const LEAST_LEVEL = 2;

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

/** Whose data a parent may see. */
export const heldBy = ({ fiscalCode }: Parent): FindOptionsWhere<Child> => ({ holderFiscalCode: fiscalCode });

/** @throws Problem `notHolder`: not there and not hers are one answer */
export async function accessChild(tx: EntityManager, id: string, parent: Parent): Promise<Child> {
  const child = await tx.findOneBy(Child, { id, ...heldBy(parent) });
  if (!child) throw new Problem(notHolder);
  return child;
}
