import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import { useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { spokenHours } from './spoken-hours.js';

type Desk = AnswerOf<'rpc.ticketing.list-desk-contacts.v1'>['items'][number];

/** Telephones and hours of the desks, for whoever would rather speak (TIC-35, IDE-28). */
export const Contacts = ({ organizationId }: { organizationId: string }) => {
  const text = useText();
  const list = useAskPages(
    'rpc.ticketing.list-desk-contacts.v1',
    { ...(organizationId && { organizationId }), limit: 25 },
    { staleTimeMs: 600_000 },
  );
  return (
    <section aria-labelledby="sportelli" className="mt-4">
      <h2 id="sportelli" className="h4">
        {text('help.desks')}
      </h2>
      <Loaded query={list} skeleton={<Skeleton lines={4} />}>
        {({ pages }) => {
          const desks = pages.flatMap(({ items }) => items);
          return desks.length === 0 ? (
            <p>{text('help.desks.none')}</p>
          ) : (
            <ul className="sp-categories">
              {desks.map((desk) => (
                <DeskCard key={desk.id} desk={desk} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More {...list} />
    </section>
  );
};

const DeskCard = ({ desk: { name, organizationName, kind, phones, mail, hours } }: { desk: Desk }) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  return (
    <Panel tag="li">
      <h3 className="h6">{say(name)}</h3>
      <p className="mb-1 small text-secondary">
        {organizationName} - {text(`help.kind.${kind}`)}
      </p>
      {phones.map((phone) => (
        <p key={phone} className="mb-1">
          <a href={`tel:${phone}`}>{phone.replace(/^\+39/, '')}</a>
        </p>
      ))}
      {mail && (
        <p className="mb-1">
          <a href={`mailto:${mail}`}>{mail}</a>
          <span className="d-block small text-secondary">{text('help.desks.mail')}</span>
        </p>
      )}
      {hours.map((stretch) => (
        <p key={`${stretch.weekdays.join()} ${stretch.opensAt}`} className="mb-0">
          {spokenHours(stretch, language)}
        </p>
      ))}
    </Panel>
  );
};
