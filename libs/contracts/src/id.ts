/**
 * A new id: a UUIDv7, so that rows made one after the other lie side by side in an index. Callers may choose ids of any version.
 * Source: RFC 9562, section 5.7
 */
export function newId(now: number = Date.now()): string {
  const instant = now.toString(16).padStart(12, '0');
  // A version 4 has its random bits where a version 7 has them too, and its variant where it belongs.
  return `${instant.slice(0, 8)}-${instant.slice(8)}-7${globalThis.crypto.randomUUID().slice(15)}`;
}

/** Whether a text, as it stands in an address, has the shape of an id. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
