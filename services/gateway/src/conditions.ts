import { hash } from 'node:crypto';

/**
 * The tag by which a reader knows an answer again (RFC 9110, 8.8.3). It is weak, because the same answer goes out compressed and not; it
 * begins with the version of what was read, where there is one.
 */
export function tagOf(body: Uint8Array, hasVersion: boolean): string {
  const [, version] = (hasVersion && /"version":(\d+)/.exec(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString())) || [];
  return `W/"${version ? `${version}-` : ''}${hash('sha1', body, 'base64url')}"`;
}

/** Whether the reader has it already: `If-None-Match` compares weakly. */
export const isKnown = (tag: string, ifNoneMatch: string | undefined): boolean =>
  (ifNoneMatch ?? '').split(',').some((each) => each.trim() === '*' || plain(each) === plain(tag));

/** The version that `If-Match` names, weak or strong: what stands in a tag of ours before the dash. Undefined: it names none. */
export function versionIn(ifMatch: string): number | undefined {
  const [, version] = /^"(\d{1,15})-[\w-]+"$/.exec(plain(ifMatch)) ?? [];
  return version === undefined ? undefined : Number(version);
}

const plain = (tag: string) => tag.trim().replace(/^W\//, '');
