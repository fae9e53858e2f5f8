import type { Language } from '@sportello/contracts/contract';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { formatDateTime, LocalLink, rome, useGo, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty, Loaded, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { SummaryList } from '@sportello/ui/summary-list';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useParams } from 'react-router';
import { type ClickDay, StateBadge } from './click-day.js';
import { ClickDayDialog } from './click-day-dialog.js';

/** One click day: its hours, its services with their windows and places, and what was published of its changes (ADM-16). */
export const ClickDayPage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useAsk('rpc.practices.get-click-day.v1', { id });
  return (
    <Page
      title={query.data ? say(query.data.title) : text('clickDays.one')}
      appName={text('console.name')}
      home={{ label: text('clickDays.title'), to: '/click-day' }}
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {(day) => <Day day={day} />}
      </Loaded>
    </Page>
  );
};

const addressOnPortal = (id: string, language: Language) => `${language === 'en' ? '/en' : ''}/click-day/${id}`;

const Day = ({ day }: { day: ClickDay }) => {
  const text = useText();
  const language = useLanguage();
  const isOwn = useSession().account?.officer?.organizationId === day.organizationId;
  const [asked, setAsked] = useState<'change' | 'delete' | null>(null);
  return (
    <>
      <p>
        <StateBadge state={day.state} />
      </p>
      <SummaryList
        items={[
          { label: text('clickDays.opensAt'), value: formatDateTime(day.opensAt, rome) },
          { label: text('clickDays.closesAt'), value: formatDateTime(day.closesAt, rome) },
        ]}
      />
      <p>{text(`clickDays.state.${day.state}.means`)}</p>
      <div className="sp-operations mb-4">
        {isOwn && day.state !== 'closed' && (
          <Button type="button" color="primary" size="sm" onClick={() => setAsked('change')}>
            {text(day.state === 'planned' ? 'clickDays.change' : 'clickDays.postpone')}
          </Button>
        )}
        <ButtonLink href={addressOnPortal(day.id, language)} outline color="primary" size="sm">
          {text('clickDays.portal')}
        </ButtonLink>
        {isOwn && day.state === 'planned' && (
          <Button type="button" outline color="danger" size="sm" onClick={() => setAsked('delete')}>
            {text('clickDays.delete')}
          </Button>
        )}
      </div>
      <Services services={day.services} />
      <Notices notices={day.notices} />
      {asked === 'change' && <ClickDayDialog day={day} onClose={() => setAsked(null)} />}
      {asked === 'delete' && <DeleteDialog day={day} onClose={() => setAsked(null)} />}
    </>
  );
};

const Services = ({ services }: Pick<ClickDay, 'services'>) => {
  const text = useText();
  const say = useSay();
  const columns: Column<ClickDay['services'][number]>[] = [
    {
      key: 'name',
      label: text('clickDays.service'),
      cell: ({ id, title, code }) => (
        <>
          <LocalLink to={`/servizi/${id}`}>{say(title)}</LocalLink>
          <span className="sc-code sc-service">{code}</span>
        </>
      ),
    },
    {
      key: 'window',
      label: text('clickDays.filledIn'),
      cell: ({ id, opensAt, closesAt }) => (
        <LocalLink to={`/servizi/${id}?tab=window`}>
          {text('clickDays.filledIn.of', {
            opens: opensAt ? formatDateTime(opensAt, rome) : text('clickDays.filledIn.always'),
            closes: closesAt ? formatDateTime(closesAt, rome) : text('clickDays.filledIn.open'),
          })}
        </LocalLink>
      ),
    },
    {
      key: 'places',
      label: text('clickDays.places'),
      cell: ({ id, placesLeft }) => (
        <LocalLink to={`/servizi/${id}?tab=limits`}>
          {placesLeft === null ? text('clickDays.places.none') : text('clickDays.places.left', { count: placesLeft })}
        </LocalLink>
      ),
    },
  ];
  return (
    <section aria-labelledby="servizi" className="mb-4">
      <h2 id="servizi" className="h5">
        {text('clickDays.services')}
      </h2>
      {services.length === 0 ? (
        <Empty>{text('clickDays.services.moved')}</Empty>
      ) : (
        <DataTable caption={text('clickDays.services')} columns={columns} rows={services} />
      )}
    </section>
  );
};

const Notices = ({ notices }: Pick<ClickDay, 'notices'>) => {
  const text = useText();
  const say = useSay();
  return (
    <section aria-labelledby="avvisi">
      <h2 id="avvisi" className="h5">
        {text('clickDays.notices')}
      </h2>
      {notices.length === 0 && <p className="text-secondary">{text('clickDays.notices.none')}</p>}
      <ul>
        {notices.map(({ at, text: words }) => (
          <li key={at}>
            <time dateTime={at}>{formatDateTime(at, rome)}</time>: {say(words)}
          </li>
        ))}
      </ul>
    </section>
  );
};

const DeleteDialog = ({ day, onClose }: { day: ClickDay; onClose: () => void }) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const remove = useCommand('rpc.practices.delete-click-day.v1', ['rpc.practices.list-click-days.v1', 'rpc.practices.list-services.v1']);
  return (
    <ConfirmDialog
      title={text('clickDays.delete.title', { title: say(day.title) })}
      confirm={text('clickDays.delete')}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id: day.id, version: day.version },
          {
            onSuccess: () => {
              toast({ words: text('clickDays.deleted') });
              go('/click-day');
            },
          },
        )
      }
    >
      <p>{text('clickDays.delete.detail')}</p>
    </ConfirmDialog>
  );
};
