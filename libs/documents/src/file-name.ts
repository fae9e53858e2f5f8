import { normalised } from '@sportello/italy/normalised';

const maxNameLength = 150; // characters: below the 255 bytes of common file systems even when each takes more than one byte

/**
 * A file's name as its owner knows it, without what could mislead or harm: folders, control characters, characters that turn the
 * direction of reading (`gpj.exe` shown as `exe.jpg`), names that start with a dot. The endings are kept when the name is cut, both of `contratto.pdf.p7m`.
 */
export function safeFileName(name: string): string {
  const base = normalised(name.slice(-1000), 'NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, '')
    .replace(/^.*[/\\]/, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+|(?<![\s.])[\s.]+$/g, '');
  const characters = [...(base || 'file')];
  if (characters.length <= maxNameLength) return characters.join('');
  const ending = /(?:\.[a-z0-9]{1,8})?\.[a-z0-9]{1,8}$/i.exec(base)?.[0] ?? '';
  return characters.slice(0, maxNameLength - ending.length).join('') + ending;
}

/**
 * The `Content-Disposition` of a download: an attachment, so that a browser never runs what somebody uploaded, unless it is shown in place.
 * Source: RFC 6266, with the plain name for old clients and the whole one in UTF-8 (RFC 8187).
 */
export function contentDisposition(name: string, place: 'attachment' | 'inline' = 'attachment'): string {
  const safe = safeFileName(name);
  const ascii = normalised(safe, 'NFD').replaceAll(/\p{M}/gu, '');
  const plain = ascii.replaceAll(/[^\w .()-]/g, '_') || 'file';
  const whole = encodeURIComponent(safe).replaceAll(/['()*!]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${place}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
