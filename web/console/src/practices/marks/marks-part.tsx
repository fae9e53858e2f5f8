import type { AnswerOf } from '@sportello/contracts/web';
import { asLine } from '@sportello/italy/typed-text';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { changedByMark } from './changed.js';
import { Links } from './links.js';
import './marks.css';

type Marks = AnswerOf<'rpc.practices.get-marks.v1'>;

const priorities = ['high', 'normal', 'low'] as const;

/** What the office notes beside a practice: priority, tags, checklist and links (PRA-88, PRA-90). */
export const MarksPart = ({ id }: { id: string }) => {
  const text = useText();
  const marks = useAsk('rpc.practices.get-marks.v1', { id });
  return (
    <section className="sc-part sc-marks" aria-labelledby="marks-title">
      <h2 id="marks-title" className="sc-part-title">
        {text('marks.title')}
      </h2>
      <p className="sc-marks-lead">{text('marks.lead')}</p>
      <Loaded query={marks} skeleton={<Skeleton lines={4} />}>
        {(read) => (
          <>
            <Priority id={id} marks={read} />
            <TagList id={id} marks={read} />
            {read.checklist.length > 0 && <Checklist id={id} marks={read} />}
            <Links id={id} links={read.links} />
          </>
        )}
      </Loaded>
    </section>
  );
};

interface MarksProps {
  id: string;
  marks: Marks;
}

const Priority = ({ id, marks: { priority } }: MarksProps) => {
  const text = useText();
  const set = useCommand('rpc.practices.set-priority.v1', changedByMark);
  const [typed, setTyped] = useState<Marks['priority'] | null>(null);
  const chosen = typed ?? priority;
  return (
    <>
      <form
        className="sc-mark-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (set.isPending) return;
          const onSuccess = () => {
            setTyped(null);
            announce(text('marks.priority.done', { priority: text(`priority.${chosen}`) }));
          };
          set.mutate({ id, priority: chosen }, { onSuccess });
        }}
      >
        <SelectField
          label={text('queue.column.priority')}
          value={chosen}
          options={priorities.map((value) => ({ value, label: text(`priority.${value}`) }))}
          onChange={(value) => setTyped(priorities.find((one) => one === value) ?? null)}
        />
        <Button type="submit" outline color="primary" size="xs" aria-disabled={set.isPending || undefined}>
          {text('marks.priority.set')}
        </Button>
      </form>
      {set.error && <ErrorNote error={set.error} />}
    </>
  );
};

const TagList = ({ id, marks: { tags } }: MarksProps) => {
  const text = useText();
  const fieldId = useId();
  const [typed, setTyped] = useState('');
  const add = useCommand('rpc.practices.add-tag.v1', changedByMark);
  const remove = useCommand('rpc.practices.remove-tag.v1', changedByMark);
  const known = useAsk('rpc.practices.list-tags.v1', {}, { staleTimeMs: 60_000 }).data?.items ?? [];
  const error = add.error ?? remove.error;
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(tags.length);
  return (
    <div className="sc-mark" ref={area}>
      <h3>{text('tags.title')}</h3>
      {tags.length > 0 && (
        <ul className="sc-tags sc-tags-edit">
          {tags.map((tag) => (
            <li key={tag}>
              {tag}
              <button
                type="button"
                className="btn sp-icon-button"
                aria-label={text('tags.remove', { tag })}
                onClick={({ currentTarget }) => {
                  if (remove.isPending && remove.variables.tag === tag) return;
                  removing(currentTarget);
                  add.reset();
                  remove.mutate({ id, tag });
                }}
              >
                <Icon name="it-close" className="icon-xs" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="sc-mark-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const tag = asLine(typed);
          if (!tag || add.isPending) return;
          remove.reset();
          add.mutate({ id, tag }, { onSuccess: () => setTyped('') });
        }}
      >
        <TextField
          label={text('tags.add')}
          value={typed}
          onChange={setTyped}
          input={{ list: `${fieldId}-known`, maxLength: 40, autoComplete: 'off' }}
        />
        <datalist id={`${fieldId}-known`}>
          {known.map(({ tag }) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <Button type="submit" outline color="primary" size="xs">
          {text('marks.add')}
        </Button>
      </form>
      {error && <ErrorNote error={error} />}
    </div>
  );
};

const Checklist = ({ id, marks: { checklist, isChecklistRequired } }: MarksProps) => {
  const text = useText();
  const say = useSay();
  const fieldId = useId();
  const tick = useCommand('rpc.practices.tick-item.v1', changedByMark);
  const untick = useCommand('rpc.practices.untick-item.v1', changedByMark);
  const error = tick.error ?? untick.error;
  const done = checklist.filter(({ tickedAt }) => tickedAt).length;
  return (
    <fieldset className="sc-mark">
      <legend>
        {text('checklist.title')} <span className="sc-marks-lead">{text('checklist.done', { done, count: checklist.length })}</span>
      </legend>
      {isChecklistRequired && <p className="sc-marks-lead">{text('checklist.required')}</p>}
      <ul className="sc-checklist">
        {checklist.map(({ key, label, tickedBy, tickedAt }) => (
          <li key={key}>
            <input
              id={`${fieldId}-${key}`}
              type="checkbox"
              className="sp-check"
              checked={tickedAt !== null}
              aria-describedby={tickedAt ? `${fieldId}-${key}-by` : undefined}
              onChange={({ currentTarget: { checked } }) => {
                (checked ? untick : tick).reset();
                (checked ? tick : untick).mutate({ id, key });
              }}
            />
            <label htmlFor={`${fieldId}-${key}`}>{say(label)}</label>
            {tickedAt && (
              <span id={`${fieldId}-${key}-by`} className="sc-marks-lead">
                {text('checklist.by', { name: tickedBy ?? '', at: formatDateTime(tickedAt) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {error && <ErrorNote error={error} />}
    </fieldset>
  );
};
