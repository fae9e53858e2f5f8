import type { Text } from '@sportello/contracts/contract';
import { type SignInMethod, signInLabels } from '@sportello/contracts/identity/people';
import { type AccessSettings, signInNotAllowed } from '@sportello/contracts/practices/procedures';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';

/** How somebody signed in; whoever is met by an officer did not, and it is the officer who made sure who she is (PRA-83). */
type SignIn = Pick<Actor, 'method' | 'level'> & { desk?: object | undefined };

/** Why a sign-in does not do for a service, with those that do; null when it does (CAT-62). */
export function signInReason({ methods, level }: AccessSettings, signIn: SignIn): Text | null {
  if (signIn.desk) return null;
  const isAllowed = methods.length === 0 || methods.some((method) => method === signIn.method);
  if (isAllowed && (signIn.level ?? 1) >= level) return null;
  const named = (language: 'it' | 'en', or: string) => methods.map((method: SignInMethod) => signInLabels[method][language]).join(or);
  const atLevel = level > 1 ? { it: `, livello ${level}`, en: `, level ${level}` } : { it: '', en: '' };
  return methods.length > 0
    ? { it: `Occorre accedere con ${named('it', ' o ')}${atLevel.it}`, en: `Sign in with ${named('en', ' or ')}${atLevel.en}` }
    : { it: `Occorre accedere con un’identità di livello ${level}`, en: `Sign in with an identity of level ${level}` };
}

/** @throws Problem `signInNotAllowed` */
export function checkSignIn(access: AccessSettings, signIn: SignIn): void {
  const reason = signInReason(access, signIn);
  if (reason) throw new Problem(signInNotAllowed, reason);
}
