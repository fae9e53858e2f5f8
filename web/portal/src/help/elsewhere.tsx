import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { useSessionReading } from '@sportello/ui/session';
import { TicketStatusChip } from '@sportello/ui/ticket-status';

/** What the words of a search find besides: one's own requests, and the services of the portal (TIC-12). */
export const Elsewhere = ({ words }: { words: string }) => {
  const text = useText();
  const isSignedIn = useSessionReading().state?.account != null;
  const search = new URLSearchParams({ q: words });
  return (
    <section aria-labelledby="altrove" className="mt-4">
      <h2 id="altrove" className="h4">
        {text('help.elsewhere')}
      </h2>
      {isSignedIn && <OwnRequests words={words} address={`/area-personale/richieste?${search}`} />}
      <p>
        <LocalLink to={`/servizi?${search}`}>{text('help.elsewhere.services', { words })}</LocalLink>
      </p>
    </section>
  );
};

const OwnRequests = ({ words, address }: { words: string; address: string }) => {
  const text = useText();
  const say = useSay();
  const own = useAsk('rpc.ticketing.list-own.v1', { search: words, limit: 5 });
  return (
    <Loaded query={own} skeleton={<Skeleton lines={2} />}>
      {({ items, next }) =>
        items.length === 0 ? (
          <p>{text('help.elsewhere.none')}</p>
        ) : (
          <>
            <ul aria-label={text('help.mine')}>
              {items.map(({ id, number, name, status }) => (
                <li key={id} className="mb-2">
                  <LocalLink to={`/area-personale/richieste/${id}`}>{number}</LocalLink> {say(name)} <TicketStatusChip status={status} />
                </li>
              ))}
            </ul>
            {next !== null && (
              <p>
                <LocalLink to={address}>{text('help.elsewhere.all')}</LocalLink>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
};
