import { useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import { TermNote } from '@sportello/ui/term';
import type { Practice } from './practice.js';

/** Where it stands, whose turn it is, in a sentence, and the last day for the answer. */
export const WhatNow = ({ practice: { status, term } }: { practice: Practice }) => {
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
      {term && <TermNote term={term} />}
    </Panel>
  );
};
