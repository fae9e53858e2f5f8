import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { announced } from '@sportello/contracts/notifications/announcements';
import { assignPractice, listAssignees, releasePractice, takeOverPractice } from '@sportello/contracts/practices/assignments';
import { practiceAssigned, practiceReleased, practiceTakenOver } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { bianchi, federica, ferrari, manager, onServices, piedmont, stranger } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
const office = { id: randomUUID(), name: 'Ufficio Istruzione' };
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
  await world.enable(ferrari, randomUUID(), office);
});
afterAll(() => world?.stop());

const factsOf = async (event: typeof practiceAssigned, id: string) =>
  (await world.service.published(event)).filter(({ practiceId }) => practiceId === id);
/** Whom the news of a practice that begin with these words went to. */
const toldOf = async (id: string, title: string) => {
  const all = (await world.service.published(announced)) as unknown as {
    subject: { id: string };
    messages: { title: { it: string }; place: string; audience: { kind: string; personId?: string; except?: string[] }[] }[];
  }[];
  return all.filter(({ subject }) => subject.id === id).flatMap(({ messages }) => messages.filter((it) => it.title.it.startsWith(title)));
};

test('PRA-31, PRA-32, PRA-87: a practice whose officer is away is taken over by a colleague; both know it, and the history says so', async () => {
  const id = await world.taken(procedureId);
  const taken = await world.move(takeOverPractice, { id }, ferrari);
  expect(taken).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId }, officeName: office.name });
  expect(taken.iter.at(-1)).toMatchObject({ move: 'take-over', from: 'under_review', to: 'under_review', reason: 'OPERATORE 011' });
  expect(await factsOf(practiceTakenOver, id)).toHaveLength(1);
  expect(await toldOf(id, 'Pratica passata ad altri')).toMatchObject([{ place: 'console', audience: [{ personId: bianchi.personId }] }]);
  // The one before works no more; the same press again answers the first; oneself is not taken over.
  const decision = { id, decision: 'approved' as const, message: null, attachmentIds: [] };
  expect(await refusal(world.move(decidePractice, decision, bianchi))).toMatchObject({ type: 'not-in-charge' });
  expect(await world.ask(takeOverPractice, { id, version: taken.version - 1 }, ferrari)).toMatchObject({ version: taken.version });
  expect(await refusal(world.move(takeOverPractice, { id }, ferrari))).toMatchObject({ type: 'move-refused' });
  // No name reaches the applicant.
  const hers = await world.ask(getPractice, { id }, federica);
  expect(hers.iter.at(-1)).toMatchObject({ move: 'take-over', reason: null, actor: { it: 'Ufficio' } });
  expect(JSON.stringify(hers)).not.toContain('OPERATORE');
});

test('two colleagues who take over at once: one is in charge, and the other is told that it changed meanwhile', async () => {
  const id = await world.taken(procedureId);
  const { version } = await world.ask(getPractice, { id }, ferrari);
  const outcomes = await Promise.allSettled([ferrari, manager].map((who) => world.ask(takeOverPractice, { id, version }, who)));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = outcomes.find((it) => it.status === 'rejected') as PromiseRejectedResult;
  expect(lost.reason.received).toMatchObject({ type: 'changed-meanwhile' });
  expect(await factsOf(practiceTakenOver, id)).toHaveLength(1);
});

test('PRA-33: whoever is assigned a practice works it from then on, and is told; the applicant is where it was waiting', async () => {
  const id = await world.sent(procedureId);
  const assigned = await world.move(assignPractice, { id, to: 'officer', assigneeId: String(ferrari.personId) }, manager);
  expect(assigned).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId } });
  expect(await toldOf(id, 'Pratica assegnata a te')).toMatchObject([{ audience: [{ personId: ferrari.personId }] }]);
  expect(await toldOf(id, 'Istanza presa in carico')).toHaveLength(1);
  const again = { id, version: assigned.version - 1, to: 'officer' as const, assigneeId: String(ferrari.personId) };
  expect(await world.ask(assignPractice, again, manager)).toMatchObject({ version: assigned.version });
  expect(await factsOf(practiceAssigned, id)).toHaveLength(1);
  await world.move(assignPractice, { id, to: 'officer', assigneeId: String(bianchi.personId) }, manager);
  expect(await toldOf(id, 'Pratica passata ad altri')).toMatchObject([{ audience: [{ personId: ferrari.personId }] }]);
  expect(await toldOf(id, 'Istanza presa in carico')).toHaveLength(1);
});

