import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { listOwnDocuments, sendReceipt } from '@sportello/contracts/practices/documents';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { waiveStamp } from '@sportello/contracts/practices/stamps';
import { anna, bianchi, federica, maria } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

test('PRA-11, PRA-36: the documents of all requests are in one place, page by page, and nobody else sees them', async () => {
  const procedureId = await world.procedure();
  const first = await world.sent(procedureId);
  const second = await world.sent(procedureId);
  await world.draft(procedureId);
  await world.move(takePractice, { id: first }, bianchi);
  const act = await world.attach(first, bianchi, 'outcome');
  const unused = await world.attach(first, bianchi, 'message');
  await world.move(decidePractice, { id: first, decision: 'approved', message: null, attachmentIds: [act] }, bianchi);
  const all = await eventually(async () => {
    const { items } = await world.ask(listOwnDocuments, { limit: 100 }, federica);
    expect(items).toHaveLength(5);
    return items;
  }, 90);
  expect(
    all
      .filter(({ practiceId }) => practiceId === second)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['receipt', 'request']);
  expect(all.find(({ id }) => id === act)).toMatchObject({ kind: 'act', practiceId: first, name: 'file.pdf' });
  expect(all.map(({ id }) => id)).not.toContain(unused);
  expect(all.map(({ issuedAt }) => issuedAt.getTime())).toEqual(all.map(({ issuedAt }) => issuedAt.getTime()).toSorted((a, b) => b - a));

  const pages: string[] = [];
  for (let after: string | undefined; pages.length < 20; ) {
    const { items, next } = await world.ask(listOwnDocuments, { limit: 2, ...(after && { after }) }, federica);
    pages.push(...items.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  expect(pages).toEqual(all.map(({ id }) => id));
  for (const other of [anna, maria, { ...federica, profileId: maria.profileId }])
    expect((await world.ask(listOwnDocuments, {}, other)).items).toEqual([]);
});

test('NOT-24: the applicant has the receipt sent again, to herself or to a corrected address, once for each press and not without end', async () => {
  const procedureId = await world.procedure();
  const id = await world.sent(procedureId);
  const send = (mailId: string, address: string | null = null, by = federica) => world.ask(sendReceipt, { id, mailId, address }, by);
  await eventually(async () => expect((await world.ask(getPractice, { id }, federica)).documents).toHaveLength(2), 90);
  const told = async () => ((await world.service.published(announced)) as Payload<typeof announced>[]).filter(isAgain(id));
  const mailId = randomUUID();
  await send(mailId);
  const [first] = await told();
  expect(first?.documents.map(({ name }) => name.slice(0, 7)).sort()).toEqual(['domanda', 'ricevut']);
  expect(first?.messages).toMatchObject([
    { by: ['mail'], audience: [{ kind: 'person', personId: federica.personId }, { kind: 'address' }] },
  ]);
  await send(mailId);
  expect(new Set((await told()).map((one) => one.id)).size).toBe(1);
  await send(randomUUID(), ' Giusta@Comune.Example ');
  expect((await told()).at(-1)?.messages).toMatchObject([
    { audience: [{ kind: 'address', address: expect.stringMatching(/@comune\.example$/i) }] },
  ]);
  expect((await refusal(send(randomUUID(), 'no address'))).type).toBe('invalid-input');
  for (const by of [anna, maria]) expect((await refusal(send(randomUUID(), null, by))).type).toBe('practice-not-found');
  for (let more = 0; more < 2; more += 1) await send(randomUUID());
  expect(await refusal(send(randomUUID()))).toMatchObject({ type: 'too-many-requests', status: 429 });
  const draft = await world.draft(procedureId);
  expect((await refusal(world.ask(sendReceipt, { id: draft, mailId, address: null }, federica))).type).toBe('receipt-not-ready');
});

const isAgain =
  (id: string) =>
  ({ subject, messages }: Payload<typeof announced>): boolean =>
    subject.id === id && messages.some(({ title }) => title.it.startsWith('Copia della ricevuta'));
test('what officers hold back, and what offices write to each other, is not among them', async () => {
  const id = await world.taken(await world.procedure({ settings: { stamps: 'release' } }));
  const act = await world.attach(id, bianchi, 'outcome');
  const stamp = { id: randomUUID(), reason: 'Atto', amountCents: 1_600 };
  await world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [act], stamps: [stamp] }, bianchi);
  const opinion = await world.attach(id, bianchi, 'message');
  await world.service.db.query(`update attachments set purpose = 'opinion', sent_at = now() where id = $1`, [opinion]);
  const own = async () => (await world.ask(listOwnDocuments, { limit: 100 }, federica)).items.map((document) => document.id);
  expect(await own()).not.toContain(act);
  await world.move(waiveStamp, { id, stampId: stamp.id, reason: 'Esente' }, bianchi);
  expect(await own()).toContain(act);
  expect(await own()).not.toContain(opinion);
});
