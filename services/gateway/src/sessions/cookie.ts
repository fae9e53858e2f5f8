import type { CookieSerializeOptions } from '@fastify/cookie';
import { hasLaboratory } from '@sportello/service/laboratory';
import type { Config } from '../config.js';

const isSecure = (config: Pick<Config, 'PUBLIC_URL' | 'LABORATORY'>) =>
  !hasLaboratory('cookie-without-tls', config) || config.PUBLIC_URL.startsWith('https:');

/** `__Host-` binds the cookie to this host alone; browsers grant it only over TLS, so the local stack has a plain name. */
export const cookieName = (config: Config) => (isSecure(config) ? '__Host-sportello' : 'sportello');

export const cookieOptions = (config: Config): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isSecure(config),
});