test('PRA-34: what is assigned to an office alone waits for one of its officers', async () => {
  const id = await world.taken(procedureId);
  const waiting = await world.move(assignPractice, { id, to: 'office', assigneeId: office.id }, bianchi);
  expect(waiting).toMatchObject({ status: 'submitted', officer: null, officeName: office.name });
  expect(await factsOf(practiceReleased, id)).toHaveLength(1);
  expect(await toldOf(id, 'Istanza da riassegnare')).toHaveLength(1);
  expect(await toldOf(id, 'Pratica senza operatore')).toMatchObject([
    { audience: [{ except: expect.arrayContaining([bianchi.personId]) }] },
  ]);
  expect(await world.move(takePractice, { id }, ferrari)).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId } });
});

test('who gives a practice back is in charge no more, once', async () => {
  const id = await world.taken(procedureId);
  const released = await world.move(releasePractice, { id }, bianchi);
  expect(released).toMatchObject({ status: 'submitted', officer: null });
  expect(await world.ask(releasePractice, { id, version: released.version - 1 }, bianchi)).toMatchObject({ version: released.version });
  expect(await factsOf(practiceReleased, id)).toHaveLength(1);
  expect(await refusal(world.move(releasePractice, { id }, bianchi))).toMatchObject({ type: 'move-refused' });
});

test('only those who may work a practice can be chosen, and those who lost the service are not offered', async () => {
  const id = await world.taken(procedureId);
  const chosen = (to: 'officer' | 'office', assigneeId: string) => world.move(assignPractice, { id, to, assigneeId }, bianchi);
  for (const assigneeId of [randomUUID(), String(federica.personId)]) {
    expect(await refusal(chosen('officer', assigneeId))).toMatchObject({ type: 'assignee-not-enabled' });
    expect(await refusal(chosen('office', assigneeId))).toMatchObject({ type: 'assignee-not-enabled' });
  }
  const offered = () => world.ask(listAssignees, { id }, bianchi);
  expect((await offered()).officers.map((it) => it.id).sort()).toEqual([bianchi.personId, ferrari.personId].sort());
  expect((await offered()).offices).toEqual([office]);
  const gone = {
    ...{ officerId: String(ferrari.personId), organizationId: piedmont, officeId: office.id, officeName: office.name },
    ...{ role: 'officer' as const, subjects: onServices(procedureId), isActive: false, name: 'FERRARI', version: 900 },
  };
  await world.say(rightsChanged, gone);
  expect((await offered()).officers.map((it) => it.id)).toEqual([bianchi.personId]);
  expect(await refusal(chosen('officer', String(ferrari.personId)))).toMatchObject({ type: 'assignee-not-enabled' });
});

test('art. 3 L. 241/1990: a refusal without a reason is not sent; a message or a document is one', async () => {
  const id = await world.taken(procedureId);
  const reject = { id, decision: 'rejected' as const, message: null, attachmentIds: [] };
  expect(await refusal(world.move(decidePractice, reject, bianchi))).toMatchObject({ type: 'reason-required', status: 422 });
  expect(await refusal(world.move(decidePractice, { ...reject, message: '   ' }, bianchi))).toMatchObject({ type: 'reason-required' });
  expect((await world.ask(getPractice, { id }, bianchi)).status).toBe('under_review');
  const file = await world.attach(id, bianchi, 'outcome');
  expect(await world.move(decidePractice, { ...reject, attachmentIds: [file] }, bianchi)).toMatchObject({ status: 'rejected' });
  const other = await world.taken(procedureId);
  expect(await world.move(decidePractice, { ...reject, id: other, message: 'Manca' }, bianchi)).toMatchObject({ status: 'rejected' });
});

/** Rights newer than all that were given before. */
let told = 1_000;
const enabled = (officer: Actor, absence: Payload<typeof rightsChanged>['absence'] = null) =>
  world.say(rightsChanged, {
    officerId: String(officer.personId),
    organizationId: piedmont,
    officeId: null,
    officeName: null,
    role: 'officer',
    subjects: onServices(procedureId),
    isActive: true,
    name: `OPERATORE ${officer.personId?.slice(-3)}`,
    absence,
    version: told++,
  });
const away = (days: { from: string; to: string } | null, substitute: Actor = ferrari) =>
  enabled(bianchi, days && { ...days, substituteId: String(substitute.personId) });
const today = romeDate(new Date());
const tomorrow = addDays(today, 1);
const mine = async (who: Actor) => (await world.ask(listQueue, { procedureId, queue: 'mine' }, who)).items.map(({ id }) => id);
const approved = (id: string) => ({ id, decision: 'approved' as const, message: null, attachmentIds: [] });

