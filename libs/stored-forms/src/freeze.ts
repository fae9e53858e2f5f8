import type { Language, Text } from '@sportello/contracts/contract';
import { incomplete, unusedFiles as leftOver } from '@sportello/contracts/forms';
import { issuesOf, lockKnown, pruneHidden } from '@sportello/forms/check';
import { romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { type Content, confirmationMailOf, contentSha256, filesIn, isUnwritten, type NamedFile, unusedFiles } from './content.js';
import { type CompiledForm, lookups } from './stored-forms.js';

/** What somebody wrote so far, and brought with it. */
export interface Filled {
  content: Content;
  /** What was known of the person when she began. */
  known: unknown;
  /** The files that are stored for it. */
  files: readonly StoredFile[];
}

interface StoredFile extends NamedFile {
  /** The field that it was uploaded for. */
  fieldKey: string | null;
  sha256: string;
}

/** A content that was found complete, as it stays from now on. */
export interface Frozen {
  content: Content;
  /** Of content and files, see `contentSha256`. */
  sha256: string;
  confirmationMail: string | null;
  /** In which it was filled in and checked: what is printed of it is printed in it. */
  language: Language;
}

interface Wrong {
  pointer: string;
  detail: string;
  label?: string;
  page?: string;
}

/**
 * Checks all of a content, by the rules of its version and the day in Rome.
 * @throws Problem `incomplete` with each field that is missing or wrong, `unusedFiles` with what no field names
 */
export function freeze({ form, validate }: CompiledForm, { content, known, files }: Filled, language: Language, now: Date): Frozen {
  const kept: Content = pruneHidden(form, lockKnown(form, known, content));
  if (isUnwritten(kept)) throw new Problem(incomplete, nothingWritten, { errors: [] });
  const wrong: Wrong[] = issuesOf(form, validate, kept, { today: romeDate(now), lookups })
    .filter(({ severity }) => severity === 'error')
    .map(({ pointer, message, label, page }) => ({ pointer, detail: message[language], label: label[language], page }));
  const stored = new Map(files.map((file) => [file.id, file]));
  for (const { id, fieldKey, pointer } of filesIn(form, kept)) {
    if (stored.get(id)?.fieldKey !== fieldKey) wrong.push({ pointer, detail: fileMissing[language] });
  }
  if (wrong.length > 0) throw new Problem(incomplete, undefined, { errors: wrong.slice(0, 50) });
  const unused = unusedFiles(form, kept, files);
  if (unused.length > 0) throw new Problem(leftOver, nameOrRemove(unused), { unusedFiles: unused });
  return { content: kept, sha256: contentSha256(kept, files), confirmationMail: confirmationMailOf(form, kept), language };
}

function nameOrRemove(files: NamedFile[]): Text {
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
