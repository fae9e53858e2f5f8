import { Injectable } from '@nestjs/common';
import { type UnusedFile } from '@sportello/contracts/casework/attachments';
import type { Text } from '@sportello/contracts/contract';
import { unusedFiles as filesUnused, incomplete } from '@sportello/contracts/practices/drafts';
import { alreadySent } from '@sportello/contracts/practices/states';
import { issuesOf, lockKnown, pruneHidden } from '@sportello/forms/check';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { DataSource } from 'typeorm';
import { Attachment } from '../attachments/attachment.entity.js';
import { accessOwn } from '../practices/access.js';
import { type Content, confirmationMailOf, contentSha256, type Frozen, filesIn, isUnwritten, unusedFiles } from '../practices/content.js';
import { Passage } from '../practices/passage.entity.js';
import type { Practice } from '../practices/practice.entity.js';
import { type CompiledForm, CompiledForms, lookups } from '../procedures/compiled-forms.js';

interface Wrong {
  pointer: string;
  detail: string;
  label?: string;
  page?: string;
}

/** Closes a compilation: everything is checked, and what was checked is frozen (PRA-05). */
@Injectable()
export class Completion {
  constructor(
    private readonly db: DataSource,
    private readonly forms: CompiledForms,
  ) {}

  /**
   * One that was completed from this version stays as it is.
   * @throws Problem `incomplete` with each field that is missing or wrong, `unusedFiles` with what no field names
   */
  complete(id: string, version: number, actor: Actor, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessOwn(tx, id, actor);
      if (practice.isCompletionOf(version)) return;
      if (practice.status === 'ready') checkVersion(version, practice.version);
      if (practice.status !== 'draft') throw new Problem(alreadySent, procedure.contacts ?? undefined);
      const compiled = await this.forms.get(practice.formId, tx);
      const { organizationId } = practice;
      const stored = await tx.findBy(Attachment, { practiceId: id, organizationId, purpose: 'form', state: 'stored' });
      checkVersion(version, practice.version);
      const frozen = freeze(compiled, practice, stored, actor, now);
      await tx.insert(Passage, practice.complete(frozen, version, procedure, mover, now));
      await tx.save(practice);
    });
  }
}

function freeze({ form, validate }: CompiledForm, practice: Practice, stored: Attachment[], { language }: Actor, now: Date): Frozen {
  const content: Content = pruneHidden(form, lockKnown(form, practice.known, practice.content));
  if (isUnwritten(content)) throw new Problem(incomplete, nothingWritten, { errors: [] });
  const wrong: Wrong[] = issuesOf(form, validate, content, { today: romeDate(now), lookups })
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message, label, page }) => ({ pointer, detail: message[language], label: label[language], page }));
  const named = filesIn(form, content);
  const files = new Map(stored.map((file) => [file.id, file]));
  for (const { id, fieldKey, pointer } of named) {
    if (files.get(id)?.fieldKey !== fieldKey) wrong.push({ pointer, detail: fileMissing[language] });
  }
  if (wrong.length > 0) throw new Problem(incomplete, undefined, { errors: wrong.slice(0, 50) });
  const unused = unusedFiles(form, content, stored);
  if (unused.length > 0) throw new Problem(filesUnused, nameOrRemove(unused), { unusedFiles: unused });
  return { content, sha256: contentSha256(content, stored), confirmationMail: confirmationMailOf(form, content), language };
}

function nameOrRemove(files: UnusedFile[]): Text {
  const names = files.map(({ name }) => name).join(', ');
  return {
    it: `Indica in un campo del modulo, oppure rimuovi: ${names}`,
    en: `Name it in a field of the form, or remove it: ${names}`,
  };
}

const nothingWritten = { it: 'La domanda è vuota: compilala prima di proseguire', en: 'The request is empty: fill it in before going on' };
const fileMissing = {
  it: "L'allegato non è stato caricato: caricalo di nuovo",
  en: 'The attachment was not uploaded: upload it again',
};
