import { schema } from 'virtual:form-of/rpc.ticketing.put-desk.v1';
import { asDate, asTime } from '@sportello/italy/typed-date';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { BackLink, Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { useParams } from 'react-router';
import { type Desk, deskReads } from './desk.js';
import { DayField, HourField, TargetsField, WeekdaysField } from './desk-fields.js';

const special = {
  'hours.*.weekdays': WeekdaysField,
  'hours.*.opensAt': HourField,
  'hours.*.closesAt': HourField,
  'closedDays.*.day': DayField,
  targets: TargetsField,
};
/** What is explained besides its name. */
const explained = new Set(['phones', 'mail', 'hours', 'closedDays', 'targets', 'acceptsByItself', 'closesAfterDays', 'givesUpAfterDays']);

/** The name of a field, whichever item of a list it stands in. */
const plain = (path: string) => path.replaceAll(/\.\d+/g, '');

/** Hours and days as they were meant. */
const meant = (desk: Desk): Desk => ({
  ...desk,
  hours: desk.hours.map((stretch) => ({ ...stretch, opensAt: hourOf(stretch.opensAt), closesAt: hourOf(stretch.closesAt) })),
  closedDays: desk.closedDays.map((closed) => ({ ...closed, day: asDate(closed.day) })),
});
/** Midnight ends a day as 24:00, which is no hour of a clock. */
const hourOf = (typed: string) => (typed.trim() === '24:00' ? '24:00' : asTime(typed));

/** One help desk: what it answers, when, where it is telephoned to, and how soon it answers (TIC-35). */
export const DeskPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useAsk('rpc.ticketing.get-desk.v1', { id });
  const put = useCommand('rpc.ticketing.put-desk.v1', deskReads);
  const { data, error } = query;
  const isMissing = !data && error instanceof ProblemError && (error.status === 404 || error.status === 422);
  const title = data ? say(data.name) : text('desks.one');
  return (
    <Page title={title} appName={text('console.name')} trail={[{ label: text('section.help'), to: '/assistenza' }]}>
      {isMissing ? (
        <Empty icon="it-help-circle">{text('desks.missing')}</Empty>
      ) : (
        <Loaded query={query}>
          {(stored) => (
            <SettingsForm
              schema={schema as Schema}
              stored={stored}
              fixed={['id', 'organizationId']}
              title={title}
              label={(path) => text(`desks.field.${plain(path)}`)}
              help={(path) => (explained.has(path) ? text(`desks.help.${path}`) : undefined)}
              special={special}
              save={(desk) => put.mutateAsync(meant(desk))}
              onConflict={query.refetch}
            />
          )}
        </Loaded>
      )}
      <BackLink to="/assistenza">{text('section.help')}</BackLink>
    </Page>
  );
};
