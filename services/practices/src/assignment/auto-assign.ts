import { Injectable } from '@nestjs/common';
import { Passage } from '@sportello/casework/passage.entity';
import { practiceAssigned } from '@sportello/contracts/practices/events';
import { romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { announce, announceTo } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findLine } from '../practices/moves.js';
import { Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { AutoAssignment } from './auto-assignment.entity.js';
import { type Colleague, colleaguesOf, substituteAmong } from './colleagues.js';

const system = { side: 'system' } as const;
type Rule = AutoAssignment['rules'][number];

/** The first rule that fits what was chosen; of several choices any one. */
export function ruleFor(
  { field, rules }: Pick<AutoAssignment, 'field' | 'rules'>,
  content: Readonly<Record<string, unknown>>,
): Rule | undefined {
  const value = field ? content[field] : undefined;
  const chosen = (Array.isArray(value) ? value : [value]).map(String);
  return value === undefined ? undefined : rules.find((rule) => chosen.includes(rule.value));
}

/** Whom a rule reaches now: the officer, or somebody of the office. */
export const reachedBy = ({ to, assigneeId }: Rule, colleagues: readonly Colleague[]): Colleague | undefined =>
  colleagues.find(({ id, officeId }) => (to === 'officer' ? id : officeId) === assigneeId);

/**
 * Assigns what was sent, by the rules of its service. Nobody who sends waits for it; until then any officer of the service may take it, and
 * what she took stays hers.
 */
@Injectable()
export class AutoAssignments extends Jobs {
  constructor(private readonly db: DataSource) {
    super('auto-assignments', 1);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from practices where to_assign_since is not null order by to_assign_since limit $1', [limit]);
  }

  run(id: string, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const where = { id, toAssignSince: Not(IsNull()) };
      const practice = await tx.findOne(Practice, { where, lock: { mode: 'pessimistic_write' } });
      if (!practice) return;
      const { procedureId, organizationId } = practice;
      await autoAssign(tx, practice, await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId }), now);
      practice.toAssignSince = null;
      await tx.save(practice);
    });
  }
}

/**
 * Gives a practice that has just come in to the office or the officer that its form asks for. Where a rule reaches nobody its history says so,
 * and it waits for any officer of the service. The caller saves it.
 */
export async function autoAssign(tx: EntityManager, practice: Practice, procedure: Procedure, now: Date): Promise<void> {
  const { procedureId, organizationId } = practice;
  // A service that registers assigns what has its number.
  if (findLine('auto-assign', practice.situation(procedure), system, now) instanceof Problem) return;
  const settings = await tx.findOneBy(AutoAssignment, { procedureId, organizationId });
  const rule = settings && ruleFor(settings, practice.content);
  if (!rule) return;
  const colleagues = await colleaguesOf(tx, practice);
  const named = reachedBy(rule, colleagues);
  const chosen = rule.to === 'officer' && named ? (substituteAmong(colleagues, named, romeDate(now)) ?? named) : named;
  if (!chosen) {
    await tx.insert(Passage, practice.move('auto-assign-failed', practice.version, procedure, system, now, rule.value));
    return;
  }
  if (rule.to === 'office') {
    await tx.insert(Passage, practice.autoAssignToOffice(chosen, procedure, now));
    return;
  }
  await tx.insert(Passage, practice.autoAssign(chosen, procedure, now));
  await publishFact(tx, practiceAssigned, practice, now);
  await announce(tx, 'assigned', { practice, procedure, at: now, by: chosen.id });
  await announceTo(tx, chosen.id, 'assigned-to-you', { practice, procedure, at: now });
}
