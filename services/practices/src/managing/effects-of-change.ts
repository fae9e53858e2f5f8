import type { Text } from '@sportello/contracts/contract';
import { type AccessSettings, WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { termSettings } from '@sportello/contracts/practices/terms';
import { canonicalJson } from '@sportello/service/canonical-json';
import { type EntityManager, In, Not } from 'typeorm';
import { unsent } from '../practices/moves.js';
import { Practice } from '../practices/practice.entity.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { signInReason } from '../procedures/sign-in-rule.js';
import { windowState } from '../procedures/window.js';

/** Practices of a service that are alike for its rules. */
export interface Alike extends Pick<Practice, 'status' | 'profileKind' | 'method' | 'level'> {
  count: number;
}

export interface Effect {
  count: number;
  effect: Text;
}

type Rules = Pick<Procedure, 'code' | 'status' | 'audience' | 'opensAt' | 'closesAt' | 'settings' | 'access' | 'limits'>;

/** States after which a service has nothing more to say about a practice. */
const ended = ['approved', 'partially_approved', 'rejected', 'withdrawn', 'cancelled', 'acquired', 'deleted'];

/** What is not finished of a service, counted by what its rules look at. */
export const openPractices = (tx: EntityManager, { id, organizationId }: Pick<Procedure, 'id' | 'organizationId'>): Promise<Alike[]> =>
  tx
    .createQueryBuilder(Practice, 'p')
    .select(['p.status "status"', 'p.profile_kind "profileKind"', 'p.method "method"', 'p.level "level"', 'count(*)::int "count"'])
    .where({ procedureId: id, organizationId, status: Not(In(ended)) })
    .groupBy('p.status, p.profile_kind, p.method, p.level')
    .getRawMany<Alike>();

/** What a change of a service does to the practices that are open: each kind of effect with how many it meets. */
export function effectsOf(before: Rules, after: Rules, practices: readonly Alike[], now: Date): Effect[] {
  const count = (meets: (alike: Alike) => boolean) => practices.filter(meets).reduce((sum, alike) => sum + alike.count, 0);
  const isUnsent = ({ status }: Alike) => unsent.includes(status);
  const isSent = (alike: Alike) => !isUnsent(alike);
  const effects: Effect[] = [];
  const tell = (met: number, it: string, en: string) => {
    if (met > 0) effects.push({ count: met, effect: { it, en } });
  };
  const drafts = count(isUnsent);
  const sent = count(isSent);
  const isPublished = (status: string) => status === 'published';

  if (isPublished(before.status) && !isPublished(after.status)) {
    tell(drafts, `${bozze(drafts)}: non si possono più completare né inviare`, `${draftsOf(drafts)} can no longer be completed or sent`);
    tell(sent, `${pratiche(sent)} in lavorazione: proseguono fino all’esito`, `${practicesOf(sent)} under way go on to their outcome`);
  }
  if (windowState(before, now) === 'open' && windowState(after, now) !== 'open')
    tell(
      drafts,
      `${bozze(drafts)}: con il nuovo periodo di apertura ora non si possono inviare`,
      `${draftsOf(drafts)} cannot be sent now, by the new opening`,
    );
  const left = count(
    (alike) => isUnsent(alike) && before.audience.includes(alike.profileKind) && !after.audience.includes(alike.profileKind),
  );
  tell(
    left,
    `${bozze(left)} di profili a cui il servizio non è più rivolto: non si possono inviare`,
    `${draftsOf(left)} of profiles that the service is no longer for cannot be sent`,
  );
  const isIn = (access: AccessSettings, alike: Alike) => signInReason(access, alike) === null;
  const other = count((alike) => isUnsent(alike) && isIn(before.access, alike) && !isIn(after.access, alike));
  tell(
    other,
    `${bozze(other)}: per inviarle occorrerà accedere in un altro modo`,
    `${draftsOf(other)} will need another way of signing in to be sent`,
  );
  if (after.access.isReserved && !before.access.isReserved)
    tell(drafts, `${bozze(drafts)}: le può inviare solo chi è nell’elenco`, `${draftsOf(drafts)} can be sent only by those who are listed`);
  if (canonicalJson(before.limits) !== canonicalJson(after.limits))
    tell(
      drafts,
      `${bozze(drafts)}: i nuovi limiti si applicano quando saranno inviate`,
      `${draftsOf(drafts)} are held to the new limits when they are sent`,
    );
  if (before.code !== after.code)
    tell(
      drafts + sent,
      `${pratiche(drafts + sent)}: conservano il numero con il codice di prima`,
      `${practicesOf(drafts + sent)} keep the number with the code of before`,
    );

  const { workflow, registers, ...others } = after.settings;
  if (before.settings.workflow !== workflow) {
    if (workflow === 'forward')
      tell(
        sent,
        `${pratiche(sent)} in lavorazione: gli operatori non potranno più prenderle in carico né decidere`,
        `${practicesOf(sent)} under way: officers will no longer be able to take charge or decide`,
      );
    else tell(sent, `${pratiche(sent)}: passano nella coda degli operatori`, `${practicesOf(sent)} move to the queue of the officers`);
  }
  if (before.settings.registers !== registers) {
    const arrived = count(({ status }) => status === 'submitted');
    if (registers)
      tell(
        arrived,
        `${pratiche(arrived)} da prendere in carico: aspettano prima il numero di protocollo`,
        `${practicesOf(arrived)} to be taken charge of wait for their protocol number first`,
      );
    else
      tell(
        arrived,
        `${pratiche(arrived)} in attesa del numero di protocollo: si possono prendere in carico senza`,
        `${practicesOf(arrived)} that wait for a protocol number can be taken charge of without`,
      );
  }
  for (const key of new Set([...Object.keys(others), ...Object.keys(before.settings)])) {
    if (key === 'workflow' || key === 'registers') continue;
    const [was, is] = [before.settings, after.settings].map((settings) => settings[key as keyof WorkflowSettings] ?? false);
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) continue;
    const { it, en } = labelOf(key);
    // The term of what was sent is fixed (PRA-76).
    if (key in termSettings) {
      tell(drafts, `${bozze(drafts)}: seguono «${it}» quando saranno inviate`, `${draftsOf(drafts)} follow “${en}” when they are sent`);
      continue;
    }
    tell(
      drafts + sent,
      `${pratiche(drafts + sent)}: seguono la nuova impostazione «${it}»`,
      `${practicesOf(drafts + sent)} follow the new setting “${en}”`,
    );
  }
  return effects;
}

/** What a setting is called, as its contract says. */
const labelOf = (key: string): Text => {
  const shape: Record<string, { meta(): Record<string, unknown> | undefined }> = WorkflowSettings.shape;
  return (shape[key]?.meta()?.['x-label'] as Text | undefined) ?? { it: key, en: key };
};

const pratiche = (count: number) => (count === 1 ? '1 pratica aperta' : `${count} pratiche aperte`);
const practicesOf = (count: number) => (count === 1 ? '1 open practice' : `${count} open practices`);
const bozze = (count: number) => (count === 1 ? '1 bozza' : `${count} bozze`);
const draftsOf = (count: number) => (count === 1 ? '1 draft' : `${count} drafts`);
