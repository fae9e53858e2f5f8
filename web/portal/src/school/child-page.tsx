import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk } from '@sportello/ui/api';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { BackLink } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { Tabs } from '@sportello/ui/tabs';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Held, OfficeNotice, SchoolFrame } from './held.js';

type Card = AnswerOf<'rpc.school.get-child.v1'>;

const tabs = [
  { key: 'general', address: 'dati-generali' },
  { key: 'other', address: 'altre-informazioni' },
  { key: 'services', address: 'servizi' },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** The record of one child, in its tabs (SCH-03). */
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

const contents: Record<Tab, (card: Card) => ReactNode> = {
  general: (card) => <General card={card} />,
  other: (card) => <Other card={card} />,
  services: (card) => <Services card={card} />,
};
