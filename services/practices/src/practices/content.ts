import { createHash } from 'node:crypto';
import type { Language } from '@sportello/contracts/contract';
import type { Form } from '@sportello/forms/form';

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

/** JSON with the keys of every object in order and no spaces, so that equal contents have equal texts (as RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** SHA-256 of the canonical JSON of `{ attachments: [{ id, sha256 }], content }`, attachments in order of their ids. */
export function contentSha256(content: Content, attachments: readonly HashedFile[]): string {
  const files = attachments.map(({ id, sha256 }) => ({ id, sha256 })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256')
    .update(canonicalJson({ attachments: files, content }))
    .digest('hex');
}

/** True when nobody wrote anything: no value but empty blocks (PRA-82). */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isEmpty);
  return value === undefined || value === null || value === '';
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
