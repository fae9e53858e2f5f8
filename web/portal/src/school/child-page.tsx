import type { AnswerOf } from '@sportello/contracts/web';
import { ask, useAsk } from '@sportello/ui/api';
import { Download } from '@sportello/ui/download';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { BackLink } from '@sportello/ui/page';
import { Empty, Loaded, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { Tabs } from '@sportello/ui/tabs';
import { Table } from 'design-react-kit';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Held, OfficeNotice, SchoolFrame } from './held.js';
import { ReportError } from './requests.js';

type Card = AnswerOf<'rpc.school.get-child.v1'>;

const tabs = [
  { key: 'general', address: 'dati-generali' },
  { key: 'other', address: 'altre-informazioni' },
  { key: 'services', address: 'servizi' },
  { key: 'documents', address: 'fascicolo' },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** The record of one child, in its four tabs (SCH-03, SCH-06). */
export const ChildPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const card = useAsk('rpc.school.get-child.v1', { id });
  return (
    <SchoolFrame
      title={card.data?.name ?? text('school.card.records')}
      trail={[{ label: text('school.card.records'), to: '/scuola/anagrafica' }]}
    >
      <Held query={card}>{(data) => <Record card={data} />}</Held>
      <OfficeNotice />
      <BackLink to="/scuola/anagrafica">{text('school.records.back')}</BackLink>
    </SchoolFrame>
  );
};

const Record = ({ card }: { card: Card }) => {
  const text = useText();
  const [search] = useSearchParams();
  const active = tabs.find(({ address }) => address === search.get('scheda'))?.key ?? 'general';
  return (
    <>
      <SummaryList
        items={[
          { label: text('school.badge'), value: card.badges.join(', ') },
          { label: text('school.status'), value: text(`school.status.${card.status}`) },
          { label: text('school.body'), value: card.organizationName },
        ]}
      />
      <Tabs
        label={text('school.tabs')}
        active={active}
        tabs={tabs.map(({ key, address }) => ({
          key,
          label: text(`school.tab.${key}`),
          to: `/scuola/anagrafica/${card.id}?scheda=${address}`,
        }))}
      />
      <div className="mt-4">{contents[active](card)}</div>
      <ReportError childId={card.id} card={active} />
    </>
  );
};

const General = ({ card }: { card: Card }) => {
  const text = useText();
  const field = (key: string, value: string) => ({ label: text(`school.field.${key}`), value });
  return (
    <>
      <Panel aria-labelledby="nascita">
        <h2 id="nascita" className="h5">
          {text('school.birth')}
        </h2>
        <SummaryList
          items={[
            field('fiscalCode', card.fiscalCode),
            field('date', formatDate(card.birthDate)),
            field('sex', text(`school.sex.${card.sex}`)),
            field('comune', card.birthPlace),
            field('province', card.birthProvince),
          ]}
        />
      </Panel>
      <Panel aria-labelledby="residenza">
        <h2 id="residenza" className="h5">
          {text('school.residence')}
        </h2>
        <SummaryList
          items={[
            field('comune', card.comune),
            field('postalCode', card.postalCode),
            field('province', card.province),
            field('address', card.address),
            field('phone', card.phone),
          ]}
        />
      </Panel>
    </>
  );
};

const Other = ({ card: { holderName, holderFiscalCode, paymentMethod, invoiceDelivery } }: { card: Card }) => {
  const text = useText();
  return (
    <Panel aria-labelledby="intestatario">
      <h2 id="intestatario" className="h5">
        {text('school.holder')}
      </h2>
      <SummaryList
        items={[
          { label: text('school.holder.name'), value: holderName },
          { label: text('school.field.fiscalCode'), value: holderFiscalCode },
          { label: text('school.paymentMethod'), value: paymentMethod },
          { label: text('school.invoiceDelivery'), value: invoiceDelivery },
        ]}
      />
    </Panel>
  );
};

const Services = ({ card: { enrolments } }: { card: Card }) => {
  const text = useText();
  if (enrolments.length === 0) return <Empty>{text('school.services.none')}</Empty>;
  return enrolments.map(({ id, serviceName, schoolName, className, from, to, isPrepaid, priceCents }) => (
    <Panel key={id} aria-labelledby={`iscrizione-${id}`}>
      <h2 id={`iscrizione-${id}`} className="h5">
        {serviceName}
      </h2>
      <SummaryList
        items={[
          { label: text('school.site'), value: schoolName },
          { label: text('school.class'), value: className },
          { label: text('school.from'), value: formatDate(from) },
          { label: text('school.to'), value: to && formatDate(to) },
          { label: text('school.paid'), value: text(isPrepaid ? 'school.paid.prepaid' : 'school.paid.invoice') },
          { label: text('school.price'), value: priceCents === null ? text('school.price.unknown') : formatEuro(priceCents) },
        ]}
      />
    </Panel>
  ));
};

/** "Fascicolo": the certificates that the body makes for the tax return of whoever has paid (SCH-05). */
const Documents = ({ card: { organizationId } }: { card: Card }) => {
  const text = useText();
  const query = useAsk('rpc.payments.list-certificates.v1', {});
  return (
    <>
      <h2 id="fascicolo" className="h5">
        {text('school.documents.attached')}
      </h2>
      <Loaded query={query} skeleton={<Skeleton isTable />}>
        {({ items }) => {
          const own = items.filter((item) => item.organizationId === organizationId);
          if (own.length === 0) return <Empty icon="it-folder">{text('school.documents.none')}</Empty>;
          return (
            <Table className="sp-table align-middle" aria-labelledby="fascicolo">
              <thead>
                <tr>
                  <th scope="col">{text('school.documents.document')}</th>
                  <th scope="col">{text('school.amount')}</th>
                  <th scope="col">{text('school.download')}</th>
                </tr>
              </thead>
              <tbody>
                {own.map(({ year, totalCents }) => (
                  <tr key={year}>
                    <th scope="row" data-label={text('school.documents.document')}>
                      {text('school.documents.certificate', { year: String(year) })}
                    </th>
                    <td data-label={text('school.amount')}>{formatEuro(totalCents)}</td>
                    <td data-label={text('school.download')}>
                      <Download
                        label={text('school.download')}
                        name={text('school.documents.certificate.named', { year: String(year) })}
                        addressOf={() => ask('rpc.payments.get-certificate-address.v1', { organizationId, year })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </Loaded>
    </>
  );
};

const contents: Record<Tab, (card: Card) => ReactNode> = {
  general: (card) => <General card={card} />,
  other: (card) => <Other card={card} />,
  services: (card) => <Services card={card} />,
  documents: (card) => <Documents card={card} />,
};
