import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { ProblemError } from '@sportello/ui/problem';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { useId, useState } from 'react';
import { InstantFields, instantOf, noInstant, typedOf } from '../instant-fields.js';
import { type ClickDay, clickDayReads } from './click-day.js';

const ends = ['opensAt', 'closesAt'] as const;
const languages = ['it', 'en'] as const;
/** Characters of a title and of a public notice. */
const LONGEST = { title: 200, notice: 2_000 };

/** Plans a click day, or changes it: once filling in has begun only with a notice that everybody reads on its page (ADM-16). */
export const ClickDayDialog = ({ day: known, onClose }: { day: ClickDay | null; onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  // As it was when the dialog opened: what somebody else changed meanwhile is refused, and not written over.
  const [day] = useState(known);
  const [id] = useState(() => day?.id ?? newId());
  const [isChecked, setChecked] = useState(false);
  const [title, setTitle] = useState(day?.title ?? { it: '', en: '' });
  const [typed, setTyped] = useState(() => ({
    opensAt: day ? typedOf(day.opensAt) : noInstant,
    closesAt: day ? typedOf(day.closesAt) : noInstant,
  }));
  const [chosen, setChosen] = useState<readonly string[]>(() => day?.services.map((service) => service.id) ?? []);
  const [notice, setNotice] = useState({ it: '', en: '' });
  const put = useCommand('rpc.practices.put-click-day.v1', clickDayReads);
  // Also where the server knows of somebody who fills in although the day is only planned.
  const isNoticeWanted = put.error instanceof ProblemError && put.error.kind === 'public-notice-needed';
  const hasBegun = (day !== null && day.state !== 'planned') || isNoticeWanted;
  const missing = (words: string, longest: number) =>
    isChecked && (words.trim() === '' || words.length > longest) ? text('clickDays.missing') : undefined;
  /** What nobody touched keeps its seconds, which the fields do not show. */
  const at = (end: (typeof ends)[number]) => {
    const before = day && typedOf(day[end]);
    const isSame = before && before.date === typed[end].date && before.time === typed[end].time;
    return isSame ? day[end] : instantOf(typed[end]);
  };
  const send = () => {
    setChecked(true);
    const [opensAt, closesAt] = [at('opensAt'), at('closesAt')];
    const isWritten = [title, ...(hasBegun ? [notice] : [])].every(({ it, en }) => it.trim() !== '' && en.trim() !== '');
    if (!opensAt || !closesAt || !isWritten || chosen.length === 0) return goToFirstMistake(document.querySelector('dialog[open]'));
    put.mutate(
      { id, title, opensAt, closesAt, procedureIds: [...chosen], notice: hasBegun ? notice : null, version: day?.version ?? 0 },
      {
        onSuccess: () => {
          toast({ words: text('clickDays.saved') });
          if (day) onClose();
          else go(`/click-day/${id}`);
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text(!day ? 'clickDays.new' : hasBegun ? 'clickDays.postpone' : 'clickDays.change')}
      lead={text(hasBegun ? 'clickDays.postpone.lead' : 'clickDays.change.lead')}
      send={text(hasBegun ? 'clickDays.publish' : 'clickDays.save')}
      isPending={put.isPending}
      error={put.error}
      onSend={send}
      onClose={onClose}
    >
      {languages.map((language, place) => (
        <TextField
          key={language}
          label={text(`clickDays.field.title.${language}`)}
          value={title[language]}
          onChange={(words) => setTitle({ ...title, [language]: words })}
          error={missing(title[language], LONGEST.title)}
          isRequired
          hasFocus={place === 0}
          input={{ maxLength: LONGEST.title }}
        />
      ))}
      {ends.map((end) => (
        <InstantFields
          key={end}
          label={text(`clickDays.${end}`)}
          typed={typed[end]}
          error={isChecked && instantOf(typed[end]) === null ? text('clickDays.missing.instant') : undefined}
          onChange={(part) => setTyped({ ...typed, [end]: { ...typed[end], ...part } })}
        />
      ))}
      {day?.state === 'open' ? (
        <Notice>{text('clickDays.services.fixed')}</Notice>
      ) : (
        <ServiceChoice of={id} chosen={chosen} isMissing={isChecked && chosen.length === 0} onChoose={setChosen} />
      )}
      {hasBegun &&
        languages.map((language) => (
          <TextField
            key={language}
            label={text(`clickDays.field.notice.${language}`)}
            {...(language === 'it' && { help: text('clickDays.field.notice.help') })}
            value={notice[language]}
            onChange={(words) => setNotice({ ...notice, [language]: words })}
            error={missing(notice[language], LONGEST.notice)}
            isRequired
            rows={3}
            area={{ maxLength: LONGEST.notice }}
          />
        ))}
    </ActionDialog>
  );
};

interface ServiceChoiceProps {
  /** The click day. */
  of: string;
  chosen: readonly string[];
  isMissing: boolean;
  onChoose: (ids: string[]) => void;
}

/** The services of the body that can be sent on it; why others cannot is said. */
const ServiceChoice = ({ of, chosen, isMissing, onChoose }: ServiceChoiceProps) => {
  const text = useText();
  const say = useSay();
  const fieldId = useId();
  const list = useAll('rpc.practices.list-services.v1', {});
  const { serverNow } = useSession();
  const fit = list.data?.filter(({ settings, status, clickDayId, sendingClosesAt }) => {
    const isFree = clickDayId === null || (sendingClosesAt !== null && Date.parse(sendingClosesAt) <= serverNow().getTime());
    return clickDayId === of || (isFree && settings.requiresConfirmation && settings.payment !== 'request' && status !== 'withdrawn');
  });
  return (
    <fieldset className="mb-3">
      <legend className="h6">{text('clickDays.services')} *</legend>
      <p className="form-text">{text('clickDays.services.help')}</p>
      {isMissing && <p className="sp-error">{text('clickDays.missing.services')}</p>}
      <HowFar list={list} />
      {!fit && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={3} />)}
      {fit?.length === 0 && <p>{text('clickDays.services.none')}</p>}
      {fit?.map(({ id, title, code }) => (
        <div key={id} className="sp-tick">
          <input
            id={`${fieldId}-${id}`}
            type="checkbox"
            className="sp-check"
            aria-invalid={isMissing || undefined}
            checked={chosen.includes(id)}
            onChange={({ currentTarget: { checked } }) => onChoose(checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          <label htmlFor={`${fieldId}-${id}`}>
            {say(title)} <span className="sc-code">{code}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
};
