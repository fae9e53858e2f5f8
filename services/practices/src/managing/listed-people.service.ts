import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { addListedPeople, listListedPeople, removeListedPerson } from '@sportello/contracts/practices/listed-people';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asCode } from '@sportello/italy/typed-text';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byText } from '@sportello/service/paging';
import { DataSource } from 'typeorm';
import { accessProcedure } from '../procedures/access-procedure.js';
import { ListedPerson } from '../procedures/listed-person.entity.js';

const byCode = ascending<ListedPerson>([byText('p.fiscalCode', ({ fiscalCode }) => fiscalCode)], 'p.id');

/** For whom a service is reserved, as its administrators keep it (CAT-85). */
@Controller()
export class ListedPeopleService {
  constructor(private readonly db: DataSource) {}

  @Handles(listListedPeople)
  list({ procedureId, ...asked }: Input<typeof listListedPeople>, actor: Actor): Promise<Output<typeof listListedPeople>> {
    return this.db.transaction(async (tx) => {
      const of = await ofProcedure(tx, procedureId, actor);
      const page = await byCode.pageOf(tx.createQueryBuilder(ListedPerson, 'p').where(of), asked);
      return { ...page, count: await tx.countBy(ListedPerson, of) };
    });
  }

  @Handles(addListedPeople)
  add({ procedureId, fiscalCodes }: Input<typeof addListedPeople>, actor: Actor): Promise<Output<typeof addListedPeople>> {
    const read = fiscalCodes.map((typed) => ({ typed, code: asCode(typed) }));
    const right = new Set(read.map(({ code }) => code).filter((code) => checkFiscalCode(code) === null));
    return this.db.transaction(async (tx) => {
      const of = await ofProcedure(tx, procedureId, actor);
      const before = await tx.countBy(ListedPerson, of);
      const rows = [...right].map((fiscalCode) => ({ ...of, id: randomUUID(), fiscalCode }));
      if (rows.length > 0) await tx.createQueryBuilder().insert().into(ListedPerson).values(rows).orIgnore().execute();
      const count = await tx.countBy(ListedPerson, of);
      return { count, added: count - before, refused: read.filter(({ code }) => !right.has(code)).map(({ typed }) => typed) };
    });
  }

  /** The same again: she is not on it. */
  @Handles(removeListedPerson)
  remove({ procedureId, id }: Input<typeof removeListedPerson>, actor: Actor): Promise<Output<typeof removeListedPerson>> {
    return this.db.transaction(async (tx) => {
      const of = await ofProcedure(tx, procedureId, actor);
      await tx.delete(ListedPerson, { ...of, id });
      return { count: await tx.countBy(ListedPerson, of) };
    });
  }
}

/** Locked, so that what is counted stays. */
async function ofProcedure(tx: Parameters<typeof accessProcedure>[0], procedureId: string, actor: Actor) {
  const { organizationId } = await accessProcedure(tx, procedureId, actor);
  return { procedureId, organizationId };
}
