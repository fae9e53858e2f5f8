import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDate, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { romeDay, romeHour } from '@sportello/ui/rome-hours';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { type Calendar, changed } from './appointment.js';

type Waiting = AnswerOf<'rpc.appointments.list-waiting.v1'>['items'][number];

const nameOf = ({ applicant: { givenName, familyName } }: Waiting) => `${givenName} ${familyName}`;
const momentOf = (at: string) => `${formatDate(romeDay(at))} ${romeHour(at)}`;

/** "Lista d'attesa": who waits for a place, in the order in which places are offered (APP-54). */
export const WaitingList = ({ calendar }: { calendar: Calendar }) => {
  const text = useText();
  const say = useSay();
  const list = useAskPages('rpc.appointments.list-waiting.v1', { calendarId: calendar.id, limit: 50 });
  const leave = useCommand('rpc.appointments.leave-waiting-list.v1', changed);
  const [removing, setRemoving] = useState<Waiting | null>(null);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns: Column<Waiting>[] = [
    { key: 'name', label: text('calendars.applicant'), cell: nameOf },
    { key: 'joined', label: text('calendars.waiting.joined'), cell: ({ joinedAt }) => momentOf(joinedAt) },
    { key: 'service', label: text('calendars.service'), cell: ({ service }) => say(service?.title) || calendar.title },
    {
      key: 'days',
      label: text('calendars.waiting.days'),
      cell: ({ fromDay, toDay }) => text('calendars.waiting.days.of', { from: formatDate(fromDay), to: formatDate(toDay) }),
    },
    {
      key: 'keeps',
      label: text('calendars.waiting.keeps'),
      cell: ({ appointment }) =>
        appointment ? (
          <LocalLink to={`/calendari/${calendar.id}/appuntamenti/${appointment.id}?vista=attesa`}>
            {momentOf(appointment.startsAt)}
          </LocalLink>
        ) : (
          '–'
        ),
    },
    {
      key: 'state',
      label: text('calendars.state'),
      cell: ({ offer }) =>
        offer
          ? text('calendars.waiting.offered', { at: momentOf(offer.startsAt), until: momentOf(offer.until) })
          : text('calendars.waiting.waits'),
    },
    {
      key: 'remove',
      label: text('calendars.remove'),
      isLabelHidden: true,
      cell: (row) => (
        <Button
          type="button"
          outline
          color="danger"
          size="xs"
          aria-label={text('calendars.waiting.removeNamed', { name: nameOf(row) })}
          onClick={() => setRemoving(row)}
        >
          {text('calendars.remove')}
        </Button>
      ),
    },
  ];
  return (
    <div className="mt-3">
      <p className="form-text">
        {calendar.offerMinutes === null
          ? text('calendars.waiting.off')
          : text('calendars.waiting.lead', { minutes: calendar.offerMinutes })}
      </p>
      <PagedTable
        list={list}
        caption={text('calendars.view.waiting')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-clock">{text('calendars.waiting.none')}</Empty>}
      />
      {removing && (
        <ConfirmDialog
          title={text('calendars.waiting.remove.sure', { name: nameOf(removing) })}
          confirm={text('calendars.remove')}
          isDangerous
          isPending={leave.isPending}
          error={leave.error}
          onCancel={() => setRemoving(null)}
          onConfirm={() =>
            leave.mutate(
              { code: removing.id },
              {
                onSuccess: () => {
                  setRemoving(null);
                  toast({ words: text('calendars.waiting.removed') });
                },
              },
            )
          }
        >
          <p>{text('calendars.waiting.remove.detail')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
