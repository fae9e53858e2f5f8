import { createHash } from 'node:crypto';
import type { UnusedFile } from '@sportello/contracts/casework/attachments';
import type { Language } from '@sportello/contracts/contract';
import type { Dropped } from '@sportello/contracts/practices/drafts';
import { invalidInput } from '@sportello/contracts/problems';
import { isEmpty, lockKnown, prefill, pruneHidden } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import { type Inspection, inspect } from '@sportello/forms/inspect';
import { Problem, pointerTo } from '@sportello/messaging/problem';
import { canonicalJson } from '../canonical-json.js';

/** The values of a form by the keys of its fields. */
export type Content = Record<string, unknown>;

/** What completion fixes. */
export interface Frozen {
  content: Content;
  /** Of content and attachments, see `contentSha256`. */
  sha256: string;
  confirmationMail: string | null;
  /** In which it was filled in and checked: its copy and its receipt are printed in it. */
  language: Language;
}

export interface HashedFile {
  id: string;
  sha256: string;
}

/** SHA-256 of the canonical JSON of `{ attachments: [{ id, sha256 }], content }`, attachments in order of their ids. */
export function contentSha256(content: Content, attachments: readonly HashedFile[]): string {
  const files = attachments.map(({ id, sha256 }) => ({ id, sha256 })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256')
    .update(canonicalJson({ attachments: files, content }))
    .digest('hex');
}

/** A content as it is kept, and what of it is not. */
export interface ReadContent {
  values: Content;
  dropped: Dropped[];
}

/**
 * A content as it may be kept. At the opening what is known of the person fills what she left out; afterwards only what nobody may type.
 * @throws Problem `invalidInput` with each key that the form does not have and each value of a wrong type
 */
export function readContent(form: Form, content: Content, known: unknown, isFirst = false): ReadContent {
  const { faults, hidden } = inspect(form, content);
  if (faults.length > 0) {
    const errors = faults.slice(0, 50).map(({ path, message }) => ({ pointer: pointerTo(['content', ...path]), detail: message }));
    throw new Problem(invalidInput, undefined, { errors });
  }
  return keep(form, content, known, isFirst, hidden);
}

/** A content that was kept under another version of the form: what this one does not take is left behind and named. */
export function takeOver(form: Form, content: Content, known: unknown): ReadContent {
  const copy = withoutFiles(form, content);
  const files = filesIn(form, content).map(({ pointer }) => ({ pointer: `/content${pointer}`, reason: 'file' as const }));
  const { faults, hidden } = inspect(form, copy);
  const misfits = faults.map(({ path }) => ({ pointer: pointerTo(['content', ...path]), reason: 'form' as const }));
  const { values, dropped } = keep(form, copy, known, true, hidden);
  return { values, dropped: [...new Map([...files, ...misfits, ...dropped].map((one) => [one.pointer, one])).values()] };
}

function keep(form: Form, content: Content, known: unknown, isFirst: boolean, hidden: Inspection['hidden']): ReadContent {
  const filled = isFirst ? prefill(form, known, content) : lockKnown(form, known, content);
  const values = pruneHidden(form, filled);
  const shown = pruneHidden(form, content);
  const overruled = Object.keys(shown).filter((key) => key in values && canonicalJson(shown[key]) !== canonicalJson(values[key]));
  return {
    values,
    dropped: [
      ...hidden.map((path) => ({ pointer: pointerTo(['content', ...path]), reason: 'hidden' as const })),
      ...overruled.map((key) => ({ pointer: `/content/${key}`, reason: 'read-only' as const })),
    ],
  };
}

/** The stored files of a form that no answer names. */
export function unusedFiles(form: Form, content: Content, stored: readonly UnusedFile[]): UnusedFile[] {
  const named = new Set(filesIn(form, content).map(({ id }) => id));
  return stored.filter(({ id }) => !named.has(id)).map(({ id, name }) => ({ id, name }));
}

/** True when nobody wrote anything: no value but empty blocks (PRA-82). */
export function isUnwritten(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).every(isUnwritten) : isEmpty(value);
}

/** Where confirmations are to be sent, when the form asks for it (CAT-25). */
export function confirmationMailOf(form: Form, content: Content): string | null {
  const mail = form.confirmationMail ? content[form.confirmationMail] : undefined;
  return typeof mail === 'string' ? mail : null;
}

/** A field of the form that takes files, at the top or in a block. */
export function fileFieldOf(form: Form, key: string) {
  const fields = form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const all = fields.flatMap((field) => (field.kind === 'block' ? [field, ...field.fields] : [field]));
  return all.find((field) => field.kind === 'file' && field.key === key) as Extract<(typeof all)[number], { kind: 'file' }> | undefined;
}

/** A content as another practice may begin with it: its files belong to this one. */
export function withoutFiles(form: Form, content: Content): Content {
  const copy = structuredClone(content);
  for (const field of form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields))) {
    if (field.kind === 'file') delete copy[field.key];
    const items = field.kind === 'block' ? copy[field.key] : undefined;
    if (field.kind !== 'block' || !Array.isArray(items)) continue;
    for (const leaf of field.fields) if (leaf.kind === 'file') for (const item of items as Content[]) delete item?.[leaf.key];
  }
  return copy;
}

/** The attachments that a content names, with the field that names each and where it stands (JSON pointer). */
export function filesIn(form: Form, content: Content): { id: string; fieldKey: string; pointer: string }[] {
  const found: { id: string; fieldKey: string; pointer: string }[] = [];
  const look = (key: string, value: unknown, pointer: string) => {
    if (!Array.isArray(value)) return;
    for (const file of value) {
      const { id } = file as { id?: unknown };
      if (typeof id === 'string') found.push({ id, fieldKey: key, pointer });
    }
  };
  for (const field of form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields))) {
    const value = content[field.key];
    if (field.kind === 'file') look(field.key, value, `/${field.key}`);
    if (field.kind !== 'block' || !Array.isArray(value)) continue;
    for (const [index, item] of value.entries())
      for (const leaf of field.fields)
        if (leaf.kind === 'file') look(leaf.key, (item as Content)[leaf.key], `/${field.key}/${index}/${leaf.key}`);
  }
  return found;
}
