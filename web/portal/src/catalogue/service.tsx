import { slugOf } from '@sportello/italy/search-words';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { useOpenness } from '@sportello/ui/opening-window';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { profileWord } from '@sportello/ui/profile';
import { Badge, Chip, ChipLabel, LinkList } from 'design-react-kit';
import { useParams } from 'react-router';
import { NotFound, Withdrawn } from '../not-found.js';
import { Rating } from '../rating/rating.js';
import { BeforeStarting } from './before-starting.js';
import { StartButton } from './service-box.js';
import { addressOf } from './sheet-address.js';
import { type Sheet, usePartsOf } from './sheet-parts.js';
import { structuredOf } from './structured.js';
import { useProcedure } from './use-procedure.js';

/** The sheet of a service: what it is, for whom, how and until when, and where to begin (CAT-32). */
export const ServicePage = () => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { procedure: name = '' } = useParams();
  const { procedure, error, refetch, isMissing, isWithdrawn } = useProcedure(name);
  const categories = useAsk(
    'rpc.practices.list-categories.v1',
    { organizationId: procedure?.organizationId },
    { staleTimeMs: 60_000, enabled: procedure !== undefined },
  );
  if (isMissing) return <NotFound />;
  if (isWithdrawn) return <Withdrawn />;
  const found = categories.data?.items.find((item) => item.category === procedure?.category);
  const category = found && { label: say(found.label), to: `/servizi/categorie/${slugOf(found.label.it)}` };
  const audience = procedure?.audience.map((kind) => profileWord(kind, language)) ?? [];
  return (
    <Page
      title={procedure ? say(procedure.title) : text('service.title')}
      element="service-title"
      description={say(procedure?.subtitle)}
      structured={procedure && structuredOf(procedure, { say, audience, category: category?.label })}
      trail={[{ label: text('services.title'), to: '/servizi' }, ...(category ? [category] : [])]}
      lead={procedure && <span data-element="service-description">{say(procedure.subtitle)}</span>}
    >
      {!procedure && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />)}
      {procedure && <SheetBody procedure={procedure} category={category} />}
    </Page>
  );
};

/** To the calendars where there are some, else to whom one calls. */
const BookingLink = ({ procedureId }: { procedureId: string }) => {
  const text = useText();
  const { data } = useAsk('rpc.appointments.list-bookable.v1', { procedureId, limit: 1 });
  if (data && data.items.length > 0)
    return (
      <LocalLink to={`/servizi/prenotazione-appuntamento?servizio=${procedureId}`} data-element="appointment-booking">
        {text('sheet.booking')}
      </LocalLink>
    );
  return (
    <a href={`#${addressOf('contacts')}`} data-element="appointment-booking">
      {text('sheet.booking')}
    </a>
  );
};

interface SheetBodyProps {
  procedure: Sheet;
  category?: { label: string; to: string };
}

const SheetBody = ({ procedure, category }: SheetBodyProps) => {
  const text = useText();
  const say = useSay();
  const parts = usePartsOf(procedure);
  const isOpen = useOpenness(procedure) === 'open';
  const isActive = procedure.status === 'published' && isOpen;
  return (
    <>
      <p>
        <span data-element="service-status">
          <Badge color={isActive ? 'success' : 'secondary'}>{text(isActive ? 'sheet.active' : 'sheet.inactive')}</Badge>
        </span>
        {!isActive && procedure.reason && <span className="ms-2">{say(procedure.reason)}</span>}
      </p>
      {isActive && (
        <div className="sp-sheet-action sp-no-print">
          <StartButton procedure={procedure} />
        </div>
      )}
      <BeforeStarting procedure={procedure} />
      {category && (
        <div className="mb-3">
          <span className="visually-hidden">{text('sheet.topic')} </span>
          <LocalLink to={category.to} data-element="service-topic" className="text-decoration-none">
            <Chip simple color="primary" className="sp-chip">
              <ChipLabel>{category.label}</ChipLabel>
            </Chip>
          </LocalLink>
        </div>
      )}
      <div className="row mt-4">
        <nav className="col-12 col-lg-3 sp-sheet-index" aria-labelledby="indice">
          <h2 id="indice" className="h6">
            {text('sheet.index')}
          </h2>
          <LinkList data-element="page-index">
            {parts.map(({ key }) => (
              <li key={key}>
                <a className="list-item" href={`#${addressOf(key)}`}>
                  {text(`sheet.${key}`)}
                </a>
              </li>
            ))}
          </LinkList>
          <p className="sp-no-print">
            <BookingLink procedureId={procedure.id} />
          </p>
        </nav>
        <div className="col-12 col-lg-8 offset-lg-1">
          {parts.map(({ key, element, content }) => (
            <section key={key} id={addressOf(key)} className="sp-sheet-part" tabIndex={-1} aria-labelledby={`${addressOf(key)}-titolo`}>
              <h2 id={`${addressOf(key)}-titolo`} className="h4">
                {text(`sheet.${key}`)}
              </h2>
              {element ? <div data-element={element}>{content}</div> : content}
            </section>
          ))}
          <Rating procedureId={procedure.id} part="page" />
        </div>
      </div>
    </>
  );
};
