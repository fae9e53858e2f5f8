import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { personNotFound } from '@sportello/contracts/identity/people';
import { announced } from '@sportello/contracts/notifications/announcements';
import { changedMeanwhile, invalidInput } from '@sportello/contracts/problems';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { type Actor, service as installation } from '@sportello/messaging/actor';
import { bianchi, ferrari, giulia, manager, onServices, piedmont, stranger } from '@sportello/testing/people';
import { employ, hold, type IdentityUnderTest, idOf, procedures, registration, startIdentity } from '../../test/start-identity.js';
import { AbsencesService } from './absences.service.js';
import { OfficerListService } from './officer-list.service.js';
import { OfficersService } from './officers.service.js';

let identity: IdentityUnderTest;
let absences: AbsencesService;
let people: OfficerListService;
const today = romeDate(new Date());
const tomorrow = addDays(today, 1);

beforeAll(async () => {
  identity = await startIdentity();
  absences = identity.get(AbsencesService);
  people = identity.get(OfficerListService);
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'), onServices(...procedures));
  await employ(identity, ferrari, registration(ferrari, 'Ada', 'Ferrari', 'FRRDAA80E41L219I'), onServices(...procedures));
  await employ(identity, giulia, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'), onServices(String(procedures[0])));
  await employ(identity, stranger, registration(stranger, 'Sara', 'Galli', 'GLLSRA80E41L219W'));
});
afterAll(() => identity.stop());

const seen = async (actor: Actor) => (await absences.get({ id: idOf(actor) }, manager)).version;
const tell = async (who: Actor, substitute: Actor, by: Actor = manager, days: { from?: string; to?: string } = {}) =>
  absences.put({ id: idOf(who), substituteId: idOf(substitute), from: today, to: tomorrow, ...days, version: await seen(who) }, by);
const end = async (who: Actor, by: Actor = manager) => absences.delete({ id: idOf(who), version: await seen(who) }, by);
const refusedAt = async (asking: Promise<unknown>) => {
  const problem = await asking.catch((error: unknown) => error);
  expect(problem).toMatchObject({ problem: invalidInput });
  return (problem as { extra: { errors: { pointer: string }[] } }).extra.errors[0]?.pointer;
};

test('ADM-32: an officer says herself that she is away; her manager sees it, her substitute is told, and other services know once', async () => {
  const own = await absences.get({ id: idOf(bianchi) }, bianchi);
  expect(own).toMatchObject({ absence: null, isCovered: true });
  expect(own.substitutes.map(({ name }) => name)).toEqual(['Conti Paolo', 'Ferrari Ada']);
  for (let press = 0; press < 2; press += 1) {
    const told = await absences.put(
      { id: idOf(bianchi), substituteId: idOf(ferrari), from: today, to: tomorrow, version: own.version },
      bianchi,
    );
    expect(told).toMatchObject({ absence: { from: today, to: tomorrow }, substituteName: 'Ferrari Ada', version: own.version + 1 });
  }
  expect(await people.get({ id: idOf(bianchi) }, manager)).toMatchObject({ absence: { substituteId: idOf(ferrari) } });
  const facts = (await identity.published(rightsChanged)).filter(({ officerId, absence }) => officerId === idOf(bianchi) && absence);
  expect(facts).toMatchObject([{ absence: { from: today, to: tomorrow, substituteId: idOf(ferrari) } }]);
  const news = (await identity.published(announced)) as unknown as { messages: { title: { it: string }; audience: object[] }[] }[];
  expect(news.flatMap(({ messages }) => messages).filter(({ title }) => title.it === 'Sostituisci Bianchi Laura')).toMatchObject([
    { audience: [{ personId: idOf(ferrari) }] },
  ]);
  await expect(absences.delete({ id: idOf(bianchi), version: own.version }, bianchi)).rejects.toMatchObject({ problem: changedMeanwhile });
  expect(await end(bianchi, bianchi)).toMatchObject({ absence: null });
});

test('ADM-32: nobody but herself and who looks after officers reads or tells the absence of an officer', async () => {
  const foreign: Actor = { ...manager, personId: '01890000-0000-7000-8000-00000000a016', organizationId: stranger.organizationId };
  await hold(identity, foreign);
  for (const who of [ferrari, stranger, foreign]) {
    await expect(absences.get({ id: idOf(bianchi) }, who)).rejects.toMatchObject({ problem: personNotFound });
    await expect(tell(bianchi, ferrari, who)).rejects.toMatchObject({ problem: personNotFound });
    await expect(end(bianchi, who)).rejects.toMatchObject({ problem: personNotFound });
  }
});

test('ADM-32: a substitute works on the same services, works for the body, is not suspended, and is somebody else', async () => {
  for (const substitute of [giulia, stranger, bianchi]) expect(await refusedAt(tell(bianchi, substitute))).toBe('/substituteId');
  const officers = identity.get(OfficersService);
  await officers.suspend({ id: idOf(ferrari) }, manager);
  expect(await refusedAt(tell(bianchi, ferrari))).toBe('/substituteId');
  await officers.reinstate({ id: idOf(ferrari) }, manager);
  // An officer does not stand in for a manager.
  expect(await refusedAt(tell(manager, ferrari))).toBe('/substituteId');
  expect(await refusedAt(tell(bianchi, ferrari, manager, { from: tomorrow, to: today }))).toBe('/to');
  expect(await refusedAt(tell(bianchi, ferrari, manager, { from: addDays(today, -2), to: addDays(today, -1) }))).toBe('/to');
  // Whoever loses the rights afterwards no longer stands in, and the page says so.
  await tell(bianchi, ferrari);
  await officers.suspend({ id: idOf(ferrari) }, manager);
  expect(await absences.get({ id: idOf(bianchi) }, manager)).toMatchObject({ isCovered: false });
  await officers.reinstate({ id: idOf(ferrari) }, manager);
  await end(bianchi);
});

test('ADM-32: substitutes make no circle: of two who are away on one day neither stands in for the other', async () => {
  await tell(bianchi, ferrari);
  expect(await refusedAt(tell(ferrari, bianchi))).toBe('/substituteId');
  expect(await refusedAt(tell(ferrari, manager))).toBe('/from');
  const later = { from: addDays(today, 2), to: addDays(today, 5) };
  expect(await tell(ferrari, bianchi, manager, later)).toMatchObject({ isCovered: true });
  expect(await refusedAt(tell(bianchi, ferrari, manager, { from: today, to: addDays(today, 2) }))).toBe('/substituteId');
  for (const who of [bianchi, ferrari]) await end(who);
});

test('ADM-32: notices about a service reach the substitute in the place of who is away, also a manager, and after the last day herself', async () => {
  const subject = onServices(String(procedures[0]))[0] as { kind: 'procedure'; id: string };
  const reached = async () =>
    (await people.recipients({ organizationId: piedmont, subject }, installation)).items.map(({ id }) => id).sort();
  const all = [bianchi, ferrari, giulia].map(idOf).sort();
  expect(await reached()).toEqual(all);
  await tell(bianchi, manager);
  expect(await reached()).toEqual([manager, ferrari, giulia].map(idOf).sort());
  await end(bianchi);
  await tell(bianchi, ferrari);
  expect(await reached()).toEqual([ferrari, giulia].map(idOf).sort());
  await identity.db.query(`update officers set absence = absence || $1 where id = $2`, [
    { from: addDays(today, -2), to: addDays(today, -1) },
    idOf(bianchi),
  ]);
  expect(await reached()).toEqual(all);
  expect(await people.get({ id: idOf(bianchi) }, manager)).toMatchObject({ absence: null });
});
