import { useAskPages } from '@sportello/ui/api';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty } from '@sportello/ui/page-states';
import { Table } from 'design-react-kit';
import { useState } from 'react';
import { Held, type HeldChild, HeldFor, OfficeNotice, SchoolFrame, useFoundAnnounced } from './held.js';
import { AskForDiet, ReportError } from './requests.js';
import { firstSearch, SearchPeriod } from './search-period.js';

/** "Refezione scolastica": days, menu and charge of one child in one period (SCH-07, SCH-08). */
export const MealsPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.meals')} lead={text('school.card.meals.detail')}>
      <Children />
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Children = () => <HeldFor rights={['see']}>{(items) => <Search items={items} />}</HeldFor>;

const Search = ({ items }: { items: readonly HeldChild[] }) => {
  const text = useText();
  const [asked, setAsked] = useState(() => firstSearch(items[0]?.id ?? ''));
  return (
    <>
      <SearchPeriod
        label={text('school.name')}
        options={items.map(({ id, name }) => ({ value: id, label: name }))}
        onSearch={(of, period) => setAsked({ of, ...period })}
      />
      <Days id={asked.of} from={asked.from} to={asked.to} />
      <AskForDiet childId={asked.of} />
      <ReportError childId={asked.of} card="meals" />
    </>
  );
};

const Days = (asked: { id: string; from: string; to: string }) => {
  const text = useText();
  const list = useAskPages('rpc.school.list-attendance.v1', { ...asked, limit: 50 }, { keepsPrevious: true });
  useFoundAnnounced(list);
  return (
    <section className="mt-4" aria-labelledby="elenco">
      <h2 id="elenco" className="h5">
        {text('school.list')}
      </h2>
      <Held query={list}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty>{text('school.meals.none')}</Empty>;
          return (
            <Table className="sp-table align-middle" aria-labelledby="elenco">
              <thead>
                <tr>
                  <th scope="col">{text('school.day')}</th>
                  <th scope="col">{text('school.service')}</th>
                  <th scope="col">{text('school.presence')}</th>
                  <th scope="col">{text('school.menu')}</th>
                  <th scope="col">{text('school.charge')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, day, serviceName, isPresent, menu, charge, chargedCents }) => (
                  <tr key={`${day} ${id}`}>
                    <th scope="row" data-label={text('school.day')}>
                      {formatDate(day)}
                    </th>
                    <td data-label={text('school.service')}>{serviceName}</td>
                    <td data-label={text('school.presence')}>{text(isPresent ? 'school.present' : 'school.absent')}</td>
                    <td data-label={text('school.menu')}>{menu || '-'}</td>
                    <td data-label={text('school.charge')}>
                      {charge === 'charged' ? formatEuro(chargedCents) : text(`school.charge.${charge}`)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </Held>
      <More {...list} />
    </section>
  );
};
