/**
 * The verifiable history of a practice as a file, and its check, which asks nobody: it runs in a browser and in Node, and imports nothing.
 * How it is made: `docs/verifiable-history.md`.
 */

/** One passage. What a reader may not see stands in the chain by its hash alone. */
export interface HistoryPassage {
  /** ISO 8601 in UTC with milliseconds, by the clock of the server. */
  at: string;
  move: string;
  from: string | null;
  to: string;
  side: string;
  /** SHA-256 of id and name of who moved. */
  actorSha256: string;
  /** Null where there is none, and where it names somebody. */
  reason: string | null;
  /** With which `reason` was hashed; null where that is not told. */
  salt: string | null;
  /** SHA-256 of salt and reason; empty where there is none. */
  reasonSha256: string;
  /** Of this passage and of all before it. */
  sha256: string;
}

export interface History {
  format: 'sportello-history-1';
  practiceId: string;
  number: string;
  service: string;
  organization: string;
  issuedAt: string;
  passages: HistoryPassage[];
  /** Thumbprint of the key (RFC 7638), and the key as SPKI in base64. */
  kid: string;
  publicKey: string;
  /** Ed25519 (RFC 8032) of the file with an empty signature, in base64url. */
  signature: string;
}

export type Checked =
  | { is: 'genuine'; history: History; isKeyKnown: boolean | null }
  /** `passage` counts from 1; null where the chain is whole and something else was changed. */
  | { is: 'altered'; passage: number | null }
  | { is: 'unreadable' };

/** The keys that the counter publishes, by which a file that anybody else signed is told from its own. */
export interface PublishedKeys {
  items: readonly { kid: string; publicKey: string }[];
}

/** The file: always the same bytes for the same history. */
export const historyText = ({ passages, ...history }: History): string =>
  `${JSON.stringify(
    {
      format: history.format,
      practiceId: history.practiceId,
      number: history.number,
      service: history.service,
      organization: history.organization,
      issuedAt: history.issuedAt,
      passages: passages.map(({ at, move, from, to, side, actorSha256, reason, salt, reasonSha256, sha256 }) => ({
        ...{ at, move, from, to, side, actorSha256, reason, salt, reasonSha256, sha256 },
      })),
      kid: history.kid,
      publicKey: history.publicKey,
      signature: history.signature,
    },
    null,
    2,
  )}\n`;

/** What is signed. */
export const signedHistory = (history: History): string => historyText({ ...history, signature: '' });

const encoder = new TextEncoder();
const hexOf = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (text: string) => hexOf(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const base64Of = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const base64UrlOf = (bytes: Uint8Array) => base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromBase64Url = (text: string) => bytesOf(text.replaceAll('-', '+').replaceAll('_', '/'));

/**
 * Checks a file byte by byte.
 * @param keys what `/api/v1/mark-keys` answered; without them `isKeyKnown` is null
 * @throws Error where the browser knows no Ed25519
 */
export async function checkHistory(file: Uint8Array, keys: PublishedKeys | null): Promise<Checked> {
  const history = read(file);
  if (!history) return { is: 'unreadable' };
  if (await isSigned(file, history)) {
    const { kid, publicKey } = history;
    const isKeyKnown = keys ? keys.items.some((key) => key.kid === kid && key.publicKey === publicKey) : null;
    return { is: 'genuine', history, isKeyKnown };
  }
  return { is: 'altered', passage: await brokenAt(history) };
}

function read(file: Uint8Array): History | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file)) as History;
    const isHistory = value.format === 'sportello-history-1' && Array.isArray(value.passages);
    return isHistory && typeof value.signature === 'string' && typeof value.publicKey === 'string' ? value : null;
  } catch {
    return null;
  }
}

async function isSigned(file: Uint8Array, history: History): Promise<boolean> {
  const { publicKey, signature, kid } = history;
  const isSame = historyText(history) === new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
  if (!isSame || !isBase64(publicKey) || !isBase64Url(signature)) return false;
  const spki = bytesOf(publicKey);
  const x = base64UrlOf(spki.slice(-32));
  const thumbprint = await crypto.subtle.digest('SHA-256', encoder.encode(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x })));
  if (kid !== base64UrlOf(new Uint8Array(thumbprint))) return false;
  const isEd25519 = spki.length === 44 && hexOf(spki.slice(0, 12).buffer) === '302a300506032b6570032100';
  if (!isEd25519) return false;
  const key = await crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
  const isGenuine = await crypto.subtle.verify('Ed25519', key, fromBase64Url(signature), encoder.encode(signedHistory(history)));
  return isGenuine && (await brokenAt(history)) === null;
}

/** The first passage whose hash is not that of what it says. */
async function brokenAt({ practiceId, passages }: History): Promise<number | null> {
  let before = '';
  for (const [index, passage] of passages.entries()) {
    const { at, move, from, to, side, actorSha256, reason, salt, reasonSha256 } = passage;
    const isReason = reason === null || (await sha256(`${salt}|${reason}`)) === reasonSha256;
    const hash = await sha256([before, practiceId, at, move, from ?? '', to, side, actorSha256, reasonSha256].join('\n'));
    if (!isReason || hash !== passage.sha256) return index + 1;
    before = hash;
  }
  return null;
}

/** Several texts stand for the same bytes; only the one that is written is taken. */
const isBase64 = (text: string) => isSameAs(text, () => base64Of(bytesOf(text)));
const isBase64Url = (text: string) => isSameAs(text, () => base64UrlOf(fromBase64Url(text)));
function isSameAs(text: string, again: () => string): boolean {
  try {
    return again() === text;
  } catch {
    return false;
  }
}
