import { noteSpan } from '@sportello/messaging/spans';
import { type EntitySubscriberInterface, EventSubscriber } from 'typeorm';
import type { AfterQueryEvent } from 'typeorm/subscriber/event/QueryEvent.js';

/** Of a statement, in characters. */
const LONGEST_TEXT = 2_000;

/** Texts and numbers in a statement; `$1` stands for a value that is not in it. */
const literals = /'[^']*'|(?<![$\w])\d+/g;
const objects = /\b(?:from|into|update)\s+"?(\w+)/i;

/** Notes each statement as a step of the trace at hand: its text without any value. */
@EventSubscriber()
export class SqlSpans implements EntitySubscriberInterface {
  afterQuery({ query, success, executionTime = 0 }: AfterQueryEvent): void {
    const words = [/\w+/.exec(query)?.[0].toLowerCase(), objects.exec(query)?.[1]];
    const text = query.replace(literals, '?').slice(0, LONGEST_TEXT);
    noteSpan(
      {
        kind: 'client',
        name: words.filter(Boolean).join(' '),
        startedAt: Date.now() - executionTime,
        attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
      },
      !success,
    );
  }
}
