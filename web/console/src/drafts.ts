import { keptKey } from '@sportello/ui/kept-here';
import { useSession } from '@sportello/ui/session';
import { useState } from 'react';

/** Texts being written, one for each practice and place, kept in this tab for who writes them until they are sent. */
const keyOf = (officerId: string, practiceId: string, place: string) => keptKey(officerId, `console.draft.${practiceId}.${place}`);

export type DraftPlace =
  | 'message'
  | 'amendment'
  | 'refusal'
  | 'approve'
  | 'reject'
  | 'reject-stamp'
  | 'waive-stamp'
  | 'registered-payment'
  | 'exemption'
  | 'announcement'
  | 'closure'
  | 'cancellation'
  | 'reopening'
  | 'opinion-question'
  | 'opinion'
  | 'ticket-ask'
  | 'ticket-solve'
  | 'ticket-cancel'
  | 'ticket-reroute'
  | 'ticket-reroute-to'
  | 'ticket-merge'
  | 'ticket-call';

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is switched off or full: the text is still in the field.
  }
}

/** The text of a place, and how to change it: an empty text forgets it. */
export function useDraft(practiceId: string, place: DraftPlace): [string, (text: string) => void] {
  const key = keyOf(useSession().account?.personId ?? '', practiceId, place);
  const [draft, setDraft] = useState(() => ({ key, text: read(key) }));
  const current = draft.key === key ? draft : { key, text: read(key) };
  return [
    current.text,
    (text) => {
      keep(key, text);
      setDraft({ key, text });
    },
  ];
}
