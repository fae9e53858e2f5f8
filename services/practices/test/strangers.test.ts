import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Rpc } from '@sportello/contracts/contract';
import { mayDo } from '@sportello/contracts/permissions';
import { acceptAmendment, answerAmendment, refuseAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import { confirmUpload, dropUpload, getFileAddress, prepareUpload, removeAttachment } from '@sportello/contracts/practices/attachments';
import { confirmDocument } from '@sportello/contracts/practices/documents';
import {
  completePractice,
  deletePractice,
  duplicatePractice,
  getContent,
  openPractice,
  prepareCompilation,
  reopenDraft,
  saveDraft,
} from '@sportello/contracts/practices/drafts';
import * as forms from '@sportello/contracts/practices/forms';
import { addNote, listMessages, sendMessage } from '@sportello/contracts/practices/messages';
import { getPractice, listOwnPractices, starPractice, unstarPractice } from '@sportello/contracts/practices/practices';
import * as procedures from '@sportello/contracts/practices/procedures';
import { decidePractice, getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { submitPractice, submitPractices } from '@sportello/contracts/practices/submissions';
import { contractsOf } from '@sportello/contracts/registry';
import type { Actor } from '@sportello/messaging/actor';
import { visitor } from '@sportello/messaging/actor';
import { administrator, anna, bianchi, federica, ferrari, manager, maria, stranger } from '@sportello/testing/people';
import { refusal, World } from './world.js';

let world: World;
let draft: string;
let sent: string;
beforeAll(async () => {
  world = await World.start();
  const procedureId = await world.procedure();
  draft = await world.draft(procedureId);
  sent = await world.taken(procedureId);
});
afterAll(() => world?.stop());

const file = { purpose: 'message', fieldKey: null } as const;
/** What somebody would ask about a practice that is not hers. */
const inputs: Record<string, (id: string) => object> = {
  [getContent.subject]: (id) => ({ id }),
  [saveDraft.subject]: (id) => ({ id, content: {}, version: 1 }),
  [deletePractice.subject]: (id) => ({ id, version: 1 }),
  [completePractice.subject]: (id) => ({ id, version: 1 }),
  [reopenDraft.subject]: (id) => ({ id, version: 1 }),
  [duplicatePractice.subject]: (id) => ({ id, copyId: randomUUID() }),
  [submitPractice.subject]: (id) => ({ id, version: 1 }),
  [getPractice.subject]: (id) => ({ id }),
  [starPractice.subject]: (id) => ({ id }),
  [unstarPractice.subject]: (id) => ({ id }),
  [answerAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), text: 'x', attachmentIds: [] }),
  [prepareUpload.subject]: (id) => ({ id, attachmentId: randomUUID(), ...file }),
  [confirmUpload.subject]: (id) => ({
    ...{ id, attachmentId: randomUUID(), ...file },
    ...{ key: 'practices/a', name: 'a.pdf', type: 'application/pdf', sizeBytes: 1, sha256: 'a'.repeat(64) },
  }),
  [dropUpload.subject]: (id) => ({ id, key: 'practices/a' }),
  [removeAttachment.subject]: (id) => ({ id, attachmentId: randomUUID() }),
  [getFileAddress.subject]: (id) => ({ id, fileId: randomUUID() }),
  [listMessages.subject]: (id) => ({ id }),
  [sendMessage.subject]: (id) => ({ id, messageId: randomUUID(), text: 'x', attachmentIds: [] }),
  [addNote.subject]: (id) => ({ id, noteId: randomUUID(), text: 'x' }),
  [takePractice.subject]: (id) => ({ id, version: 1 }),
  [requestAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), reason: 'x', attachmentIds: [] }),
  [acceptAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID() }),
  [refuseAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), reason: 'x' }),
  [decidePractice.subject]: (id) => ({ id, version: 1, decision: 'approved', message: null, attachmentIds: [] }),
};
/** Contracts about no practice, or that have a test of their own: lists, and what is asked by services and visitors. */
const others = [
  openPractice,
  prepareCompilation,
  listOwnPractices,
  getMarkKeys,
  submitPractices,
  confirmDocument,
  listQueue,
  getQueueFilters,
].map(({ subject }) => String(subject));

const catalogue = [procedures, forms].flatMap((file) => Object.values<unknown>(file));
const contracts = contractsOf('practices').filter((contract) => !catalogue.includes(contract));
const about = contracts.filter(({ subject }) => subject in inputs);
const ask = (contract: Rpc, id: string, actor: Actor) => refusal(world.ask(contract, inputs[contract.subject]?.(id) as never, actor));

test('every contract about practices is in this table', () => {
  expect(contracts.map(({ subject }) => String(subject)).sort()).toEqual([...Object.keys(inputs), ...others].sort());
});

test.each(about.map((contract) => [contract.subject, contract] as const))(
  '%s answers strangers as if nothing were there',
  async (_, contract) => {
    const everyone: [string, Actor][] = [
      ['another mayor', anna],
      ['a school head', maria],
      ['the same person in another profile', { ...federica, profileId: maria.profileId }],
      ['an officer of another body', stranger],
      ['a manager of another body', { ...manager, organizationId: stranger.organizationId }],
      ['an officer of the same body without the procedure', { ...ferrari, personId: randomUUID() }],
      ['a visitor', visitor('it')],
    ];
    for (const [who, actor] of everyone) {
      for (const id of [draft, sent, randomUUID()]) {
        const expected = mayDo(actor.roles, contract.permission) ? 'practice-not-found' : 'forbidden';
        expect([who, (await ask(contract, id, actor)).type]).toEqual([who, expected]);
      }
    }
  },
);

test.each(about.map((contract) => [contract.subject, contract] as const))('%s hides a draft from the office', async (_, contract) => {
  for (const actor of [bianchi, manager, administrator]) {
    const expected = mayDo(actor.roles, contract.permission) ? 'practice-not-found' : 'forbidden';
    expect((await ask(contract, draft, actor)).type).toBe(expected);
  }
});

test('an opened practice cannot be opened again by somebody else', async () => {
  const input = { id: draft, procedureId: randomUUID(), content: {} };
  expect((await refusal(world.ask(openPractice, input, anna))).type).toBe('practice-not-found');
});
