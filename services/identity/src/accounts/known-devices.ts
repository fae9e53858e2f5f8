import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** For how long a browser is known after a sign-in. Seconds. */
const KNOWN_SECONDS = 180 * 24 * 3_600;

export interface DeviceCookie {
  name: string;
  value: string;
  /** Seconds. */
  maxAge: number;
}

/**
 * The browsers in which somebody has signed in before carry a mark of ours for her username, so that the guesses of others do not keep
 * her out. Source: OWASP, Slow Down Online Guessing Attacks with Device Cookies
 */
export class KnownDevices {
  /** @param keys the first signs, the others are still accepted */
  constructor(private readonly keys: readonly string[]) {}

  /** What a browser is given after a sign-in with this name. */
  cookieFor(username: string, now: Date): DeviceCookie {
    const marked = `${randomUUID()}.${Math.floor(now.getTime() / 1_000)}`;
    return { name: nameOf(username), value: `${marked}.${sign(this.keys[0] ?? '', username, marked)}`, maxAge: KNOWN_SECONDS };
  }

  /** The id of the browser that sends these cookies, when somebody has signed in there with this name. */
  find(cookies: string, username: string, now: Date): string | undefined {
    const name = nameOf(username);
    const pair = cookies.split(/;\s?/).find((each) => each.startsWith(`${name}=`));
    const [id = '', since = '', signature = ''] = (pair ?? '').slice(name.length + 1).split('.');
    const isGood = this.keys.some((key) => isSame(signature, sign(key, username, `${id}.${since}`)));
    return isGood && Number(since) + KNOWN_SECONDS > now.getTime() / 1_000 ? id : undefined;
  }
}

/** Several people may use one browser: each has a cookie of her own, which does not say whose it is. */
const nameOf = (username: string) =>
  `sportello_device_${createHash('sha256').update(username.toLowerCase()).digest('base64url').slice(0, 12)}`;

const sign = (key: string, username: string, marked: string) =>
  createHmac('sha256', key).update(`device ${username.toLowerCase()} ${marked}`).digest('base64url');

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
