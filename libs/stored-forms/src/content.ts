import { createHash } from 'node:crypto';
import type { Dropped } from '@sportello/contracts/forms';
import { invalidInput, tooLarge } from '@sportello/contracts/problems';
import { isEmpty, lockKnown, prefill, pruneHidden } from '@sportello/forms/check';
import { rulesOfField } from '@sportello/forms/file-kinds';
import type { Form } from '@sportello/forms/form';
import { type Inspection, inspect } from '@sportello/forms/inspect';
import { Problem, pointerTo } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';

/** The values of a form by the keys of its fields. */
export type Content = Record<string, unknown>;

export interface NamedFile {
  id: string;
  /** As its sender calls it. */
  name: string;
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

/** A form of two hundred people takes some 60 kB; the bus takes a megabyte. In bytes of JSON. */
const MAX_CONTENT = 512 * 1024;

/** A content as it is kept, and what of it is not. */
export interface ReadContent {
  values: Content;
  dropped: Dropped[];
}

/** @throws Problem `tooLarge` for a content that is larger than any form needs, before anybody works on it */
export function checkSize(content: Content): void {
  if (Buffer.byteLength(JSON.stringify(content)) > MAX_CONTENT) throw new Problem(tooLarge);
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
export function unusedFiles(form: Form, content: Content, stored: readonly NamedFile[]): NamedFile[] {
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

/** What an upload for a field of the form may be; undefined when no field of this key, at the top or in a block, takes files. */
export function fileLimitsOf(form: Form, key: string): { maxBytes: number; allowedTypes: string[] } | undefined {
  const all = rootFields(form).flatMap((field) => (field.kind === 'block' ? [field, ...field.fields] : [field]));
  const field = all.find((each): each is Extract<typeof each, { kind: 'file' }> => each.kind === 'file' && each.key === key);
  if (!field) return undefined;
  const { types, maxBytes } = rulesOfField(field);
  return { maxBytes, allowedTypes: [...types] };
}

/** A content as another one may begin with it: its files belong to this one. */
function withoutFiles(form: Form, content: Content): Content {
  const copy = structuredClone(content);
  for (const field of rootFields(form)) {
    if (field.kind === 'file') delete copy[field.key];
    const items = field.kind === 'block' ? copy[field.key] : undefined;
    if (field.kind !== 'block' || !Array.isArray(items)) continue;
    for (const leaf of field.fields) if (leaf.kind === 'file') for (const item of items as Content[]) delete item?.[leaf.key];
  }
  return copy;
}

const rootFields = (form: Form) => form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));

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
  for (const field of rootFields(form)) {
    const value = content[field.key];
    if (field.kind === 'file') look(field.key, value, `/${field.key}`);
    if (field.kind !== 'block' || !Array.isArray(value)) continue;
    for (const [index, item] of value.entries())
      for (const leaf of field.fields)
        if (leaf.kind === 'file') look(leaf.key, (item as Content)[leaf.key], `/${field.key}/${index}/${leaf.key}`);
  }
  return found;
}