test('ADM-32: while an officer is away her substitute sees and works on what she has in charge, and afterwards does not', async () => {
  await enabled(ferrari);
  const [id, other] = [await world.taken(procedureId), await world.taken(procedureId)];
  await away({ from: tomorrow, to: addDays(today, 9) });
  expect(await mine(ferrari)).not.toContain(id);
  expect(await refusal(world.move(decidePractice, approved(id), ferrari))).toMatchObject({ type: 'not-in-charge' });

  const counted = async () => (await world.ask(getQueueFilters, {}, ferrari)).counts.mine;
  const before = await counted();
  await away({ from: addDays(today, -3), to: today });
  expect(await mine(ferrari)).toEqual(expect.arrayContaining([id, other]));
  expect(await counted()).toBeGreaterThanOrEqual(before + 2);
  const shown = await world.ask(getPractice, { id }, ferrari);
  expect(shown).toMatchObject({
    officer: { id: bianchi.personId },
    substitute: { id: ferrari.personId, name: 'OPERATORE 012', to: today },
  });
  expect(shown.moves).toEqual(expect.arrayContaining(['approve', 'request-amendment', 'release', 'take-over']));
  expect(await world.ask(getPractice, { id }, federica)).toMatchObject({ officer: null, substitute: null });
  // Who is away works all the same, should she: it is hers.
  expect((await world.ask(getPractice, { id }, bianchi)).moves).toContain('approve');

  const done = await world.move(decidePractice, approved(id), ferrari);
  expect(done.iter.at(-1)).toMatchObject({ move: 'approve', actor: { it: 'OPERATORE 012' } });
  const news = await toldOf(id, 'Pratica approvata');
  expect(news[0]?.audience[0]?.except).toEqual(expect.arrayContaining([bianchi.personId, ferrari.personId]));

  await away({ from: addDays(today, -3), to: addDays(today, -1) });
  expect(await mine(ferrari)).not.toContain(other);
  expect(await refusal(world.move(decidePractice, approved(other), ferrari))).toMatchObject({ type: 'not-in-charge' });
  await away(null);
});

test('ADM-32: what is assigned to an officer who is away goes to her substitute, who is told; without one who may work on it, to herself', async () => {
  await away({ from: today, to: tomorrow });
  const id = await world.sent(procedureId);
  const { officers } = await world.ask(listAssignees, { id }, manager);
  expect(officers.find((it) => it.id === bianchi.personId)).toMatchObject({ away: { to: tomorrow, substituteName: 'OPERATORE 012' } });
  expect(officers.find((it) => it.id === ferrari.personId)).toMatchObject({ away: null });
  const { version } = await world.ask(getPractice, { id }, manager);
  for (let press = 0; press < 2; press += 1) {
    const assigned = await world.ask(assignPractice, { id, version, to: 'officer', assigneeId: String(bianchi.personId) }, manager);
    expect(assigned).toMatchObject({ officer: { id: ferrari.personId }, version: version + 1 });
  }
  expect(await toldOf(id, 'Pratica assegnata a te')).toMatchObject([{ audience: [{ personId: ferrari.personId }] }]);

  const lost = await world.taken(procedureId);
  await world.move(takeOverPractice, { id: lost }, manager);
  const told = await toldOf(lost, 'Pratica passata ad altri');
  expect(told[0]?.audience.map(({ personId }) => personId)).toEqual([bianchi.personId, ferrari.personId]);

  // Of another body, and enabled to nothing here.
  await away({ from: today, to: tomorrow }, stranger);
  const others = await world.sent(procedureId);
  const given = await world.move(assignPractice, { id: others, to: 'officer', assigneeId: String(bianchi.personId) }, manager);
  expect(given).toMatchObject({ officer: { id: bianchi.personId }, substitute: null });
  await away(null);
});

test('PRA-32, PRA-33, PRA-35: what a holder who falls ill has in charge is taken over, reassigned or released, and goes on to its outcome', async () => {
  const [takenOver, reassigned, released] = [
    await world.taken(procedureId),
    await world.taken(procedureId),
    await world.taken(procedureId),
  ];
  await world.move(takeOverPractice, { id: takenOver }, ferrari);
  await world.move(assignPractice, { id: reassigned, to: 'officer', assigneeId: String(ferrari.personId) }, manager);
  await world.move(takeOverPractice, { id: released }, manager);
  await world.move(releasePractice, { id: released }, manager);
  expect(await world.ask(getPractice, { id: released }, ferrari)).toMatchObject({ status: 'submitted', officer: null });
  await world.move(takePractice, { id: released }, ferrari);

  expect(await mine(bianchi)).not.toEqual(expect.arrayContaining([takenOver]));
  for (const id of [takenOver, reassigned, released]) {
    const done = await world.move(decidePractice, approved(id), ferrari);
    expect(done).toMatchObject({ status: 'approved', officer: { id: ferrari.personId } });
  }
  const movesOf = async (id: string) => (await world.ask(getPractice, { id }, manager)).iter.slice(-4).map(({ move }) => move);
  expect(await movesOf(takenOver)).toEqual(['submit', 'take', 'take-over', 'approve']);
  expect(await movesOf(reassigned)).toEqual(['submit', 'take', 'assign', 'approve']);
  expect(await movesOf(released)).toEqual(['take-over', 'release', 'take', 'approve']);
});
