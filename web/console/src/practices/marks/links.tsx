import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { asPracticeNumber } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { StatusChip } from '@sportello/ui/status-chip';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { changedByMark } from './changed.js';

type Link = AnswerOf<'rpc.practices.get-marks.v1'>['links'][number];

const kinds = ['related', 'depends-on', 'duplicate-of'] as const;

/** The practices that belong to this one, and how to link another by its number. */
export const Links = ({ id, links }: { id: string; links: readonly Link[] }) => {
  const text = useText();
  const say = useSay();
  const [number, setNumber] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('related');
  const link = useCommand('rpc.practices.link.v1', changedByMark);
  const unlink = useCommand('rpc.practices.unlink.v1', changedByMark);
  const error = link.error ?? unlink.error;
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(links.length);
  return (
    <div className="sc-mark" ref={area}>
      <h3>{text('links.title')}</h3>
      {links.length > 0 && (
        <ul className="sc-others">
          {links.map((one) => (
            <li key={one.id}>
              <span>{text(`links.kind.${one.kind}.${one.isFrom ? 'from' : 'to'}`)}</span>
              {one.mayOpen ? (
                <LocalLink to={`/pratiche/${one.practiceId}`} className="sc-number">
                  {one.number}
                </LocalLink>
              ) : (
                <span className="sc-number">{one.number}</span>
              )}
              <StatusChip status={one.status} />
              <span className="sc-service">{say(one.procedureTitle)}</span>
              {one.mayRemove && (
                <button
                  type="button"
                  className="btn sp-icon-button"
                  aria-label={text('links.remove', { number: one.number })}
                  onClick={({ currentTarget }) => {
                    if (unlink.isPending && unlink.variables.linkId === one.id) return;
                    removing(currentTarget);
                    link.reset();
                    unlink.mutate({ id, linkId: one.id });
                  }}
                >
                  <Icon name="it-close" className="icon-sm" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        className="sc-mark-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const asked = asPracticeNumber(number);
          if (!asked || link.isPending) return;
          unlink.reset();
          link.mutate({ id, linkId: newId(), number: asked, kind }, { onSuccess: () => setNumber('') });
        }}
      >
        <SelectField
          label={text('links.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: text(`links.kind.${value}.from`) }))}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'related')}
        />
        <TextField label={text('links.number')} value={number} onChange={setNumber} input={{ maxLength: 60, autoComplete: 'off' }} />
        <Button type="submit" outline color="primary" size="xs">
          {text('links.add')}
        </Button>
      </form>
      {error && <ErrorNote error={error} />}
    </div>
  );
};
