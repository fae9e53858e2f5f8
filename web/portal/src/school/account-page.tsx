import { MOST_WARNING_DAYS } from '@sportello/contracts/school/limits';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Notice } from '@sportello/ui/notice';
import { Empty } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { SelectField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button, Table } from 'design-react-kit';
import { type FormEvent, useState } from 'react';
import { Held, HeldFor, OfficeNotice, SchoolFrame, useFoundAnnounced } from './held.js';
import { ReportError } from './requests.js';
import { firstSearch, SearchPeriod } from './search-period.js';

const account = 'rpc.school.get-account.v1';

/** "Conto corrente virtuale": what a badge was charged and paid in, and what is left (SCH-09, SCH-20). */
export const AccountPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.account')} lead={text('school.card.account.detail')}>
      <Badges />
      <OfficeNotice />
    </SchoolFrame>
  );
};

interface BadgeOfChild {
  id: string;
  badge: string;
  label: string;
  /** Whether she may pay into it, and is told when it runs low. */
  isPaidBy: boolean;
}

const Badges = () => {
  const text = useText();
  return (
    <HeldFor rights={['see', 'pay']}>
      {(items) => {
        const badges = items.flatMap(({ id, name, badges: numbers, rights }) =>
          numbers.map((badge) => ({ id, badge, label: `${badge} - ${name}`, isPaidBy: rights.includes('pay') })),
        );
        return badges.length === 0 ? <Empty icon="it-card">{text('school.account.noBadge')}</Empty> : <Search badges={badges} />;
      }}
    </HeldFor>
  );
};

const Search = ({ badges }: { badges: readonly BadgeOfChild[] }) => {
  const text = useText();
  const [asked, setAsked] = useState(() => firstSearch(0));
  const chosen = badges[asked.of];
  return (
    <>
      <SearchPeriod
        label={text('school.badge')}
        options={badges.map(({ label }, at) => ({ value: String(at), label }))}
        onSearch={(of, period) => setAsked({ of: Number(of), ...period })}
      />
      {chosen && <Account isPaidBy={chosen.isPaidBy} asked={{ id: chosen.id, badge: chosen.badge, from: asked.from, to: asked.to }} />}
      {chosen && <ReportError childId={chosen.id} card="account" />}
    </>
  );
};

interface AccountProps {
  asked: { id: string; badge: string; from: string; to: string };
  isPaidBy: boolean;
}

const Account = ({ asked, isPaidBy }: AccountProps) => {
  const text = useText();
  const list = useAskPages(account, { ...asked, limit: 50 }, { keepsPrevious: true });
  useFoundAnnounced(list);
  return (
    <section className="mt-4" aria-labelledby="conto">
      <h2 id="conto" className="h5">
        {text('school.account.named', { badge: asked.badge })}
      </h2>
      <Held query={list}>
        {({ pages }) => {
          const [first] = pages;
          return (
            first && (
              <>
                <Movements summary={first} rows={pages.flatMap(({ items }) => items)} />
                <More {...list} />
                {isPaidBy && (
                  <LowBalance key={`${asked.badge} ${first.warning.version}`} id={asked.id} badge={asked.badge} warning={first.warning} />
                )}
              </>
            )
          );
        }}
      </Held>
    </section>
  );
};

type Answer = AnswerOf<typeof account>;

const choices = [0, 1, 2, 3, 5, 10, 15, MOST_WARNING_DAYS] as const;

interface LowBalanceProps {
  id: string;
  badge: string;
  warning: Answer['warning'];
}

/** How long before the money ends its parent is told, by notice and by mail (SCH-30). */
const LowBalance = ({ id, badge, warning: { days, version } }: LowBalanceProps) => {
  const text = useText();
  const [chosen, setChosen] = useState(String(days));
  const command = useCommand('rpc.school.put-warning.v1', [account]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (command.isPending) return;
    command.mutate({ id, badge, days: Number(chosen), version }, { onSuccess: () => toast({ words: text('school.warning.saved') }) });
  };
  return (
    <form onSubmit={save} className="mt-4" aria-labelledby="avviso">
      <h3 id="avviso" className="h6">
        {text('school.warning')}
      </h3>
      <SelectField
        label={text('school.warning.days')}
        value={chosen}
        options={[...new Set([...choices, days])]
          .toSorted((one, other) => one - other)
          .map((count) => ({ value: String(count), label: text('school.warning.count', { count }) }))}
        onChange={setChosen}
      />
      {command.error ? <ErrorNote error={command.error} keepsWords /> : null}
      <Button type="submit" outline color="primary" size="sm" aria-disabled={command.isPending || undefined}>
        {text(command.isPending ? 'ui.wait' : 'school.warning.save')}
      </Button>
    </form>
  );
};

/** What is below zero with a minus before it. */
const signed = (cents: number) => `${cents < 0 ? '\u2212' : ''}${formatEuro(Math.abs(cents))}`;

const Movements = ({ summary, rows }: { summary: Answer; rows: Answer['items'] }) => {
  const text = useText();
  const { balanceCents, openingCents, paidInCents, chargedCents, limitCents, endsOn } = summary;
  return (
    <>
      <Panel tag="div">
        <SummaryList
          items={[
            { label: text('school.account.balance'), value: <strong>{signed(balanceCents)}</strong> },
            ...(endsOn ? [{ label: text('school.account.ends'), value: formatDate(endsOn) }] : []),
            { label: text('school.account.opening'), value: signed(openingCents) },
            { label: text('school.account.paidIn'), value: signed(paidInCents) },
            { label: text('school.account.charged'), value: signed(chargedCents) },
          ]}
        />
      </Panel>
      {balanceCents < 0 && (
        <Notice>
          {text(balanceCents < -limitCents ? 'school.account.beyond' : 'school.account.negative', { limit: formatEuro(limitCents) })}
        </Notice>
      )}
      {rows.length === 0 ? (
        <Empty>{text('school.account.none')}</Empty>
      ) : (
        <Table className="sp-table align-middle" aria-labelledby="conto">
          <thead>
            <tr>
              <th scope="col">{text('school.day')}</th>
              <th scope="col">{text('school.movement')}</th>
              <th scope="col">{text('school.reason')}</th>
              <th scope="col">{text('school.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, day, kind, reason, cents }) => (
              <tr key={id}>
                <th scope="row" data-label={text('school.day')}>
                  {formatDate(day)}
                </th>
                <td data-label={text('school.movement')}>{text(`school.movement.${kind}`)}</td>
                <td data-label={text('school.reason')}>{reason || '-'}</td>
                <td data-label={text('school.amount')}>{signed(cents)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
};
