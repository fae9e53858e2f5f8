import { isIP } from 'node:net';

/**
 * The address in its plain form: without the zone of a link-local one, and IPv4 where IPv6 only wraps it.
 * @returns null for what is no address
 */
export function plainAddress(text: string): string | null {
  const [address = ''] = text.trim().split('%', 1);
  const wrapped = address.toLowerCase().startsWith('::ffff:') ? address.slice(7) : address;
  if (isIP(wrapped) === 4) return wrapped;
  return isIP(address) === 6 ? address.toLowerCase() : null;
}

/**
 * Under which name attempts from an address are counted. One IPv6 connection has a whole network of addresses (RFC 6177), so its first
 * 64 bits are one sender.
 * @param address as `plainAddress` gives it
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return `${[...first, ...(tail === undefined ? [] : zeros), ...last].slice(0, 4).join(':')}::/64`;
}
