import type { Text } from '@sportello/contracts/contract';
import { deletableStates, type ProcedureState, procedureMoves } from '@sportello/contracts/practices/procedure-states';
import { procedureStatusLabels, statusRefused } from '@sportello/contracts/practices/procedures';
import { Problem } from '@sportello/messaging/problem';

/** @throws Problem `statusRefused`, which says where it may go instead */
export function checkMove(from: ProcedureState, to: ProcedureState): void {
  const next = procedureMoves[from];
  if (from === to || next.includes(to)) return;
  const { it, en } = procedureStatusLabels[from];
  const named = (language: 'it' | 'en', or: string) => next.map((state) => `«${procedureStatusLabels[state][language]}»`).join(or);
  throw new Problem(
    statusRefused,
    next.length > 0
      ? { it: `Da «${it}» può passare solo a ${named('it', ' o ')}`, en: `From «${en}» it can only move to ${named('en', ' or ')}` }
      : { it: `Da «${it}» non torna: fanne una copia`, en: `It does not come back from «${en}»: copy it` },
  );
}

/** @throws Problem `statusRefused` for what people can see */
export function checkDeletable(state: ProcedureState): void {
  if (!deletableStates.includes(state)) throw new Problem(statusRefused, withdrawFirst);
}

const withdrawFirst: Text = { it: 'Prima di eliminarlo va ritirato', en: 'It has to be withdrawn before it is deleted' };
