import { Injectable } from '@nestjs/common';
import { formNotFound } from '@sportello/contracts/practices/forms';
import type { Validate } from '@sportello/forms/check';
import { loadValidator } from '@sportello/forms/compiler';
import type { Form } from '@sportello/forms/form';
import type { Lookups } from '@sportello/forms/rules';
import { findComune } from '@sportello/italy/territory';
import { Problem } from '@sportello/messaging/problem';
import { DataSource, type EntityManager } from 'typeorm';
import { FormVersion } from './form.entity.js';

export interface CompiledForm {
  form: Form;
  version: number;
  validate: Validate;
}

/** Versions kept loaded: each takes some hundred kilobytes to keep. */
const KEPT = 100;

/** Forms by id, with the validators that were compiled when they were published: a version never changes. */
@Injectable()
export class CompiledForms {
  private readonly kept = new Map<string, CompiledForm>();

  constructor(private readonly db: DataSource) {}

  /**
   * @param tx the transaction at hand: a second connection taken inside one could wait for ever when all are taken so
   * @throws Problem `formNotFound`
   */
  async get(id: string, tx: EntityManager = this.db.manager): Promise<CompiledForm> {
    const found = this.kept.get(id) ?? (await load(id, tx));
    // The last used goes to the end, so that the first is the one longest unused.
    this.kept.delete(id);
    this.kept.set(id, found);
    if (this.kept.size > KEPT) for (const oldest of [...this.kept.keys()].slice(0, this.kept.size - KEPT)) this.kept.delete(oldest);
    return found;
  }
}

async function load(id: string, tx: EntityManager): Promise<CompiledForm> {
  const row = await tx.findOneBy(FormVersion, { id });
  if (!row) throw new Problem(formNotFound);
  return { form: row.definition, version: row.version, validate: loadValidator(row.validator) };
}

/** Names that only the list of all comuni knows. */
export const lookups: Lookups = { comune: (istatCode) => findComune(istatCode)?.name };
