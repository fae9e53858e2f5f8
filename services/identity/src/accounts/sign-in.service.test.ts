import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { bianchi, giulia, marco } from '@sportello/testing/people';
import {
  employ,
  type IdentityUnderTest,
  idOf,
  password,
  production,
  register,
  registration,
  startIdentity,
} from '../../test/start-identity.js';
import { hashPassword, isPassword } from './password.js';
import { SignInService } from './sign-in.service.js';

let identity: IdentityUnderTest;
let signIn: SignInService;
let real: IdentityUnderTest;

beforeAll(async () => {
  [identity, real] = await Promise.all([startIdentity(), startIdentity(production)]);
  signIn = identity.get(SignInService);
  for (const service of [identity, real]) {
    await register(service, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
    await register(service, registration(marco, 'Marco', 'Russo', 'RSSMRC80E41L219A'));
    await employ(service, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'));
  }
});
afterAll(() => Promise.all([identity.stop(), real.stop()]));

const now = new Date('2026-03-02T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let addresses = 0;
const fresh = () => `192.0.2.${addresses++}`;
const typed = (username: string, secret: string, address = fresh()) => ({ username, password: secret, address, forStaff: false });

test('IDE-52: usernames are the same in capitals, in wide letters and with blanks around; passwords are not', async () => {
  for (const name of ['GIULIA.bianco', 'Ｇiulia.bianco', ' giulia.bianco ', '\u200egiulia\u200b.bianco\u00a0'])
    expect(await signIn.check(typed(name, password), now)).toEqual({ is: 'welcome', personId: idOf(giulia) });
  expect(await signIn.check(typed('giulia.bianco', password.toUpperCase()), now)).toEqual({ is: 'refused' });
});

test('IDE-51: after five failures in fifteen minutes from one address the right password is refused there too, until the window ends', async () => {
  const address = fresh();
  for (const minutes of [0, 1, 2, 3])
    expect(await signIn.check(typed('marco.russo', 'wrong', address), later(minutes))).toEqual({ is: 'refused' });
  const locked = { is: 'locked', until: later(15) };
  expect(await signIn.check(typed('marco.russo', 'wrong', address), later(4))).toEqual(locked);
  expect(await signIn.check(typed('marco.russo', password, address), later(14))).toEqual(locked);
  expect(await signIn.check(typed('marco.russo', password, address), later(16))).toEqual({ is: 'welcome', personId: idOf(marco) });
});

test('IDE-51: whoever guesses at a name keeps nobody else from signing in with it', async () => {
  for (let count = 0; count < 8; count++) await signIn.check(typed('marco.russo', 'wrong', '198.51.100.7'), now);
  expect(await signIn.check(typed('marco.russo', password, '198.51.100.7'), now)).toMatchObject({ is: 'locked' });
  expect(await signIn.check(typed('marco.russo', password), now)).toMatchObject({ is: 'welcome' });
});

test('IDE-51: guesses at a name from many addresses are slowed down, and the right password still opens', async () => {
  for (let count = 0; count < 10; count++) expect(await signIn.check(typed('marco.russo', 'wrong'), now)).toEqual({ is: 'refused' });
  const guesses = Array.from({ length: 8 }, () => signIn.check(typed('marco.russo', 'wrong'), now));
  const outcomes = await Promise.all(guesses);
  expect(outcomes.filter(({ is }) => is === 'refused').length).toBeLessThanOrEqual(5);
  expect(outcomes.filter(({ is }) => is === 'locked').length).toBeGreaterThanOrEqual(3);
  expect(await signIn.check(typed('marco.russo', password), now)).toMatchObject({ is: 'welcome' });
});

test('IDE-51: a browser in which the name has signed in before is not kept out by others, and may not guess without end', async () => {
  const address = fresh();
  const device = 'a browser of hers';
  for (let count = 0; count < 8; count++) await signIn.check(typed('giulia.bianco', 'wrong', address), now);
  const own = { ...typed('giulia.bianco', password, address), device };
  expect(await signIn.check(own, now)).toMatchObject({ is: 'welcome' });
  for (let count = 0; count < 5; count++) expect(await signIn.check({ ...own, password: 'wrong' }, now)).toEqual({ is: 'refused' });
  expect(await signIn.check(own, now)).toMatchObject({ is: 'locked' });
});

test('IDE-51: whose name it is that somebody guesses at is told once in a quarter of an hour', async () => {
  const subject = { kind: 'account', id: idOf(bianchi) };
  const told = async () => (await identity.published(announced)).filter((it) => isDeepStrictEqual(it['subject'], subject));
  const before = (await told()).length;
  const quarter = new Date(now.getTime() + 24 * 3_600_000);
  for (const address of [fresh(), fresh()])
    for (let count = 0; count < 6; count++) await signIn.check(typed('laura.bianchi', 'wrong', address), quarter);
  expect((await told()).slice(before)).toEqual([
    expect.objectContaining({
      organizationId: bianchi.organizationId,
      at: quarter.toISOString(),
      topic: 'identity.security',
      messages: [
        expect.objectContaining({
          audience: [{ kind: 'person', personId: idOf(bianchi) }],
          by: ['notice', 'mail'],
          place: 'console',
          title: { it: 'Tentativi di accesso non riusciti', en: 'Failed attempts to sign in' },
        }),
      ],
    }),
  ]);
});

test('IDE-51: a name that does not exist is locked in the same way', async () => {
  const address = fresh();
  for (let count = 0; count < 4; count++) expect(await signIn.check(typed('nobody', 'wrong', address), now)).toEqual({ is: 'refused' });
  expect(await signIn.check(typed('nobody', 'wrong', address), now)).toMatchObject({ is: 'locked' });
});

test('IDE-51: guesses made all at once do not slip through', async () => {
  const address = fresh();
  const guesses = Array.from({ length: 20 }, (_, count) => signIn.check(typed('at.once', `guess ${count}`, address), now));
  const outcomes = await Promise.all(guesses);
  expect(outcomes.filter(({ is }) => is === 'refused').length).toBeLessThanOrEqual(4);
});

test('IDE-51: one address that guesses at many names is locked, and others are not', async () => {
  const address = fresh();
  for (let count = 0; count < 51; count++) await signIn.check(typed(`name ${count}`, 'wrong', address), now);
  expect(await signIn.check(typed('giulia.bianco', password, address), now)).toMatchObject({ is: 'locked' });
  expect(await signIn.check(typed('giulia.bianco', password), now)).toMatchObject({ is: 'welcome' });
});

test('IDE-51: the addresses of one IPv6 connection are one', async () => {
  for (let count = 0; count < 5; count++) await signIn.check(typed('laura.bianchi', 'wrong', `2001:db8:1:2::${count}`), now);
  expect(await signIn.check(typed('laura.bianchi', password, '2001:db8:1:2:ffff::1'), now)).toMatchObject({ is: 'locked' });
  expect(await signIn.check(typed('laura.bianchi', password, '2001:db8:1:3::1'), now)).toMatchObject({ is: 'welcome' });
});

test('a success clears the failures of a name', async () => {
  const address = fresh();
  for (let count = 0; count < 3; count++) await signIn.check(typed('giulia.bianco', 'wrong', address), now);
  expect(await signIn.check(typed('giulia.bianco', password, address), now)).toMatchObject({ is: 'welcome' });
  for (let count = 0; count < 4; count++)
    expect(await signIn.check(typed('giulia.bianco', 'wrong', address), now)).toEqual({ is: 'refused' });
});

test('IDE-36, IDE-41: outside the laboratory a password opens for officers and for nobody else', async () => {
  const strict = real.get(SignInService);
  expect(strict.strength).toEqual({ method: 'password', level: 1 });
  expect(await strict.check(typed('laura.bianchi', password), now)).toMatchObject({ is: 'welcome' });
  expect(await strict.check(typed('giulia.bianco', password), now)).toEqual({ is: 'refused' });
  expect(await strict.checkLaboratory('laura.bianchi', true)).toEqual({ is: 'refused' });
  expect(await strict.laboratoryPeople()).toEqual([]);
});

test('the laboratory lists who can sign in, and as what', async () => {
  expect(await signIn.laboratoryPeople()).toEqual([
    { name: 'Giulia Bianco', username: 'giulia.bianco', isOfficer: false, isCitizen: true },
    { name: 'Laura Bianchi', username: 'laura.bianchi', isOfficer: true, isCitizen: false },
    { name: 'Marco Russo', username: 'marco.russo', isOfficer: false, isCitizen: true },
  ]);
});

test('a password is kept as an argon2id hash with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await isPassword(password, one)).toBe(true);
  expect(await isPassword(`${password} `, one)).toBe(false);
  await expect(isPassword(password, 'plain')).rejects.toThrow('not readable');
});
