import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { announced } from '@sportello/contracts/notifications/announcements';
import type { ActionKind } from '@sportello/contracts/practices/action-kinds';
import { startAction } from '@sportello/contracts/practices/actions';
import { removeAttachment } from '@sportello/contracts/practices/attachments';
import { getDeskPractice, listDeskPractices, meetAtDesk, openAtDesk } from '@sportello/contracts/practices/desk';
import {
  completePractice,
  deletePractice,
  duplicatePractice,
  getContent,
  getContinuation,
  openPractice,
  prepareCompilation,
  reopenDraft,
  saveDraft,
} from '@sportello/contracts/practices/drafts';
import { draftSaved } from '@sportello/contracts/practices/events';
import { putForm } from '@sportello/contracts/practices/forms';
import { getMarks } from '@sportello/contracts/practices/marks';
import { getPractice, listOwnPractices, starPractice, unstarPractice } from '@sportello/contracts/practices/practices';
import { putProcedure } from '@sportello/contracts/practices/procedures';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { listRelatedPractices } from '@sportello/contracts/practices/related';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { controlLetter } from '@sportello/italy/control-letter';
import type { Actor } from '@sportello/messaging/actor';
import { administrator, anna, bianchi, federica, federicaAsCitizen, ferrari, giulia, manager, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { answers, usersForm } from '../../test/form.js';
import { personOf, procedureInput, profileOf, refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const save = (id: string, content: object, version: number, by = federica) =>
  world.ask(saveDraft, { id, content: content as never, version }, by);

test('CAT-07: name and surname come from the identity, and what cannot be edited cannot be forged', async () => {
  const { content, drafts } = await world.ask(prepareCompilation, { id: procedureId }, anna);
  expect(content).toMatchObject({ givenName: 'MARIO' });
  expect(drafts).toEqual([]);
  const id = await world.draft(procedureId, anna, { ...answers, givenName: 'FORGED', familyName: 'TYPED' });
  const { version } = await world.ask(getPractice, { id }, anna);
  await save(id, { ...answers, givenName: 'FORGED AGAIN', familyName: 'TYPED' }, version, anna);
  expect((await world.ask(getContent, { id }, anna)).content).toMatchObject({ givenName: 'MARIO', familyName: 'TYPED' });
});

test('IDE-30: a mayor acts for her own comune: the form names it, and another one that is sent is not taken', async () => {
  const places = [
    {
      kind: 'province',
      key: 'province',
      label: { it: 'Provincia', en: 'Province' },
      required: true,
      readOnly: true,
      prefill: 'profile.province',
    },
    {
      ...{ kind: 'comune', key: 'comune', label: { it: 'Comune', en: 'Comune' }, required: true, within: 'province' },
      ...{ readOnly: true, prefill: 'profile.comune' },
    },
  ];
  const definition = structuredClone(usersForm);
  definition.pages[0]?.sections[0]?.fields.push(...(places as never[]));
  const own = await world.procedure({}, definition);
  const forged = { ...answers, province: '005', comune: '005005' };
  const locked = expect.arrayContaining(['province', 'comune']);
  expect(await world.ask(prepareCompilation, { id: own }, anna)).toMatchObject({ content: { province: '001', comune: '001272' }, locked });
  const id = await world.draft(own, anna, forged);
  expect((await world.ask(getContent, { id }, anna)).content).toMatchObject({ province: '001', comune: '001272' });
  const { version } = await world.ask(getPractice, { id }, anna);
  const { dropped } = await save(id, forged, version, anna);
  expect(dropped.map(({ pointer }) => pointer)).toContain('/content/comune');
  expect(await world.ask(getContent, { id }, anna)).toMatchObject({ content: { province: '001', comune: '001272' }, locked });
  // Of whose comune nothing is known it is chosen, and may be chosen again.
  const chosen = await world.draft(own, federica, forged);
  const free = await world.ask(getContent, { id: chosen }, federica);
  expect(free).toMatchObject({ content: { comune: '005005' }, locked: expect.not.arrayContaining(['comune']) });
});

test('CAT-72: whoever begins again is shown the drafts that she has', async () => {
  const id = await world.draft(procedureId);
  const { drafts } = await world.ask(prepareCompilation, { id: procedureId }, federica);
  expect(drafts.find((draft) => draft.id === id)).toMatchObject({ status: 'draft', number: expect.stringMatching(/\.\d{7}$/) });
});

test('PRA-01: numbers grow by one in each form, and are not used again after a draft is thrown away', async () => {
  const counted = await world.procedure();
  const numbers: string[] = [];
  for (let i = 0; i < 3; i++) {
    const id = await world.draft(counted);
    numbers.push((await world.ask(getPractice, { id }, federica)).number.split('.')[1] ?? '');
    await world.move(deletePractice, { id }, federica);
  }
  expect(numbers).toEqual(['0000001', '0000002', '0000003']);
});

test('PRA-01: many who open at once have distinct numbers, and one who clicks many times has one', async () => {
  const counted = await world.procedure();
  const ids = Array.from({ length: 8 }, () => randomUUID());
  const input = (id: string) => ({ id, procedureId: counted, content: answers as never });
  const opened = await Promise.all([...ids, ...ids].map((id) => world.ask(openPractice, input(id), federica)));
  const numbers = new Set(opened.map(({ number }) => number.split('.')[1]));
  expect([...numbers].sort()).toEqual(ids.map((_, index) => String(index + 1).padStart(7, '0')));
});

test('PRA-03, CAT-21: a draft is found again as it was saved, complete or not', async () => {
  const id = await world.draft(procedureId, federica, {});
  await save(id, { street: '  Via Roma, 1 ', rupMail: 'not yet' }, 1);
  expect((await world.ask(getContent, { id }, federica)).content).toMatchObject({ street: 'Via Roma, 1', rupMail: 'not yet' });
});

const hidden = { delegation: [{ id: randomUUID(), name: 'a.pdf' }] };

test('CAT-88: what a condition hides is not kept, and whoever sent it is told', async () => {
  const id = randomUUID();
  const input = { id, procedureId, content: { ...answers, ...hidden } as never };
  const opened = await world.ask(openPractice, input, federica);
  expect(opened.dropped).toEqual([{ pointer: '/content/delegation', reason: 'hidden' }]);
  expect(await world.ask(openPractice, input, federica)).toEqual(opened);
  expect(await save(id, { ...answers, ...hidden }, 1)).toMatchObject({ dropped: opened.dropped });
  expect((await world.ask(getContent, { id }, federica)).content).not.toHaveProperty('delegation');
  expect(await save(id, { ...answers, isDelegate: true, ...hidden }, 2)).toMatchObject({ dropped: [] });
  expect((await world.ask(getContent, { id }, federica)).content).toMatchObject(hidden);
});

const wrong = [
  ['a key that the form does not have', { stranger: 1 }, '/content/stranger'],
  ['a key that the block does not have', { users: [{ givenName: 'A', nickname: 'B' }] }, '/content/users/0/nickname'],
  ['a number for a text', { street: 12 }, '/content/street'],
  ['a text for yes or no', { isDelegate: 'yes' }, '/content/isDelegate'],
  ['more files than the field takes', { delegation: [{ id: 'a' }, { id: 'b' }] }, '/content/delegation'],
  ['more items than the block takes', { users: Array.from({ length: 51 }, () => ({})) }, '/content/users'],
] as const;

test.each(wrong)('%s is refused by its pointer at the opening and at each save, and nothing is stored', async (_, change, pointer) => {
  const id = randomUUID();
  for (const language of ['it', 'en'] as const) {
    const content = { ...answers, ...change } as never;
    const refused = await refusal(world.ask(openPractice, { id, procedureId, content }, { ...federica, language }));
    expect(refused).toMatchObject({ type: 'invalid-input', status: 422, errors: [{ pointer, detail: expect.any(String) }] });
  }
  await world.ask(openPractice, { id, procedureId, content: answers as never }, federica);
  expect(await refusal(save(id, { ...answers, ...change }, 1))).toMatchObject({ status: 422, errors: [{ pointer }] });
  expect(await world.ask(getContent, { id }, federica)).toMatchObject({ version: 1, content: answers });
});

test('CAT-07: whoever sends another name than the known one is told that it was not taken', async () => {
  const id = await world.draft(procedureId, anna);
  const { dropped } = await save(id, { ...answers, givenName: 'FORGED' }, 1, anna);
  expect(dropped).toEqual([{ pointer: '/content/givenName', reason: 'read-only' }]);
});

test('what a person emptied stays empty, though her profile knows it', async () => {
  const id = await world.draft(procedureId, anna);
  const { familyName: _, ...rest } = answers;
  await save(id, rest, 1, anna);
  expect((await world.ask(getContent, { id }, anna)).content).not.toHaveProperty('familyName');
});

test('an id that opened one draft opens no other: 409, and the draft stays as it is', async () => {
  const id = await world.draft(procedureId);
  const open = (changes: object) => world.ask(openPractice, { id, procedureId, content: answers as never, ...changes }, federica);
  const first = await open({});
  for (const other of [{ content: { ...answers, street: 'another' } }, { procedureId: await world.procedure() }])
    expect(await refusal(open(other))).toMatchObject({ type: 'id-reused', status: 409 });
  await save(id, { ...answers, street: 'saved since' }, 1);
  expect(await open({})).toMatchObject({ id: first.id, number: first.number, version: 2 });
});

test('two windows on one draft: the second to save is told that it changed meanwhile', async () => {
  const id = await world.draft(procedureId);
  const first = await save(id, { ...answers, street: 'one' }, 1);
  expect((await refusal(save(id, { ...answers, street: 'two' }, 1))).type).toBe('changed-meanwhile');
  await save(id, { ...answers, street: 'two' }, first.version);
});

test('PRA-81: each command said again with the version that it was first said with answers the first', async () => {
  const id = await world.draft(procedureId);
  const completed = await world.ask(completePractice, { id, version: 1 }, federica);
  expect(await world.ask(completePractice, { id, version: 1 }, federica)).toEqual(completed);
  const reopened = await world.ask(reopenDraft, { id, version: 2 }, federica);
  expect(await world.ask(reopenDraft, { id, version: 2 }, federica)).toEqual(reopened);
  const mark = async () => world.ask(submitPractice, { id, version: 4 }, federica);
  await world.ask(completePractice, { id, version: 3 }, federica);
  expect(await mark()).toEqual(await mark());
});

test('nothing is completed, sent, brought back or thrown away by whoever was shown something else', async () => {
  const id = await world.draft(procedureId);
  await save(id, { ...answers, street: 'from the other window' }, 1);
  const stale = { id, version: 1 };
  for (const contract of [completePractice, deletePractice])
    expect(await refusal(world.ask(contract, stale, federica))).toMatchObject({ type: 'changed-meanwhile', version: 2 });
  await world.ask(completePractice, { id, version: 2 }, federica);
  for (const contract of [completePractice, deletePractice, reopenDraft, submitPractice])
    expect(await refusal(world.ask(contract, stale, federica))).toMatchObject({ type: 'changed-meanwhile', version: 3 });
  expect((await world.ask(getPractice, { id }, federica)).status).toBe('ready');
});

test('PRA-81: a save, a completion, a return to draft and a deletion can be clicked twice', async () => {
  const id = await world.draft(procedureId);
  const saved = await save(id, { ...answers, street: 'twice' }, 1);
  expect(await save(id, { ...answers, street: 'twice' }, 1)).toEqual(saved);
  const completed = await world.move(completePractice, { id }, federica);
  expect(await world.move(completePractice, { id }, federica)).toEqual(completed);
  const reopened = await world.move(reopenDraft, { id }, federica);
  expect(await world.move(reopenDraft, { id }, federica)).toEqual(reopened);
  const remove = () => world.ask(deletePractice, { id, version: reopened.version }, federica);
  expect(await Promise.all([remove(), remove(), remove(), remove()])).toEqual([{}, {}, {}, {}]);
  expect(await remove()).toEqual({});
  expect((await refusal(world.ask(getPractice, { id }, federica))).type).toBe('practice-not-found');
});

test('a draft that is thrown away leaves nothing of what was written', async () => {
  const id = await world.draft(procedureId);
  await world.move(deletePractice, { id }, federica);
  const [row] = await world.service.db.query('select content, known, confirmation_mail, number from practices where id = $1', [id]);
  expect(row).toMatchObject({ content: {}, known: { person: {} }, confirmation_mail: null, number: expect.any(String) });
});

test('CAT-10, CAT-20: what is missing or wrong is named with its field, in the language of the reader', async () => {
  const id = await world.draft(procedureId, federica, { ...answers, street: 'x'.repeat(151), rupMail: undefined, users: [{}] });
  const problem = await refusal(world.move(completePractice, { id }, { ...federica, language: 'en' }));
  expect(problem).toMatchObject({ type: 'incomplete', status: 422 });
  const pointers = (problem['errors'] as { pointer: string; detail: string }[]).map(({ pointer }) => pointer);
  expect(pointers).toEqual(['/street', '/rupMail', '/users/0/givenName', '/users/0/familyName']);
  expect((await world.ask(getPractice, { id }, federica)).status).toBe('draft');
});

test('PRA-82: an empty request is refused at completion', async () => {
  const blank = {
    pages: [
      {
        key: 'p',
        title: { it: 'P', en: 'P' },
        sections: [{ key: 's', fields: [{ kind: 'text', key: 'note', label: { it: 'N', en: 'N' } }] }],
      },
    ],
  };
  const id = await world.draft(await world.procedure({}, blank), federica, {});
  expect(await refusal(world.move(completePractice, { id }, federica))).toMatchObject({
    type: 'incomplete',
    detail: expect.stringContaining('vuota'),
  });
});

test('PRA-14: what was completed and brought back can be changed and completed anew, with another hash', async () => {
  const id = await world.ready(procedureId);
  const before = await world.ask(getPractice, { id }, federica);
  expect((await refusal(save(id, answers, before.version))).type).toBe('move-refused');
  const { version } = await world.move(reopenDraft, { id }, federica);
  await save(id, { ...answers, street: 'Altrove, 2' }, version);
  const after = await world.move(completePractice, { id }, federica);
  expect(after.contentSha256).not.toBe(before.contentSha256);
});

test('CAT-16: outside its window a form is neither begun nor saved nor sent, and the answer says when', async () => {
  const id = randomUUID();
  const closing = await world.procedure();
  const [draft, ready] = [await world.draft(closing), await world.ready(closing)];
  const known = procedureInput(closing);
  await world.ask(putProcedure, { ...known, version: 1, opensAt: '2022-07-25T10:00:00Z', closesAt: '2022-09-02T10:00:00Z' }, administrator);
  const detail = 'Si è chiuso il 02/09/2022 alle ore 12:00';
  const refused = await Promise.all(
    [
      world.ask(openPractice, { id, procedureId: closing, content: {} }, federica),
      world.ask(prepareCompilation, { id: closing }, federica),
      save(draft, answers, 1),
      world.move(completePractice, { id: draft }, federica),
      world.move(submitPractice, { id: ready }, federica),
    ].map(refusal),
  );
  for (const problem of refused) expect(problem).toMatchObject({ type: 'procedure-closed', detail });
  expect((await world.ask(getPractice, { id: ready }, federica)).sendReason?.it).toBe(detail);
});

test('CAT-11: a service for mayors is not begun by others, not even by the same person in another profile', async () => {
  const id = randomUUID();
  expect((await refusal(world.ask(openPractice, { id, procedureId, content: {} }, federicaAsCitizen))).type).toBe('not-entitled');
});

test('PRA-02, PRA-09, PRA-13, PRA-15, PRA-17: own requests are found by tab, star, number, state and day', async () => {
  const mine = await world.procedure();
  const draft = await world.draft(mine);
  const sent = await world.sent(mine);
  const find = async (filter: object) =>
    (await world.ask(listOwnPractices, { procedureId: mine, ...filter }, federica)).items.map(({ id }) => id);
  expect(await find({})).toEqual([sent, draft]);
  expect(await find({ tab: 'in-progress' })).toEqual([draft]);
  expect(await find({ tab: 'sent' })).toEqual([sent]);
  for (let i = 0; i < 2; i++) await world.ask(starPractice, { id: draft }, federica);
  expect(await find({ tab: 'important' })).toEqual([draft]);
  await world.ask(unstarPractice, { id: draft }, federica);
  expect(await find({ tab: 'important' })).toEqual([]);
  expect(await find({ number: '0000002' })).toEqual([sent]);
  expect(await find({ number: '%' })).toEqual([]);
  expect(await find({ status: 'submitted' })).toEqual([sent]);
  expect(await find({ createdTo: '2020-01-01' })).toEqual([]);
  expect(await find({ createdFrom: '2020-01-01' })).toEqual([sent, draft]);
});

test('CAT-73, PRA-12: a sent request is corrected by a copy, which begins with its answers and says which it follows', async () => {
  const id = await world.sent(procedureId);
  const copyId = randomUUID();
  const copy = await world.ask(duplicatePractice, { id, copyId }, federica);
  expect(copy).toMatchObject({ id: copyId, status: 'draft', copyOfId: id });
  expect(await world.ask(duplicatePractice, { id, copyId }, federica)).toEqual(copy);
  expect((await world.ask(getContent, { id: copyId }, federica)).content).toEqual((await world.ask(getContent, { id }, federica)).content);
  expect(await world.ask(getPractice, { id }, federica)).toMatchObject({ status: 'submitted', copyOfId: null });
  expect((await refusal(world.ask(duplicatePractice, { id: copyId, copyId: randomUUID() }, federica))).type).toBe('move-refused');

  // Each says what the other is to it; the office sees the copy once it is sent.
  const relatedTo = async (practiceId: string, actor = federica) =>
    (await world.ask(listRelatedPractices, { id: practiceId }, actor)).items;
  expect(await relatedTo(copyId)).toMatchObject([{ id, relation: 'original', status: 'submitted' }]);
  expect(await relatedTo(id)).toMatchObject([{ id: copyId, relation: 'copy', status: 'draft' }]);
  expect(await relatedTo(id, bianchi)).toEqual([]);
  await world.service.db.query('update practices set submitted_at = now() where id = $1', [copyId]);
  expect(await relatedTo(id, bianchi)).toMatchObject([{ id: copyId, relation: 'copy' }]);
  await world.service.db.query('update practices set submitted_at = null where id = $1', [copyId]);
});

test('CAT-73: what the form in force does not take is left behind by a copy, and named', async () => {
  const renewed = await world.procedure();
  const id = await world.sent(renewed);
  const definition = structuredClone(usersForm) as never as Record<string, never>;
  const fields = usersForm.pages[1]?.sections[0]?.fields.filter(({ key }) => key !== 'street');
  Object.assign((definition as never as typeof usersForm).pages[1]?.sections[0] ?? {}, { fields });
  await world.ask(putForm, { procedureId: renewed, id: randomUUID(), version: 1, definition }, administrator);
  const copyId = randomUUID();
  const copy = await world.ask(duplicatePractice, { id, copyId }, federica);
  expect(copy.dropped).toEqual([{ pointer: '/content/street', reason: 'form' }]);
  expect(await world.ask(duplicatePractice, { id, copyId }, federica)).toEqual(copy);
});

test('CAT-36, CAT-37: what a service offers about an approved request is asked for by a new one, filled in, which is linked to it; one at a time', async () => {
  const offering = await world.procedure({
    settings: { actions: ['renewal', 'interruption'] },
    limits: { uniqueBy: { applicant: true, fields: [] } },
  });
  const id = await world.taken(offering);
  const start = (kind: ActionKind, actionId: string = randomUUID(), who = federica) => world.ask(startAction, { id, actionId, kind }, who);
  expect(await refusal(start('transfer'))).toMatchObject({ type: 'action-not-offered' });
  expect(await refusal(start('renewal'))).toMatchObject({ type: 'action-not-now' });
  expect((await world.ask(getPractice, { id }, federica)).actionsOffered).toEqual([]);
  await world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  expect((await world.ask(getPractice, { id }, federica)).actionsOffered).toEqual(['renewal', 'interruption']);
  for (const who of [anna, federicaAsCitizen]) expect(await refusal(start('renewal', undefined, who))).toMatchObject({ status: 404 });

  const actionId = randomUUID();
  for (let press = 0; press < 2; press += 1)
    expect(await start('renewal', actionId)).toMatchObject({ id: actionId, status: 'draft', action: 'renewal', copyOfId: null });
  expect(await refusal(start('interruption', actionId))).toMatchObject({ type: 'id-reused' });
  expect((await world.ask(getContent, { id: actionId }, federica)).content).toEqual(
    (await world.ask(getContent, { id }, federica)).content,
  );
  // What is written in the later request changes nothing of the one that it is about.
  const before = await world.ask(getContent, { id }, federica);
  const { version } = await world.ask(getPractice, { id: actionId }, federica);
  await world.ask(saveDraft, { id: actionId, version, content: { ...answers, street: 'Via Nuova, 1' } as never }, federica);
  expect(await world.ask(getContent, { id }, federica)).toEqual(before);
  const { number } = await world.ask(getPractice, { id: actionId }, federica);
  expect(await refusal(start('interruption'))).toMatchObject({ type: 'action-open', detail: `È aperta l’istanza ${number}` });
  const relatedTo = async (of: string) => (await world.ask(listRelatedPractices, { id: of }, federica)).items;
  expect(await relatedTo(actionId)).toMatchObject([{ id, relation: 'acted-on' }]);
  expect(await relatedTo(id)).toMatchObject([{ id: actionId, relation: 'action', action: 'renewal' }]);

  // Thrown away, it is open no more; of two presses at once one opens.
  await world.move(deletePractice, { id: actionId }, federica);
  const both = await Promise.allSettled([start('interruption'), start('renewal')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [open] = (await relatedTo(id)).filter(({ relation }) => relation === 'action');
  await world.move(completePractice, { id: open?.id ?? '' }, federica).catch(() => undefined);
  await world.move(submitPractice, { id: open?.id ?? '' }, federica);
  expect((await world.ask(getMarks, { id }, bianchi)).links).toMatchObject([{ kind: 'action-on', isFrom: false, practiceId: open?.id }]);

  const closed = await world.procedure({ settings: { actions: ['renewal'] } });
  const other = await world.taken(closed);
  await world.move(decidePractice, { id: other, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  await world.ask(
    putProcedure,
    { ...procedureInput(closed), settings: { actions: ['renewal'] }, closesAt: '2020-01-01T00:00:00Z', version: 1 },
    administrator,
  );
  const late = world.ask(startAction, { id: other, actionId: randomUUID(), kind: 'renewal' }, federica);
  expect(await refusal(late)).toMatchObject({ type: 'procedure-closed' });
});

test('CAT-89: a draft goes on elsewhere at an address that shows it to nobody else; what is saved is told to the other pages of its author', async () => {
  const id = await world.draft(procedureId);
  const { address, path, modules } = await world.ask(getContinuation, { id }, { ...federica, language: 'en' });
  expect(address).toMatch(new RegExp(`^https?://[^/]+/en/servizi/serv06-[0-9a-f]{8}/richiesta\\?istanza=${id}$`));
  expect(path).toMatch(/^M/);
  expect(modules).toBeGreaterThan(20);
  const { version } = await world.ask(getPractice, { id }, federica);
  for (let press = 0; press < 2; press += 1) await save(id, { ...answers, street: 'Via Altrove, 1' }, version);
  const told = (await world.service.published(draftSaved)).filter(({ practiceId }) => practiceId === id);
  expect(told).toEqual([{ practiceId: id, applicantId: federica.personId, version: version + 1 }]);
  await world.move(completePractice, { id }, federica);
  expect(await refusal(world.ask(getContinuation, { id }, federica))).toMatchObject({ type: 'move-refused' });
});

test('PRA-13: a star is the mark of one reader', async () => {
  const id = await world.sent(procedureId);
  await world.ask(starPractice, { id }, federica);
  expect((await world.ask(getPractice, { id }, bianchi)).isImportant).toBe(false);
  expect((await world.ask(getPractice, { id }, federica)).isImportant).toBe(true);
});

test('pages of the own list follow each other without a gap', async () => {
  const many = await world.procedure();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await world.draft(many));
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await world.ask(listOwnPractices, { procedureId: many, limit: 2, after }, federica);
    seen.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen).toEqual([...ids].reverse());
  expect((await refusal(world.ask(listOwnPractices, { after: 'nonsense' }, federica))).type).toBe('invalid-input');
});

const codeOf = (base: string) => base + controlLetter(base);
const asCitizen = (personId: string, changes: object = {}): Actor => ({ ...giulia, personId, profileId: profileOf(personId), ...changes });
/** Somebody whom identity knows, and who has a code of her own. */
const citizenOf = (base: string, changes: object = {}) => {
  const person = personOf(randomUUID());
  return world.known({ ...person, ...changes }, { fiscalCode: codeOf(base) });
};
const visit = (id: string, own: string, fiscalCode: string, changes: object = {}, by = bianchi) =>
  world.ask(openAtDesk, { id, procedureId: own, way: 'desk', fiscalCode, newcomer: null, ...changes }, by);

test('PRA-83: an officer fills in and sends a request for a citizen: it is hers, the history says who filled it in and how, both are told', async () => {
  // As strong a sign-in as there is: at the desk the officer makes sure who it is.
  const own = await world.procedure({ audience: ['citizen'], settings: {}, access: { level: 3, methods: ['cie'] } });
  const { id: personId, identity } = citizenOf('RSSMRA80A01L219', { mail: 'mario@example.org' });
  const { fiscalCode } = identity;
  const met = await world.ask(meetAtDesk, { id: own, fiscalCode: fiscalCode.toLowerCase() }, bianchi);
  expect(met).toEqual({ name: `${identity.givenName} ${identity.familyName}`, known: ['birthDate', 'birthPlace', 'mail'] });
  const noted = (await world.service.published(accessNoted)).filter(({ subjectId }) => subjectId === personId);
  expect(noted).toMatchObject([{ actorId: bianchi.personId, action: 'desk-visited' }]);

  const id = randomUUID();
  const opened = await visit(id, own, fiscalCode);
  expect(await visit(id, own, fiscalCode)).toEqual(opened);
  expect((await refusal(visit(id, own, fiscalCode, { way: 'phone' }))).type).toBe('id-reused');
  const { content } = await world.ask(getContent, { id }, bianchi);
  expect(content).toMatchObject({ givenName: 'MARIO' });
  await save(id, { ...answers, familyName: 'ALBERTI', isDelegate: true }, 1, bianchi);
  const attachmentId = await world.attach(id, bianchi, 'form', 'delegation');
  await save(id, { ...answers, familyName: 'ALBERTI', isDelegate: true, delegation: [{ id: attachmentId, name: 'file.pdf' }] }, 2, bianchi);
  expect((await world.ask(listDeskPractices, {}, bianchi)).items).toMatchObject([{ id, way: 'desk', status: 'draft', version: 3 }]);
  expect(await world.ask(getDeskPractice, { id }, bianchi)).toMatchObject({
    way: 'desk',
    moves: expect.arrayContaining(['save', 'submit']),
  });
  expect(await world.ask(getPractice, { id }, asCitizen(personId))).toMatchObject({ status: 'draft', version: 3 });

  const mark = await world.ask(submitPractice, { id, version: 3 }, bianchi);
  expect(await world.ask(submitPractice, { id, version: 3 }, bianchi)).toEqual(mark);
  expect(await world.ask(listDeskPractices, {}, bianchi)).toEqual({ items: [], next: null });
  const read = await world.ask(getPractice, { id }, ferrari);
  expect(read.applicant?.desk).toEqual({ way: 'desk', officerName: expect.stringContaining('OPERATORE') });
  expect(read.iter.map(({ move, actor }) => [move, actor.it.slice(0, 9)])).toEqual(
    ['open', 'complete', 'submit'].map((move) => [move, 'OPERATORE']),
  );
  const hers = await world.ask(getPractice, { id }, asCitizen(personId));
  expect(hers.iter.map(({ reason }) => reason?.slice(0, 15) ?? null)).toEqual(['Allo sportello,', null, 'Allo sportello,']);
  expect(hers.iter.every(({ actor }) => actor.it === 'Richiedente')).toBe(true);
  await eventually(async () => {
    const news = ((await world.service.published(announced)) as Payload<typeof announced>[]).filter(
      ({ subject, topic }) => subject?.id === id && topic === 'practices.submission',
    );
    expect(news).toHaveLength(1);
    const messages = news[0]?.messages ?? [];
    expect(messages.map(({ place }) => place)).toEqual(['portal', 'console', 'console']);
    expect(messages[0]).toMatchObject({ audience: expect.arrayContaining([{ kind: 'person', personId }]) });
    expect(messages[0]?.title.it).toContain('Istanza inviata per tuo conto');
    expect(messages[2]).toMatchObject({ audience: [{ kind: 'person', personId: bianchi.personId }] });
  });
});

test('PRA-83: somebody unknown is registered by what the officer types, and goes on with the draft by herself', async () => {
  const own = await world.procedure({ audience: ['citizen'], settings: {} });
  const fiscalCode = codeOf('VRDLCU90B02L219');
  expect(await world.ask(meetAtDesk, { id: own, fiscalCode }, bianchi)).toEqual({ name: null, known: [] });
  const id = randomUUID();
  const newcomer = { givenName: 'Luca', familyName: 'Verdi', mail: null, mobilePhone: '+393331234567' };
  await visit(id, own, fiscalCode, { newcomer, way: 'phone' });
  const { id: personId } = world.citizens.get(fiscalCode) ?? { id: '' };
  const luca = asCitizen(personId);
  const uploaded = await world.attach(id, bianchi, 'form', 'delegation');
  await world.ask(removeAttachment, { id, attachmentId: uploaded }, luca);
  const { content } = await world.ask(getContent, { id }, luca);
  await save(id, { ...content, ...answers }, 1, luca);
  expect((await refusal(save(id, { ...answers, street: 'another' }, 1, bianchi))).type).toBe('changed-meanwhile');
  await world.ask(submitPractice, { id, version: 2 }, luca);
  // She has sent it herself.
  expect((await world.ask(getPractice, { id }, ferrari)).applicant?.desk).toBeNull();
  const hers = await world.ask(getPractice, { id }, luca);
  expect(hers.iter[0]?.reason).toContain('Al telefono');
  expect(hers.iter.at(-1)?.reason).not.toContain('telefono');
});

test('PRA-83: a draft at the desk is of its citizen and of the officer who began it, and of nobody else', async () => {
  const own = await world.procedure({ audience: ['citizen'], settings: {} });
  const { identity } = citizenOf('BNCNNA85C41L219');
  const id = randomUUID();
  await visit(id, own, identity.fiscalCode);
  const everybodyElse = [ferrari, stranger, manager, federica, { ...bianchi, organizationId: stranger.organizationId }];
  for (const actor of everybodyElse)
    for (const asked of [
      () => world.ask(getContent, { id }, actor),
      () => save(id, answers, 1, actor),
      () => world.ask(submitPractice, { id, version: 1 }, actor),
      () => world.ask(deletePractice, { id, version: 1 }, actor),
      () => world.attach(id, actor, 'form', 'delegation'),
    ])
      expect(await refusal(asked())).toMatchObject({ type: 'practice-not-found', status: 404 });
  for (const actor of [ferrari, stranger, manager])
    expect((await refusal(world.ask(getDeskPractice, { id }, actor))).type).toBe('practice-not-found');
  expect((await refusal(visit(id, own, identity.fiscalCode, {}, ferrari))).type).toBe('id-reused');
  // What an officer of the service does with what was sent is not offered for a draft.
  expect((await refusal(world.ask(getPractice, { id }, bianchi))).type).toBe('practice-not-found');
  await world.ask(deletePractice, { id, version: 1 }, bianchi);
  expect((await refusal(world.ask(getDeskPractice, { id }, bianchi))).type).toBe('practice-not-found');
});

test('PRA-83, PAY-53: window, limits and who it is for hold at the desk too, and what is paid first is left to whoever can pay', async () => {
  const { identity } = citizenOf('NRELRA85C41L219');
  const { fiscalCode } = identity;
  const asked = async (changes: object, by = bianchi) => {
    const own = await world.procedure({ audience: ['citizen'], settings: {}, ...changes });
    const met = await refusal(world.ask(meetAtDesk, { id: own, fiscalCode }, by));
    expect((await refusal(visit(randomUUID(), own, fiscalCode, {}, by))).type).toBe(met.type);
    return met.type;
  };
  expect(await asked({ audience: ['mayor'] })).toBe('desk-not-offered');
  expect(await asked({ settings: { stamps: 'request' } })).toBe('desk-not-offered');
  expect(await asked({ closesAt: '2020-01-01T00:00:00Z' })).toBe('procedure-closed');
  expect(await asked({}, { ...stranger, rightsVersion: null })).toBe('procedure-not-found');
  const free = await world.procedure({ audience: ['citizen'], settings: {} });
  await world.service.db.query(`update procedures set settings = settings || '{"payment": "request"}' where id = $1`, [free]);
  expect((await refusal(world.ask(meetAtDesk, { id: free, fiscalCode }, bianchi))).type).toBe('desk-not-offered');
  // Once each: who has asked is told at the desk.
  const once = await world.procedure({ audience: ['citizen'], settings: {}, limits: { uniqueBy: { fields: [], applicant: true } } });
  const id = randomUUID();
  await visit(id, once, fiscalCode);
  const { content } = await world.ask(getContent, { id }, bianchi);
  await save(id, { ...content, ...answers }, 1, bianchi);
  await world.ask(submitPractice, { id, version: 2 }, bianchi);
  expect((await refusal(world.ask(meetAtDesk, { id: once, fiscalCode }, bianchi))).type).toBe('already-requested');
  // Nobody acts for herself as if for somebody else.
  world.known(personOf(String(bianchi.personId)), { fiscalCode: codeOf('BNCLNE85C41L219') });
  const own = await refusal(world.ask(meetAtDesk, { id: once, fiscalCode: codeOf('BNCLNE85C41L219') }, bianchi));
  expect(own.type).toBe('desk-not-offered');
  expect((await refusal(world.ask(meetAtDesk, { id: once, fiscalCode: 'RSSMRA80A01L219A' }, bianchi))).type).toBe('invalid-input');
});
