import type { Text } from '@sportello/contracts/contract';
import { alreadyRequested, type LimitSettings, noPlacesLeft } from '@sportello/contracts/practices/limits';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, In } from 'typeorm';
import { Capacity } from './capacity.entity.js';
import { keysOf, placesOf } from './limit-rules.js';

/** A service, as far as its limits go. */
export interface Limited {
  id: string;
  organizationId: string;
  limits: LimitSettings;
}

/** A request that is being sent. */
export interface Candidate {
  id: string;
  procedureId: string;
  organizationId: string;
  applicantFiscalCode: string;
  limits: LimitSettings;
  /** Its answers; null where no limit looks at them. */
  content: Readonly<Record<string, unknown>> | null;
  /** The places that it holds already. */
  places: number | null;
}

/** Ends after which the same may be asked for again. */
const free = ['withdrawn', 'cancelled', 'rejected', 'deleted'];

/** Conditions of a row of `unique_keys k` whose practice still stands. */
const stands = `exists (select 1 from practices p where p.id = k.practice_id and p.status <> all ('{${free.join()}}'))`;

const asks = ({ maxSubmissions, uniqueBy }: LimitSettings) => maxSubmissions !== undefined || uniqueBy !== undefined;

/**
 * Gives places to requests in their order, as far as there are any, and keeps what each asks for once only. Whoever sends to the same service waits
 * for the end of the transaction, so that no place is given twice. What holds its place already keeps it.
 * @returns why some are refused, by id; the others hold `places` now
 */
export async function admit(tx: EntityManager, candidates: readonly Candidate[]): Promise<Map<string, Problem>> {
  const refused = new Map<string, Problem>();
  const limited = candidates.filter(({ limits }) => asks(limits));
  if (limited.length === 0) return refused;
  const capacities = await lockCapacities(tx, limited);
  const keys = new Map(limited.map((it) => [it.id, keysOf(it.limits, it.content ?? {}, it.applicantFiscalCode)]));
  const held = await heldKeys(tx, limited, keys);
  for (const candidate of limited) {
    const { id, procedureId, limits } = candidate;
    const capacity = capacities.get(procedureId);
    const own = (keys.get(id) ?? []).map((key) => `${procedureId} ${key}`);
    const places = placesOf(limits, candidate.content ?? {});
    const left = (limits.maxSubmissions ?? Number.POSITIVE_INFINITY) - (capacity?.taken ?? 0);
    if (own.some((key) => (held.get(key) ?? id) !== id)) refused.set(id, repeated(limits));
    else if (candidate.places === null && places > left) refused.set(id, full(limits, left));
    else {
      for (const key of own) held.set(key, id);
      if (candidate.places === null && capacity && limits.maxSubmissions !== undefined) {
        capacity.taken += places;
        candidate.places = places;
      }
    }
  }
  const admitted = limited.filter(({ id }) => !refused.has(id));
  await tx.save(Capacity, [...capacities.values()]);
  await keepKeys(tx, admitted, keys);
  return refused;
}

/**
 * The same for one that was sent and whose answers are others now: what it held by the former ones is free again.
 * @throws Problem `alreadyRequested`, `noPlacesLeft`
 */
export async function readmit(tx: EntityManager, candidate: Candidate): Promise<void> {
  const { id, organizationId } = candidate;
  await tx.query('delete from unique_keys where practice_id = $1 and organization_id = $2', [id, organizationId]);
  const refused = (await admit(tx, [candidate])).get(id);
  if (refused) throw refused;
}

/**
 * The same beforehand, for whoever completes a request: nothing is taken.
 * @throws Problem `alreadyRequested`, `noPlacesLeft`
 */
export async function checkAdmissible(tx: EntityManager, candidate: Candidate): Promise<void> {
  const { id, procedureId, limits } = candidate;
  if (!asks(limits)) return;
  const keys = new Map([[id, keysOf(limits, candidate.content ?? {}, candidate.applicantFiscalCode)]]);
  const held = await heldKeys(tx, [candidate], keys);
  if ([...held.values()].some((holder) => holder !== id)) throw repeated(limits);
  const left = (await placesLeft(tx, [{ id: procedureId, organizationId: candidate.organizationId, limits }])).get(procedureId);
  if (left !== undefined && placesOf(limits, candidate.content ?? {}) > left) throw full(limits, left);
}

/**
 * Whoever asked once, where nothing but the applicant is looked at, need not begin again.
 * @throws Problem `alreadyRequested`
 */
export async function checkNotRequested(tx: EntityManager, { id, organizationId, limits }: Limited, applicantId: string): Promise<void> {
  if (!limits.uniqueBy?.applicant || limits.uniqueBy.fields.length > 0) return;
  const held: unknown[] = await tx.query(
    `select 1 from unique_keys k join practices p on p.id = k.practice_id
     where k.procedure_id = $1 and k.organization_id = $2 and p.applicant_id = $3 and p.status <> all ($4) limit 1`,
    [id, organizationId, applicantId, free],
  );
  if (held.length > 0) throw repeated(limits);
}

