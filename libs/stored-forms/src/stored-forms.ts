import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { formBroken, formImmutable, formNotFound } from '@sportello/contracts/forms';
import type { Validate } from '@sportello/forms/check';
import { FormCompiler, loadValidator } from '@sportello/forms/compiler';
import type { Form } from '@sportello/forms/form';
import { BrokenForm } from '@sportello/forms/parse-form';
import type { Lookups } from '@sportello/forms/rules';
import { findComune } from '@sportello/italy/territory';
import { checkVersion, Problem, pointerTo } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import { DataSource, type EntityManager } from 'typeorm';
import { FormVersion } from './form-version.entity.js';

/** A version as contents are checked by it. */
export interface CompiledForm {
  form: Form;
  validate: Validate;
}

/** A definition that can be published. */
export interface ReadForm {
  form: Form;
  /** As `FormVersion` keeps it. */
  validator: string;
}

/** A version as somebody publishes it. */
export interface Publication extends ReadForm {
  /** Of the version, chosen by the caller. */
  id: string;
  subjectId: string;
  organizationId: string;
  /** The last version that the author was shown; 0 when there was none. */
  shown: number;
}

/** Versions kept loaded: each takes some hundred kilobytes to keep. */
const KEPT = 100;

/** The forms of a service: definitions are compiled once, when they are published, and a version never changes afterwards. */
@Injectable()
export class StoredForms implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly compiler = new FormCompiler();
  private readonly kept = new Map<string, CompiledForm>();

  constructor(private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.compiler.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.compiler.stop();
  }

  /**
   * Reads what an author sent, and compiles it: before any transaction, because a large one takes seconds.
   * @throws Problem `formBroken` with each place that is wrong, as pointers into the input's `definition`
   */
  async read(definition: unknown): Promise<ReadForm> {
    try {
      return await this.compiler.readAndCompile(definition);
    } catch (error) {
      if (!(error instanceof BrokenForm)) throw error;
      throw new Problem(formBroken, undefined, {
        errors: error.faults.map(({ path, message }) => ({ pointer: pointerOf(path), detail: message })),
      });
    }
  }

  /**
   * The same id and definition again changes nothing.
   * @param tx in which the subject is locked, so that its versions follow each other
   * @returns the version, and whether it was published by this and is the last one
   * @throws Problem `formImmutable`, `changedMeanwhile`
   */
  async publish(
    tx: EntityManager,
    { id, subjectId, organizationId, shown, form, validator }: Publication,
  ): Promise<{ published: FormVersion; isNew: boolean }> {
    const known = await tx.findOneBy(FormVersion, { id });
    if (known) {
      const isSame = known.subjectId === subjectId && canonicalJson(known.definition) === canonicalJson(form);
      if (!isSame) throw new Problem(formImmutable);
      return { published: known, isNew: false };
    }
    const last = (await tx.maximum(FormVersion, 'version', { subjectId, organizationId })) ?? 0;
    checkVersion(shown, last);
    const published = { id, organizationId, subjectId, version: last + 1, definition: form, validator, publishedAt: new Date() };
    await tx.insert(FormVersion, published as object);
    return { published, isNew: true };
  }

  /**
   * A version to check contents by.
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
  return { form: row.definition, validate: loadValidator(row.validator) };
}

/** From names with dots between to a JSON pointer into what was sent. */
const pointerOf = (path: string): string => pointerTo(['definition', ...path.split('.').filter(Boolean)]);

/** Names that only the list of all comuni knows. */
export const lookups: Lookups = { comune: (istatCode) => findComune(istatCode)?.name };
