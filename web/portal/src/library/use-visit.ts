import { isId, newId } from '@sportello/contracts/id';
import { useCommand } from '@sportello/ui/api';
import { useEffect, useState } from 'react';

const place = 'sportello.visit';

/** The visit of this tab: it ends when the tab is closed. Where nothing can be kept, each page is a visit. */
function visitOfTab(): string {
  try {
    const known = sessionStorage.getItem(place);
    if (known && isId(known)) return known;
    const visit = newId();
    sessionStorage.setItem(place, visit);
    return visit;
  } catch {
    return newId();
  }
}

/** Counts that an article was opened, once a visit (KNB-05). @returns how often it was; null until it is known */
export const useVisit = (number: string): number | null => {
  const { mutate } = useCommand('rpc.knowledge.note-visit.v1');
  const [views, setViews] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a command is another function each time, and the visit is noted once
  useEffect(() => {
    mutate({ number, visitId: visitOfTab() }, { onSuccess: (answer) => setViews(answer.views) });
  }, [number]);
  return views;
};
