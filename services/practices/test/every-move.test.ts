import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Rpc } from '@sportello/contracts/contract';
import { mayDo } from '@sportello/contracts/permissions';
import {
  acceptAmendment,
  answerAmendment,
  closeAmendment,
  refuseAmendment,
  requestAmendment,
} from '@sportello/contracts/practices/amendments';
import { assignPractice, releasePractice, takeOverPractice } from '@sportello/contracts/practices/assignments';
import { cancelPractice, reopenPractice } from '@sportello/contracts/practices/closures';
import { correctPractice } from '@sportello/contracts/practices/corrections';
import { completePractice, deletePractice, reopenDraft, saveDraft } from '@sportello/contracts/practices/drafts';
import { announceRefusal, sendObservations } from '@sportello/contracts/practices/observations';
import { askOpinion, dropOpinion, giveOpinion } from '@sportello/contracts/practices/opinions';
import { exemptPractice, proceedToPayment, registerPayment } from '@sportello/contracts/practices/payments';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { Move, PracticeStatus } from '@sportello/contracts/practices/states';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { withdrawPractice } from '@sportello/contracts/practices/withdrawals';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { ForeignProblem } from '@sportello/messaging/problem';
import { administrator, anna, bianchi, federica, ferrari, manager, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { moves, unsent } from '../src/practices/moves.js';
import { isAmong, worked } from '../src/practices/practice.entity.js';
import { answers } from './form.js';
import { World } from './world.js';

const office = { id: randomUUID(), name: 'Ufficio Istruzione' };
let world: World;
let id: string;
let amendmentId: string;
const observationsId = randomUUID();
const opinionId = randomUUID();
beforeAll(async () => {
  world = await World.start();
  const settings = { requiresConfirmation: true, canBeWithdrawn: true, allowsPartialApproval: true, canBeReopened: true };
  const procedureId = await world.procedure({ settings });
  await world.enable(ferrari, randomUUID(), office);
  id = await world.sent(procedureId);
  await eventually(async () => expect((await world.ask(getPractice, { id }, federica)).documents).toHaveLength(2), 90);
  amendmentId = randomUUID();
});
afterAll(() => world?.stop());

/** Each move of people, as it is asked for. */
const doors: Record<Move, [Rpc, object]> = {
  save: [saveDraft, { content: answers }],
  complete: [completePractice, {}],
  reopen: [reopenDraft, {}],
  delete: [deletePractice, {}],
  submit: [submitPractice, {}],
  'proceed-to-payment': [proceedToPayment, {}],
  take: [takePractice, {}],
  'take-over': [takeOverPractice, {}],
  assign: [assignPractice, { to: 'officer', assigneeId: ferrari.personId }],
  'assign-office': [assignPractice, { to: 'office', assigneeId: office.id }],
  release: [releasePractice, {}],
  'request-amendment': [requestAmendment, { reason: 'Manca', attachmentIds: [] }],
  'answer-amendment': [answerAmendment, { text: 'Ecco', attachmentIds: [] }],
  withdraw: [withdrawPractice, {}],
  'accept-amendment': [acceptAmendment, {}],
  'refuse-amendment': [refuseAmendment, { reason: 'Non basta' }],
  'close-amendment': [closeAmendment, { reason: 'È già in atti' }],
  'announce-refusal': [announceRefusal, { reason: 'Manca il requisito', attachmentIds: [] }],
  'send-observations': [sendObservations, { text: 'Il requisito c’è', attachmentIds: [] }],
  approve: [decidePractice, { decision: 'approved', message: null, attachmentIds: [] }],
  'approve-with-dues': [
    decidePractice,
    { decision: 'approved', message: null, attachmentIds: [], stamps: [{ id: randomUUID(), reason: 'Permesso', amountCents: 1_600 }] },
  ],
  'register-payment': [registerPayment, {}],
  exempt: [exemptPractice, { reason: 'Esente' }],
  'approve-partially': [decidePractice, { decision: 'partially_approved', message: null, attachmentIds: [] }],
  reject: [decidePractice, { decision: 'rejected', message: 'Manca il requisito', attachmentIds: [] }],
  cancel: [cancelPractice, { reason: 'Inviata due volte' }],
  correct: [correctPractice, { reason: 'Come da certificato' }],
  'ask-opinion': [askOpinion, { officeId: office.id, question: 'È compatibile?', attachmentIds: [] }],
  'give-opinion': [giveOpinion, { opinionId, stance: 'negative', text: 'Non è compatibile', attachmentIds: [] }],
  'drop-opinion': [dropOpinion, { opinionId }],
  'reopen-closed': [reopenPractice, { reason: 'Un documento era sfuggito' }],
};

/** What the caller chose, or what is there. */
const freshIds: Partial<Record<Move, () => object>> = {
  'request-amendment': () => ({ amendmentId: randomUUID() }),
  correct: () => ({ correctionId: randomUUID(), content: { ...answers, street: `Via ${randomUUID()}` } }),
  'ask-opinion': () => ({ opinionId: randomUUID() }),
  'announce-refusal': () => ({ observationsId: randomUUID() }),
  'send-observations': () => ({ observationsId }),
};

const everyone: [string, Actor][] = [
  ['the applicant', federica],
  ['another citizen', anna],
  ['the officer in charge', bianchi],
  ['another officer of the service', ferrari],
  ['the manager', manager],
  ['the administrator', administrator],
  ['an officer of another body', stranger],
  ['a visitor', visitor('it')],
];
/** As `doors` asks, with the officer of the service who is in charge, or nobody. */
const workers: Actor[] = [bianchi, ferrari, manager];

/** What is said again, and answered as the first time: nothing is written. */
const isRepeated = (move: Move, status: PracticeStatus, actor: Actor): boolean =>
  (move === 'take' && actor === bianchi && worked.some((it) => it === status)) ||
  (move === 'complete' && status === 'ready' && actor === federica) ||
  (move === 'reopen' && status === 'draft' && actor === federica) ||
  (move === 'delete' && status === 'deleted' && actor === federica) ||
  (move === 'answer-amendment' && status === 'amendment_submitted' && actor === federica) ||
  (move === 'withdraw' && status === 'withdrawn' && actor === federica) ||
  (move === 'submit' && actor === federica && !unsent.includes(status) && status !== 'deleted');

/** What the table says, of a service that decides, does not register, and asks for the two steps. */
function lineOf(move: Move, status: PracticeStatus, actor: Actor, isHeld: boolean) {
  const line = moves.find(
    (it) =>
      it.move === move &&
      it.from === status &&
      !it.if?.some((one) => ['one step', 'forward', 'registers', 'paid first', 'dues at release'].includes(one)),
  );
  if (!line) return undefined;
  const isHolder = isHeld && actor === bianchi;
  if (line.who === 'applicant') return actor === federica ? line : undefined;
  if (line.who === 'officer in charge') return isHolder ? line : undefined;
  if (line.who === 'officer in charge or manager') return isHolder || actor === manager ? line : undefined;
  // The office of the other officer is asked for its opinion in every state.
  if (line.who === 'asked office') return actor === ferrari ? line : undefined;
  if (line.who === 'manager') return actor === manager ? line : undefined;
  if (!workers.includes(actor)) return undefined;
  if (line.guards?.includes('before presentation')) return undefined;
  if (line.guards?.includes('nobody in charge') && isHeld) return undefined;
  if (line.guards?.includes('somebody else in charge') && (!isHeld || isHolder)) return undefined;
  return line;
}

/** Puts the practice in a state, as if its way had led there. */
async function putIn(status: PracticeStatus, isHeld: boolean): Promise<number> {
  const { db } = world.service;
  const isSent = !unsent.includes(status) && status !== 'deleted';
  await db.query(
    `update practices set status = $2, officer_id = $3, officer_name = $4, office_id = null, office_name = null, outcome_message = null, decided_at = null, outcome_id = null,
       content = $5, known = '{"person": {"givenName": "FEDERICA"}}', content_sha256 = $6, submitted_at = $7, position = $8, kid = 'k', signature = 's', sent_version = $9, version = 40, opinion_by = current_date + 10,
       answer_by = current_date + 30 where id = $1`,
    [
      ...[id, status, isHeld ? bianchi.personId : null, isHeld ? 'BIANCHI' : null, JSON.stringify(answers)],
      ...[status === 'draft' ? null : 'a'.repeat(64), isSent ? new Date() : null, isSent ? 1 : null, isSent ? 39 : null],
    ],
  );
  await db.query('delete from amendments where practice_id = $1', [id]);
  await waitForPayment(status);
  await db.query(
    `insert into opinions (id, organization_id, practice_id, office_id, office_name, question, asked_by_name, asked_at, answer_by, answer_id)
     select $1, organization_id, id, $3, $4, 'È compatibile?', 'BIANCHI', now(), current_date + 10, $5 from practices where id = $2
     on conflict (id) do update set stance = null, text = null, given_at = null, given_by_name = null, dropped_at = null`,
    [opinionId, id, office.id, office.name, randomUUID()],
  );
  await db.query('delete from observations where practice_id = $1', [id]);
  await db.query('delete from past_outcomes where practice_id = $1', [id]);
  if (status === 'awaiting_observations')
    await db.query(
      `insert into observations (id, organization_id, practice_id, status, reason, announced_at, answer_by)
       select $1, organization_id, id, 'awaited', 'Manca', now(), current_date + 10 from practices where id = $2`,
      [observationsId, id],
    );
  if (status === 'awaiting_amendment' || status === 'amendment_submitted')
    await db.query(
      `insert into amendments (id, organization_id, practice_id, status, reason, asked_at, answer, answered_at)
       select $1, organization_id, id, $3, 'Manca', now(), $4, $5 from practices where id = $2`,
      [amendmentId, id, ...(status === 'awaiting_amendment' ? ['open', null, null] : ['answered', 'Ecco', new Date()])],
    );
  return 40;
}

/** An outcome that was decided waits for one payment. */
async function waitForPayment(status: PracticeStatus): Promise<void> {
  const { db } = world.service;
  const waits = status === 'awaiting_payment' || status === 'payment_in_progress' || status === 'paid';
  await db.query('delete from payments where practice_id = $1', [id]);
  await db.query('update practices set phase = $2, pending_outcome = $3 where id = $1', [
    id,
    ...(waits ? ['release', 'approved'] : [null, null]),
  ]);
  if (waits)
    await db.query(
      `insert into payments (id, organization_id, practice_id, phase, status, reason, amount_cents, asked_at)
       select $1, organization_id, id, 'release', 'wanted', 'Diritti', 500, now() from practices where id = $2`,
      [randomUUID(), id],
    );
}

/** All that a move may write. */
async function written(): Promise<object> {
  const [row] = await world.service.db.query(
    `select to_jsonb(p) practice, (select count(*) from passages where subject_id = p.id) passages,
       (select jsonb_agg(to_jsonb(a) order by id) from amendments a where practice_id = p.id) amendments,
       (select jsonb_agg(to_jsonb(n) order by id) from observations n where practice_id = p.id) observations,
       (select jsonb_agg(to_jsonb(q) order by id) from opinions q where practice_id = p.id) opinions,
       (select jsonb_agg(to_jsonb(e) order by id) from past_outcomes e where practice_id = p.id) past,
       (select count(*) from outbox where payload ->> 'practiceId' = p.id::text or payload -> 'subject' ->> 'id' = p.id::text
         and subject <> 'events.identity.access-noted.v1') told
     from practices p where p.id = $1`,
    [id],
  );
  return row;
}

/** The problems by which a move may be refused: none says more to a stranger than that nothing is there. */
const named = [
  ...['move-refused', 'already-sent', 'not-in-charge', 'practice-not-found', 'forbidden'],
  ...['not-the-applicant', 'already-acquired', 'not-withdrawable', 'payment-present', 'dues-not-asked', 'not-asked'],
];

async function outcomeOf(contract: Rpc, input: object, actor: Actor): Promise<string> {
  try {
    await world.ask(contract, input as never, actor);
    return 'done';
  } catch (error) {
    if (error instanceof ForeignProblem) return error.received.type;
    throw error;
  }
}

const holdings = (status: PracticeStatus) => (worked.some((it) => it === status) ? [true, false] : [false]);

test.each(Move.options.map((move) => [move]))(
  '"%s" from every state, by everybody: what the table allows is done, and all else is refused by its name and writes nothing',
  async (move) => {
    const [contract, more] = doors[move];
    const usesAmendment = ['answer-amendment', 'accept-amendment', 'refuse-amendment', 'close-amendment'].includes(move);
    const wrong: unknown[] = [];
    for (const status of PracticeStatus.options)
      for (const isHeld of holdings(status))
        for (const [who, actor] of everyone) {
          const version = await putIn(status, isHeld);
          const before = (await written()) as { practice: { status: string }; passages: string };
          const ids = usesAmendment ? { amendmentId } : (freshIds[move]?.() ?? {});
          const outcome = await outcomeOf(contract, { id, version, ...more, ...ids }, actor);
          const after = (await written()) as typeof before;
          const line = mayDo(actor.roles, contract.permission) ? lineOf(move, status, actor, isHeld) : undefined;
          const isUnchanged = JSON.stringify(after) === JSON.stringify(before);
          const isRight = line
            ? outcome === 'done' &&
              // What is paid goes on at once, to the outcome that was decided.
              after.practice.status === (line.to === 'paid' ? 'approved' : line.to) &&
              (move === 'save' || Number(after.passages) === Number(before.passages) + (line.to === 'paid' ? 2 : 1))
            : isUnchanged &&
              (isRepeated(move, status, actor) && (move !== 'take' || isHeld) ? outcome === 'done' : named.includes(outcome));
          if (!isRight)
            wrong.push({ status, isHeld, who, outcome, is: after.practice.status, wanted: line?.to ?? 'a refusal', isUnchanged });
        }
    expect(wrong).toEqual([]);
  },
  300_000,
);

test('the states in which somebody works are those that the index of her practices has', () => {
  expect(isAmong(worked)).toBe("status in ('under_review', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')");
});
