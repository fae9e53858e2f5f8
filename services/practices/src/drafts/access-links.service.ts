import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import {
  accessLinkNotValid,
  dropAccessLink,
  listAccessLinks,
  openAccessLink,
  putAccessLink,
} from '@sportello/contracts/practices/listed-people';
import { invalidInput } from '@sportello/contracts/problems';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { descending } from '@sportello/service/paging';
import { DataSource, type EntityManager } from 'typeorm';
import { applicantOf } from '../practices/access.js';
import { AccessLink } from '../procedures/access-link.entity.js';
import { accessProcedure } from '../procedures/access-procedure.js';
import { ListedPerson } from '../procedures/listed-person.entity.js';
import { Openings } from './openings.js';

const youngestFirst = descending<AccessLink>([], 'p.id');
/** A link is made for something that is near: milliseconds. */
const LONGEST_MS = 366 * 86_400_000;

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** One-time links to a reserved service: made by its administrators, used by one person each (CAT-85). */
@Controller()
export class AccessLinksService {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
  ) {}

  @Handles(listAccessLinks)
  list({ procedureId, ...asked }: Input<typeof listAccessLinks>, actor: Actor): Promise<Output<typeof listAccessLinks>> {
    return this.db.transaction(async (tx) => {
      const of = await ofProcedure(tx, procedureId, actor);
      return youngestFirst.pageOf(tx.createQueryBuilder(AccessLink, 'p').where(of), asked);
    });
  }

  /** The secret leaves here once: whoever lost it has another made under the same id. */
  @Handles(putAccessLink)
  put({ procedureId, id, fiscalCode, lastDay }: Input<typeof putAccessLink>, actor: Actor): Promise<Output<typeof putAccessLink>> {
    const now = new Date();
    const errors = [
      ...(fiscalCode !== null && checkFiscalCode(fiscalCode) !== null ? [{ pointer: '/fiscalCode', detail: wrongCode }] : []),
      ...(lastDay < romeDate(now) || lastDay > romeDate(new Date(now.getTime() + LONGEST_MS))
        ? [{ pointer: '/lastDay', detail: wrongDay }]
        : []),
    ];
    if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
    return this.db.transaction(async (tx) => {
      const of = await ofProcedure(tx, procedureId, actor);
      const known = await tx.findOneBy(AccessLink, { id });
      if (known && (known.procedureId !== procedureId || known.usedAt)) throw new Problem(accessLinkNotValid);
      const secret = randomBytes(18).toString('base64url');
      const link = await tx.save(AccessLink, { ...of, id, fiscalCode, lastDay, secretHash: hashOf(secret), usedBy: null, usedAt: null });
      return { ...link, secret };
    });
  }

  /** The same again: there is no such link. */
  @Handles(dropAccessLink)
  drop({ procedureId, id }: Input<typeof dropAccessLink>, actor: Actor): Promise<Output<typeof dropAccessLink>> {
    return this.db.transaction(async (tx) => {
      await tx.delete(AccessLink, { ...(await ofProcedure(tx, procedureId, actor)), id });
      return { id };
    });
  }

  /** Whoever opened it may open it again: a page is loaded twice. Why it is not valid is told to nobody. */
  @Handles(openAccessLink)
  async open({ procedureId, secret }: Input<typeof openAccessLink>, actor: Actor): Promise<Output<typeof openAccessLink>> {
    const { personId, profileId } = applicantOf(actor);
    const { fiscalCode } = await this.openings.describe(personId, profileId);
    await this.db.transaction(async (tx) => {
      const where = { procedureId, secretHash: hashOf(secret) };
      const link = await tx.findOne(AccessLink, { where, lock: { mode: 'pessimistic_write' } });
      const now = new Date();
      const isHers = link && (link.usedBy ?? link.fiscalCode ?? fiscalCode) === fiscalCode;
      if (!isHers || romeDate(now) > link.lastDay) throw new Problem(accessLinkNotValid);
      if (link.usedAt) return;
      await tx.update(AccessLink, { id: link.id }, { usedBy: fiscalCode, usedAt: now });
      const { organizationId } = link;
      const listed = { id: randomUUID(), procedureId, organizationId, fiscalCode };
      await tx.createQueryBuilder().insert().into(ListedPerson).values(listed).orIgnore().execute();
    });
    return { procedureId };
  }
}

/** Locked, so that what is counted stays. */
async function ofProcedure(
  tx: EntityManager,
  procedureId: string,
  actor: Actor,
): Promise<Pick<AccessLink, 'procedureId' | 'organizationId'>> {
  const { organizationId } = await accessProcedure(tx, procedureId, actor);
  return { procedureId, organizationId };
}

const wrongCode: Text = { it: 'Non è un codice fiscale', en: 'It is not a fiscal code' };
const wrongDay: Text = { it: 'Indica un giorno da oggi a un anno', en: 'Give a day from today to a year from now' };
