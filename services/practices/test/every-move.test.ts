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
import { moves, unsent, worked } from '../src/practices/moves.js';
import { isAmong } from '../src/practices/practice.entity.js';
import { answers } from './form.js';
import { World } from './world.js';

const office = { id: randomUUID(), name: 'Ufficio Istruzione' };
let world: World;
/** The practice of which those of the tests are copies. */
let sample: string;
beforeAll(async () => {
  world = await World.start();
  const settings = { requiresConfirmation: true, canBeWithdrawn: true, allowsPartialApproval: true, canBeReopened: true };
  const procedureId = await world.procedure({ settings });
  await world.enable(ferrari, randomUUID(), office);
  sample = await world.sent(procedureId);
  await eventually(async () => expect((await world.ask(getPractice, { id: sample }, federica)).documents).toHaveLength(2), 90);
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
  'give-opinion': [giveOpinion, { stance: 'negative', text: 'Non è compatibile', attachmentIds: [] }],
  'drop-opinion': [dropOpinion, {}],
  'reopen-closed': [reopenPractice, { reason: 'Un documento era sfuggito' }],
};

/** A practice as if its way had led to a state. What hangs on it, an amendment, observations, an opinion, a payment, has its id too. */
interface Prepared {
  id: string;
  status: PracticeStatus;
  isHeld: boolean;
}

/** What the caller chose, or what is there. */
const idsFor: Partial<Record<Move, (id: string) => object>> = {
  'request-amendment': () => ({ amendmentId: randomUUID() }),
  'answer-amendment': (id) => ({ amendmentId: id }),
  'accept-amendment': (id) => ({ amendmentId: id }),
  'refuse-amendment': (id) => ({ amendmentId: id }),
  'close-amendment': (id) => ({ amendmentId: id }),
  correct: () => ({ correctionId: randomUUID(), content: { ...answers, street: `Via ${randomUUID()}` } }),
  'ask-opinion': () => ({ opinionId: randomUUID() }),
  'give-opinion': (id) => ({ opinionId: id }),
  'drop-opinion': (id) => ({ opinionId: id }),
  'announce-refusal': () => ({ observationsId: randomUUID() }),
  'send-observations': (id) => ({ observationsId: id }),
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
  // What waits here was presented: it waits with its outcome.
  if (!line || line.guards?.some((guard) => guard === 'not sent' || guard === 'before presentation')) return undefined;
  const isHolder = isHeld && actor === bianchi;
  if (line.who === 'applicant') return actor === federica ? line : undefined;
  if (line.who === 'officer in charge') return isHolder ? line : undefined;
  if (line.who === 'officer in charge or manager') return isHolder || actor === manager ? line : undefined;
  // The office of the other officer is asked for its opinion in every state.
  if (line.who === 'asked office') return actor === ferrari ? line : undefined;
  if (line.who === 'manager') return actor === manager ? line : undefined;
  if (!workers.includes(actor)) return undefined;
  if (line.guards?.includes('nobody in charge') && isHeld) return undefined;
  if (line.guards?.includes('somebody else in charge') && (!isHeld || isHolder)) return undefined;
  return line;
}

const isPaying = (status: PracticeStatus) => ['awaiting_payment', 'payment_in_progress', 'paid'].includes(status);

/** What differs from the practice that was sent. */
function columnsOf({ id, status, isHeld }: Prepared): object {
  const isSent = !unsent.includes(status) && status !== 'deleted';
  return {
    ...{ id, number: id, status, version: 40, content: answers, known: { person: { givenName: 'FEDERICA' } }, kid: 'k', signature: 's' },
    ...{ officer_id: isHeld ? bianchi.personId : null, officer_name: isHeld ? 'BIANCHI' : null },
    ...{ content_sha256: status === 'draft' ? null : 'a'.repeat(64), submitted_at: isSent ? new Date() : null },
    ...{ position: isSent ? 1 : null, sent_version: isSent ? 39 : null },
    // An outcome that was decided waits for one payment.
    ...(isPaying(status) && { phase: 'release', pending_outcome: 'approved' }),
  };
}

async function prepare(practices: readonly Prepared[]): Promise<void> {
  const { db } = world.service;
  const idsIn = (...among: PracticeStatus[]) => practices.filter(({ status }) => among.includes(status)).map(({ id }) => id);
  await db.query(
    `insert into practices select q.* from practices p cross join jsonb_array_elements($2::jsonb) it cross join lateral jsonb_populate_record(p, it) q
     where p.id = $1`,
    [sample, JSON.stringify(practices.map(columnsOf))],
  );
  await db.query(
    `insert into passages (organization_id, subject_kind, subject_id, at, from_status, to_status, move, actor_side, actor_id, actor_name)
     select organization_id, subject_kind, it, at, from_status, to_status, move, actor_side, actor_id, actor_name
     from passages cross join unnest($2::uuid[]) it where subject_id = $1 order by it, id`,
    [sample, practices.map(({ id }) => id)],
  );
  await db.query('update practices set opinion_by = current_date + 10, answer_by = current_date + 30 where id = any($1)', [
    practices.map(({ id }) => id),
  ]);
  await db.query(
    `insert into payments (id, organization_id, practice_id, phase, status, reason, amount_cents, asked_at)
     select id, organization_id, id, 'release', 'wanted', 'Diritti', 500, now() from practices where id = any($1)`,
    [practices.filter(({ status }) => isPaying(status)).map(({ id }) => id)],
  );
  await db.query(
    `insert into opinions (id, organization_id, practice_id, office_id, office_name, question, asked_by_name, asked_at, answer_by, answer_id)
     select id, organization_id, id, $2, $3, 'È compatibile?', 'BIANCHI', now(), current_date + 10, gen_random_uuid() from practices where id = any($1)`,
    [practices.map(({ id }) => id), office.id, office.name],
  );
  await db.query(
    `insert into observations (id, organization_id, practice_id, status, reason, announced_at, answer_by)
     select id, organization_id, id, 'awaited', 'Manca', now(), current_date + 10 from practices where id = any($1)`,
    [idsIn('awaiting_observations')],
  );
  await db.query(
    `insert into amendments (id, organization_id, practice_id, status, reason, asked_at, answer, answered_at)
     select id, organization_id, id, case when is_open then 'open' else 'answered' end, 'Manca', now(), case when not is_open then 'Ecco' end,
       case when not is_open then now() end
     from (select *, status = 'awaiting_amendment' is_open from practices) p where id = any($1)`,
    [idsIn('awaiting_amendment', 'amendment_submitted')],
  );
}

interface Written {
  status: string;
  passages: number;
  /** All that a move may write. */
  whole: string;
}

async function written(practices: readonly Prepared[]): Promise<Map<string, Written>> {
  const rows: (Written & { id: string })[] = await world.service.db.query(
    `with told as (select payload ->> 'practiceId' id, count(*) n from outbox where subject <> 'events.identity.access-noted.v1' group by 1),
       announced as (select payload -> 'subject' ->> 'id' id, count(*) n from outbox group by 1)
     select p.id, p.status, (select count(*)::int from passages where subject_id = p.id) passages,
       (select jsonb_build_array(to_jsonb(p), (select n from told t where t.id = p.id::text), (select n from announced a where a.id = p.id::text),
         (select count(*) from passages where subject_id = p.id),
         (select jsonb_agg(to_jsonb(a) order by id) from amendments a where practice_id = p.id),
         (select jsonb_agg(to_jsonb(n) order by id) from observations n where practice_id = p.id),
         (select jsonb_agg(to_jsonb(q) order by id) from opinions q where practice_id = p.id),
         (select jsonb_agg(to_jsonb(y) order by id) from payments y where practice_id = p.id),
         (select jsonb_agg(to_jsonb(e) order by id) from past_outcomes e where practice_id = p.id)))::text whole
     from practices p where p.id = any($1)`,
    [practices.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Asked at the same moment: no more than a service takes. */
const AT_ONCE = 16;

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

const situations = PracticeStatus.options.flatMap((status) =>
  (worked.some((it) => it === status) ? [true, false] : [false]).map((isHeld) => ({ status, isHeld })),
);

test.each(Move.options.map((move) => [move]))(
  '"%s" from every state, by everybody: what the table allows is done, and all else is refused by its name and writes nothing',
  async (move) => {
    const [contract, more] = doors[move];
    // Whoever may do it has a practice of her own, and those who may not ask about one together: they leave it as it was.
    const asked = situations.flatMap((situation) => {
      const refused = randomUUID();
      return everyone.map(([who, actor]) => {
        const line = mayDo(actor.roles, contract.permission) ? lineOf(move, situation.status, actor, situation.isHeld) : undefined;
        return { ...situation, who, actor, line, id: line ? randomUUID() : refused };
      });
    });
    const practices = [...new Map(asked.map((one) => [one.id, one])).values()];
    await prepare(practices);
    const before = await written(practices);
    const outcomes: string[] = [];
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      const outcomesOf = asked.slice(at, at + AT_ONCE).map(({ id, actor }) => {
        return outcomeOf(contract, { id, version: 40, ...more, ...idsFor[move]?.(id) }, actor);
      });
      outcomes.push(...(await Promise.all(outcomesOf)));
    }
    const after = await written(practices);
    const wrong = asked.flatMap(({ id, status, isHeld, who, actor, line }, at) => {
      const [was, is, outcome] = [before.get(id), after.get(id), String(outcomes[at])];
      if (!was || !is) throw new Error(`${status} was not prepared`);
      const isUnchanged = is.whole === was.whole;
      const isRight = line
        ? outcome === 'done' &&
          // What is paid goes on at once, to the outcome that was decided.
          is.status === (line.to === 'paid' ? 'approved' : line.to) &&
          (move === 'save' || is.passages === was.passages + (line.to === 'paid' ? 2 : 1))
        : isUnchanged && (isRepeated(move, status, actor) && (move !== 'take' || isHeld) ? outcome === 'done' : named.includes(outcome));
      return isRight ? [] : [{ status, isHeld, who, outcome, is: is.status, wanted: line?.to ?? 'a refusal', isUnchanged }];
    });
    expect(wrong).toEqual([]);
  },
);

test('the states in which somebody works are those that the index of her practices has', () => {
  expect(isAmong(worked)).toBe("status in ('under_review', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')");
});
