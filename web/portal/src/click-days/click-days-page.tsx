import { useAskPages } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useOfBody } from '../catalogue/use-of-body.js';
import { StateChip, useWhen } from './click-day.js';

/** The click days, with their hours (CLK-10). */
export const ClickDaysPage = () => {
  const text = useText();
  const say = useSay();
  const when = useWhen();
  const list = useAskPages('rpc.practices.list-click-days.v1', { limit: 20, ...useOfBody() });
  const days = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={text('clickDays.title')} trail={[{ label: text('section.services'), to: '/servizi' }]} lead={text('clickDays.lead')}>
      {!list.data && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton lines={6} />)}
      {list.data && days.length === 0 && (
        <Empty icon="it-calendar" action={<LocalLink to="/servizi">{text('clickDays.toServices')}</LocalLink>}>
          {text('clickDays.empty')}
        </Empty>
      )}
      <ul className="sp-practice-links">
        {days.map((day) => (
          <li key={day.id}>
            <LocalLink to={`/click-day/${day.id}`}>{say(day.title)}</LocalLink>
            <span>{day.organizationName}</span>
            <time dateTime={day.opensAt}>{when(day.opensAt)}</time>
            <StateChip state={day.state} />
          </li>
        ))}
      </ul>
      <More {...list} />
    </Page>
  );
};
