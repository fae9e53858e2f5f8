import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { getRequirements } from '@sportello/contracts/practices/requirements';
import { SMALLEST_CELL } from '@sportello/contracts/practices/statistics';
import type { Form } from '@sportello/forms/form';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource } from 'typeorm';
import { seenBy } from './access-procedure.js';
import { Procedure } from './procedure.entity.js';

/** For how long a usual time is told again before it is counted anew, of how many services, and from how many outcomes. */
const KEPT_MS = 3_600_000;
const MOST_KEPT = 1_000;
const MOST_OUTCOMES = 5_000;

/** What somebody should know before beginning: documents, and how long the answer usually takes (CAT-90). */
@Controller()
export class RequirementsService {
  private readonly kept = new Map<string, { until: number; days: Promise<number | null> }>();

  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
  ) {}

  @Handles(getRequirements)
  async get({ id }: Input<typeof getRequirements>, actor: Actor): Promise<Output<typeof getRequirements>> {
    const { formId } = seenBy(await this.db.manager.findOneBy(Procedure, { id }), actor);
    const form = formId ? (await this.forms.get(formId)).form : null;
    return { documents: form ? documentsOf(form) : [], usualDays: await this.usualDays(id, new Date()) };
  }

  /** Everybody may ask, so it is counted once an hour however many do. */
  private usualDays(id: string, now: Date): Promise<number | null> {
    const known = this.kept.get(id);
    if (known && known.until > now.getTime()) return known.days;
    const days = this.count(id);
    this.kept.delete(id);
    if (this.kept.size >= MOST_KEPT) this.kept.delete(String(this.kept.keys().next().value));
    this.kept.set(id, { until: now.getTime() + KEPT_MS, days });
    days.catch(() => this.kept.delete(id));
    return days;
  }

  private async count(id: string): Promise<number | null> {
    const [row]: { decided: number; days: number | null }[] = await this.db.manager.query(usualTime, [id, MOST_OUTCOMES]);
    // Under five, a time would be that of somebody.
    return row?.days != null && row.decided >= SMALLEST_CELL ? Math.max(1, Math.ceil(row.days)) : null;
  }
}

const usualTime = `
  select count(*)::int "decided",
    (percentile_cont(0.5) within group (order by extract(epoch from p.decided_at - p.submitted_at)::float8) / 86400)::float8 "days"
  from (select decided_at, submitted_at from practices
    where procedure_id = $1 and decided_at >= now() - interval '12 months' order by decided_at desc limit $2) as p`;

function documentsOf({ pages }: Form): { label: { it: string; en: string }; isAlways: boolean }[] {
  return pages.flatMap(({ sections }) =>
    sections.flatMap(({ fields, showIf }) =>
      fields.flatMap((field) => {
        const leaves = field.kind === 'block' ? field.fields : [field];
        const isCertain = !showIf && !field.showIf && (field.kind !== 'block' || field.min > 0);
        return leaves.flatMap((leaf) =>
          leaf.kind === 'file' ? [{ label: leaf.label, isAlways: isCertain && !leaf.showIf && leaf.required === true }] : [],
        );
      }),
    ),
  );
}
