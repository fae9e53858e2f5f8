import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { toast } from '@sportello/ui/toasts';
import { useId } from 'react';

type Officer = AnswerOf<'rpc.identity.list-officers.v1'>['items'][number];

/** All officers of the body, each with a box: who is ticked works the calendar and its settings (APP-27, ADM-03). */
export const OfficersPart = ({ calendarId }: { calendarId: string }) => {
  const text = useText();
  const id = useId();
  const { account } = useSession();
  const list = useAskPages('rpc.identity.list-officers.v1', { limit: 100, role: 'officer' });
  const save = useCommand('rpc.identity.put-officer.v1', ['rpc.identity.list-officers.v1', 'rpc.identity.get-officer.v1']);
  const mayEnable = account?.officer ? mayDo([account.officer.role], 'officers:write') : false;
  const officers = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const isEnabled = ({ subjects }: Officer) => subjects.some((subject) => subject.kind === 'calendar' && subject.id === calendarId);
  const nameOf = ({ familyName, givenName }: Officer) => `${familyName} ${givenName}`;
  const tick = (officer: Officer, isOn: boolean) => {
    if (save.isPending) return;
    const others = officer.subjects.filter((subject) => !(subject.kind === 'calendar' && subject.id === calendarId));
    const { organizationId, officeId, role, version } = officer;
    const subjects = isOn ? [...others, { kind: 'calendar' as const, id: calendarId }] : others;
    save.mutate(
      { id: officer.id, organizationId, officeId, role, version, subjects },
      {
        onSuccess: () =>
          toast({ words: text(isOn ? 'calendars.officers.added' : 'calendars.officers.removed', { name: nameOf(officer) }) }),
      },
    );
  };
  return (
    <section aria-labelledby="operatori" className="sc-calendar-part">
      <h2 id="operatori" className="h5">
        {text('calendars.officers')}
      </h2>
      <p className="form-text">{text(mayEnable ? 'calendars.officers.help' : 'calendars.officers.readOnly')}</p>
      {!list.data && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={4} />)}
      {save.error ? <ErrorNote error={save.error} /> : null}
      <div className="sc-ticks">
        {officers.map((officer) => (
          <div key={officer.id} className="sp-tick">
            <input
              id={`${id}-${officer.id}`}
              type="checkbox"
              className="sp-check"
              checked={isEnabled(officer)}
              disabled={!mayEnable}
              onChange={(event) => tick(officer, event.target.checked)}
            />
            <label htmlFor={`${id}-${officer.id}`}>{nameOf(officer)}</label>
          </div>
        ))}
      </div>
      <More {...list} />
    </section>
  );
};
