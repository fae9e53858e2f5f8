import { formatDate, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import type { Practice } from './practice.js';

/** Where it stands, whose turn it is, in a sentence, and the last day for the answer. */
export const WhatNow = ({ practice: { status, answerBy } }: { practice: Practice }) => {
  const text = useText();
  return (
    <Panel className="sp-now" aria-labelledby="stato">
      <h2 id="stato" className="h6">
        {text('practice.status')}
      </h2>
      <p>
        <StatusChip status={status} />
      </p>
      <p>{text(`practice.turn.${status}`)}</p>
      {answerBy && <p>{text('practice.answerBy', { date: formatDate(answerBy) })}</p>}
    </Panel>
  );
};