/** How many places are left of each service that counts them; never less than none. */
export async function placesLeft(tx: EntityManager, services: readonly Limited[]): Promise<Map<string, number>> {
  const counting = services.filter(({ limits }) => limits.maxSubmissions !== undefined);
  if (counting.length === 0) return new Map();
  const organizationId = In([...new Set(counting.map((it) => it.organizationId))]);
  const rows = await tx.findBy(Capacity, { procedureId: In(counting.map(({ id }) => id)), organizationId });
  const taken = new Map(rows.map((row) => [row.procedureId, row.taken]));
  return new Map(counting.map(({ id, limits }) => [id, Math.max(0, (limits.maxSubmissions ?? 0) - (taken.get(id) ?? 0))]));
}

/** What its page says when no places are left. */
export const fullReason = ({ fullMessage }: LimitSettings): Text => fullMessage ?? noneLeft;

interface Held {
  id: string;
  procedureId: string;
  organizationId: string;
  submittedAt: Date | null;
  places: number | null;
}

/**
 * Gives the places of a practice back, or takes them again when it is reopened; not what was taken before the count began anew. They are taken
 * when a request is sent or, where it is paid first, when its payment is asked for.
 */
export async function changePlaces(tx: EntityManager, practice: Held, sign: 1 | -1): Promise<void> {
  const { id, procedureId, organizationId, submittedAt, places } = practice;
  if (!places) return;
  await tx.query(
    `update capacities set taken = greatest(0, taken + $3)
     where procedure_id = $1 and organization_id = $2 and (reset_at is null
       or reset_at <= coalesce((select min(asked_at) from payments where practice_id = $5 and phase = 'request'), $4))`,
    [procedureId, organizationId, sign * places, submittedAt, id],
  );
}

/** In the order of ids, so that two replicas never wait for each other in a circle. */
async function lockCapacities(tx: EntityManager, candidates: readonly Candidate[]): Promise<Map<string, Capacity>> {
  const bodies = new Map(candidates.map(({ procedureId, organizationId }) => [procedureId, organizationId]));
  const ids = [...bodies.keys()].sort();
  await tx.query(
    'insert into capacities (procedure_id, organization_id) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing',
    [ids, ids.map((id) => bodies.get(id))],
  );
  const where = { procedureId: In(ids), organizationId: In([...new Set(bodies.values())]) };
  const rows = await tx.find(Capacity, { where, order: { procedureId: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  return new Map(rows.map((row) => [row.procedureId, row]));
}

/** Who holds what is asked for, by service and key. */
async function heldKeys(tx: EntityManager, candidates: readonly Candidate[], keys: Map<string, string[]>): Promise<Map<string, string>> {
  const pairs = candidates.flatMap(({ id, procedureId }) => (keys.get(id) ?? []).map((key) => [procedureId, key] as const));
  if (pairs.length === 0) return new Map();
  const rows: { procedureId: string; key: string; practiceId: string }[] = await tx.query(
    `select k.procedure_id "procedureId", k.key, k.practice_id "practiceId" from unique_keys k
     where (k.procedure_id, k.key) in (select * from unnest($1::uuid[], $2::text[])) and ${stands}`,
    [pairs.map(([procedureId]) => procedureId), pairs.map(([, key]) => key)],
  );
  return new Map(rows.map(({ procedureId, key, practiceId }) => [`${procedureId} ${key}`, practiceId]));
}

async function keepKeys(tx: EntityManager, admitted: readonly Candidate[], keys: Map<string, string[]>): Promise<void> {
  const rows = admitted.flatMap((it) => (keys.get(it.id) ?? []).map((key) => ({ ...it, key })));
  if (rows.length === 0) return;
  await tx.query(
    `insert into unique_keys (procedure_id, key, organization_id, practice_id)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[])
     on conflict (procedure_id, key) do update set practice_id = excluded.practice_id`,
    [
      rows.map(({ procedureId }) => procedureId),
      rows.map(({ key }) => key),
      rows.map(({ organizationId }) => organizationId),
      rows.map(({ id }) => id),
    ],
  );
}

const repeated = ({ uniqueBy }: LimitSettings) => new Problem(alreadyRequested, uniqueBy?.message);

function full(limits: LimitSettings, left: number): Problem {
  if (left <= 0) return new Problem(noPlacesLeft, fullReason(limits));
  return new Problem(noPlacesLeft, {
    it: `${left === 1 ? 'Resta 1 posto' : `Restano ${left} posti`}, e l’istanza ne chiede di più`,
    en: `${left === 1 ? '1 place is' : `${left} places are`} left, and the request asks for more`,
  });
}

const noneLeft: Text = {
  it: 'Il numero massimo di istanze è stato raggiunto',
  en: 'The most requests that are taken have been made',
};
