import { ask, useAsk } from '@sportello/ui/api';
import type { Values } from '@sportello/ui/form/values';
import { useEffect, useRef, useState } from 'react';
import { merge } from './merge.js';
import type { Draft } from './use-draft.js';

interface OtherScreenInput {
  practiceId: string;
  draft: Draft;
  /** What is typed here, as it would be saved. */
  content: Values;
  /** Contents as they are saved from here. */
  pruned: (content: Values) => Values;
  onMerged: (content: Values) => void;
}

/**
 * Keeps this screen in step with another one on which the same draft is filled in (CAT-89): what is saved there is shown here beside what is
 * typed here. The server says that there is something to read.
 */
export const useOtherScreen = ({ practiceId, draft, content, pruned, onMerged }: OtherScreenInput) => {
  const { data } = useAsk('rpc.practices.get.v1', { id: practiceId }, { enabled: draft.number !== null });
  /** The version of which it was seen that it cannot be put together with what is typed here. */
  const [apart, setApart] = useState(0);
  const { kind } = draft.state;
  const newest = data?.status === 'draft' ? data.version : 0;
  const isBehind = newest > (draft.version() ?? newest) && (kind === 'idle' || kind === 'waiting');
  const isAsked = (isBehind || kind === 'conflict') && apart < Math.max(newest, 1);
  const latest = useRef({ draft, content, pruned, onMerged });
  latest.current = { draft, content, pruned, onMerged };
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    void ask('rpc.practices.get-content.v1', { id: practiceId }).then(
      (other) => {
        if (isOver) return;
        const { draft: here, content: mine, pruned: prune, onMerged: show } = latest.current;
        const theirs = prune(other.content);
        const merged = merge(here.saved, mine, theirs);
        if (!merged) return setApart(Math.max(newest, other.version));
        here.continueFrom({ ...other, content: theirs });
        show(merged);
      },
      () => !isOver && setApart(Math.max(newest, 1)),
    );
    return () => {
      isOver = true;
    };
  }, [isAsked, newest, practiceId]);
  return {
    /** True once both have changed the same answer: the person chooses. */
    isApart: !isAsked,
    /** True when the request was completed, sent or thrown away elsewhere: here nothing can be saved any more. */
    isGone: data !== undefined && data.status !== 'draft',
  };
};
