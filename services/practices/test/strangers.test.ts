import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Rpc } from '@sportello/contracts/contract';
import { mayDo } from '@sportello/contracts/permissions';
import { startAction } from '@sportello/contracts/practices/actions';
import {
  acceptAmendment,
  answerAmendment,
  closeAmendment,
  refuseAmendment,
  requestAmendment,
} from '@sportello/contracts/practices/amendments';
import { getMarkKeys } from '@sportello/contracts/practices/arrival-marks';
import { assignPractice, listAssignees, releasePractice, takeOverPractice } from '@sportello/contracts/practices/assignments';
import { confirmUpload, dropUpload, getFileAddress, prepareUpload, removeAttachment } from '@sportello/contracts/practices/attachments';
import * as autoAssignment from '@sportello/contracts/practices/auto-assignment';
import * as bulk from '@sportello/contracts/practices/bulk';
import * as capacity from '@sportello/contracts/practices/capacity';
import * as catalogueGroups from '@sportello/contracts/practices/catalogue-groups';
import { listCharges } from '@sportello/contracts/practices/charges';
import * as clickDays from '@sportello/contracts/practices/click-days';
import { cancelPractice, reopenPractice } from '@sportello/contracts/practices/closures';
import { correctPractice } from '@sportello/contracts/practices/corrections';
import * as definitions from '@sportello/contracts/practices/definitions';
import * as desk from '@sportello/contracts/practices/desk';
import { confirmDocument, listOwnDocuments, sendReceipt } from '@sportello/contracts/practices/documents';
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
import * as enabling from '@sportello/contracts/practices/enabling';
import * as exports from '@sportello/contracts/practices/exports';
import * as external from '@sportello/contracts/practices/external';
import * as forms from '@sportello/contracts/practices/forms';
import { getHistory } from '@sportello/contracts/practices/histories';
import * as listedPeople from '@sportello/contracts/practices/listed-people';
import * as managing from '@sportello/contracts/practices/managing';
import * as marks from '@sportello/contracts/practices/marks';
import { addNote, listMessages, sendMessage } from '@sportello/contracts/practices/messages';
import { namePractices } from '@sportello/contracts/practices/names';
import { announceRefusal, sendObservations } from '@sportello/contracts/practices/observations';
import * as opinions from '@sportello/contracts/practices/opinions';
import * as payments from '@sportello/contracts/practices/payments';
import { getPractice, listOwnPractices, starPractice, unstarPractice } from '@sportello/contracts/practices/practices';
import * as procedures from '@sportello/contracts/practices/procedures';
import * as protocol from '@sportello/contracts/practices/protocol';
import { decidePractice, getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import * as ratings from '@sportello/contracts/practices/ratings';
import { listRelatedPractices } from '@sportello/contracts/practices/related';
import * as requirements from '@sportello/contracts/practices/requirements';
import * as stamps from '@sportello/contracts/practices/stamps';
import * as statistics from '@sportello/contracts/practices/statistics';
import { rehearseSubmissions, submitPractice, submitPractices } from '@sportello/contracts/practices/submissions';
import * as templates from '@sportello/contracts/practices/templates';
import * as views from '@sportello/contracts/practices/views';
import { withdrawPractice } from '@sportello/contracts/practices/withdrawals';
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
  [getContinuation.subject]: (id) => ({ id }),
  [desk.getDeskPractice.subject]: (id) => ({ id }),
  [saveDraft.subject]: (id) => ({ id, content: {}, version: 1 }),
  [deletePractice.subject]: (id) => ({ id, version: 1 }),
  [completePractice.subject]: (id) => ({ id, version: 1 }),
  [reopenDraft.subject]: (id) => ({ id, version: 1 }),
  [duplicatePractice.subject]: (id) => ({ id, copyId: randomUUID() }),
  [startAction.subject]: (id) => ({ id, actionId: randomUUID(), kind: 'renewal' }),
  [submitPractice.subject]: (id) => ({ id, version: 1 }),
  [getPractice.subject]: (id) => ({ id }),
  [starPractice.subject]: (id) => ({ id }),
  [unstarPractice.subject]: (id) => ({ id }),
  [answerAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), text: 'x', attachmentIds: [] }),
  [sendObservations.subject]: (id) => ({ id, version: 1, observationsId: randomUUID(), text: 'x', attachmentIds: [] }),
  [announceRefusal.subject]: (id) => ({ id, version: 1, observationsId: randomUUID(), reason: 'x', attachmentIds: [] }),
  [opinions.listOpinionOffices.subject]: (id) => ({ id }),
  [opinions.askOpinion.subject]: (id) => ({
    ...{ id, version: 1, opinionId: randomUUID(), officeId: randomUUID() },
    ...{ question: 'x', attachmentIds: [] },
  }),
  [opinions.giveOpinion.subject]: (id) => ({ id, version: 1, opinionId: randomUUID(), stance: 'positive', text: 'x', attachmentIds: [] }),
  [opinions.dropOpinion.subject]: (id) => ({ id, version: 1, opinionId: randomUUID() }),
  [closeAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), reason: 'x' }),
  [cancelPractice.subject]: (id) => ({ id, version: 1, reason: 'x' }),
  [reopenPractice.subject]: (id) => ({ id, version: 1, reason: 'x' }),
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
  [listAssignees.subject]: (id) => ({ id }),
  [takeOverPractice.subject]: (id) => ({ id, version: 1 }),
  [assignPractice.subject]: (id) => ({ id, version: 1, to: 'officer', assigneeId: randomUUID() }),
  [releasePractice.subject]: (id) => ({ id, version: 1 }),
  [takePractice.subject]: (id) => ({ id, version: 1 }),
  [requestAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), reason: 'x', attachmentIds: [] }),
  [acceptAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID() }),
  [refuseAmendment.subject]: (id) => ({ id, version: 1, amendmentId: randomUUID(), reason: 'x' }),
  [correctPractice.subject]: (id) => ({ id, version: 1, correctionId: randomUUID(), content: {}, reason: 'x' }),
  [sendReceipt.subject]: (id) => ({ id, mailId: randomUUID(), address: null }),
  [withdrawPractice.subject]: (id) => ({ id, version: 1 }),
  [getHistory.subject]: (id) => ({ id }),
  [marks.getMarks.subject]: (id) => ({ id }),
  [marks.addTag.subject]: (id) => ({ id, tag: 'x' }),
  [marks.removeTag.subject]: (id) => ({ id, tag: 'x' }),
  [marks.setPriority.subject]: (id) => ({ id, priority: 'high' }),
  [marks.tickItem.subject]: (id) => ({ id, key: 'x' }),
  [marks.untickItem.subject]: (id) => ({ id, key: 'x' }),
  [marks.linkPractice.subject]: (id) => ({ id, linkId: randomUUID(), number: 'A.1', kind: 'related' }),
  [marks.unlinkPractice.subject]: (id) => ({ id, linkId: randomUUID() }),
  [marks.notePresence.subject]: (id) => ({ id, isWriting: false }),
  [marks.endPresence.subject]: (id) => ({ id }),
  [listRelatedPractices.subject]: (id) => ({ id }),
  [stamps.declareStamp.subject]: (id) => ({ id, version: 1, stampId: randomUUID(), number: '01230456789012', issuedOn: '2026-11-02' }),
  [stamps.verifyStamp.subject]: (id) => ({ id, version: 1, stampId: randomUUID() }),
  [stamps.rejectStamp.subject]: (id) => ({ id, version: 1, stampId: randomUUID(), reason: 'x' }),
  [stamps.waiveStamp.subject]: (id) => ({ id, version: 1, stampId: randomUUID(), reason: 'x' }),
  [payments.proceedToPayment.subject]: (id) => ({ id, version: 1 }),
  [payments.registerPayment.subject]: (id) => ({ id, version: 1, isForApplicant: false }),
  [payments.exemptPractice.subject]: (id) => ({ id, version: 1, reason: 'x' }),
  [enabling.getEnabling.subject]: (id) => ({ id }),
  [decidePractice.subject]: (id) => ({ id, version: 1, decision: 'approved', message: null, attachmentIds: [] }),
};
/** Contracts about no practice, or that have a test of their own: lists, and what is asked by services and visitors. */
const others = [
  openPractice,
  desk.meetAtDesk,
  desk.openAtDesk,
  desk.listDeskPractices,
  prepareCompilation,
  listOwnPractices,
  getMarkKeys,
  submitPractices,
  rehearseSubmissions,
  confirmDocument,
  listOwnDocuments,
  listQueue,
  getQueueFilters,
  listCharges,
  marks.listTags,
  namePractices,
  marks.getChecklist,
  marks.putChecklist,
  opinions.listOpinions,
  enabling.listEnablings,
  enabling.retryEnabling,
].map(({ subject }) => String(subject));

const catalogue = [
  procedures,
  catalogueGroups,
  clickDays,
  managing,
  autoAssignment,
  definitions,
  listedPeople,
  capacity,
  exports,
  external,
  forms,
  protocol,
  ratings,
  requirements,
  statistics,
  templates,
  views,
  bulk,
].flatMap((file) => Object.values<unknown>(file));
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
