import type { AskedOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { Button, Table } from 'design-react-kit';
import { type FormEvent, useState } from 'react';
import { Held, OfficeNotice, SchoolFrame, useFoundAnnounced } from './held.js';

/** "Scheda anagrafica": Ricerca and Elenco (SCH-04, SCH-19). */
export const ChildrenPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.records')} lead={text('school.card.records.detail')}>
      <Children />
      <OfficeNotice />
    </SchoolFrame>
  );
};

type Asked = Pick<AskedOf<'rpc.school.list-children.v1'>, 'name' | 'badge'>;

const Children = () => {
  const text = useText();
  const [typed, setTyped] = useState({ name: '', badge: '' });
  const [asked, setAsked] = useState<Asked>({});
  const list = useAskPages('rpc.school.list-children.v1', { ...asked, limit: 25 }, { keepsPrevious: true });
  useFoundAnnounced(list);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const { name, badge } = typed;
    setAsked({ ...(name.trim() && { name: name.trim() }), ...(badge.trim() && { badge: badge.trim() }) });
  };
  const isFiltered = Object.keys(asked).length > 0;
  return (
    <>
      <form onSubmit={search} aria-labelledby="ricerca">
        <h2 id="ricerca" className="h5">
          {text('school.search')}
        </h2>
        <div className="row">
          <div className="col-12 col-sm-6">
            <TextField
              label={text('school.name')}
              value={typed.name}
              input={{ maxLength: 100, autoComplete: 'off' }}
              onChange={(name) => setTyped({ ...typed, name })}
            />
          </div>
          <div className="col-12 col-sm-6">
            <TextField
              label={text('school.badgeNumber')}
              value={typed.badge}
              input={{ maxLength: 50, autoComplete: 'off' }}
              onChange={(badge) => setTyped({ ...typed, badge })}
            />
          </div>
        </div>
        <Button type="submit" color="primary" size="sm">
          {text('school.search.send')}
        </Button>
      </form>
      <h2 id="elenco" className="h5 mt-4">
        {text('school.list')}
      </h2>
      <Held query={list}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty>{text(isFiltered ? 'school.list.filtered' : 'school.list.empty')}</Empty>;
          return (
            <Table className="sp-table align-middle" aria-labelledby="elenco">
              <thead>
                <tr>
                  <th scope="col">{text('school.name')}</th>
                  <th scope="col">{text('school.badge')}</th>
                  <th scope="col">{text('school.status')}</th>
                  <th scope="col">{text('school.body')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, name, badges, status, organizationName, rights }) => (
                  <tr key={id}>
                    <th scope="row" data-label={text('school.name')}>
                      {rights.includes('see') ? <LocalLink to={`/scuola/anagrafica/${id}`}>{name}</LocalLink> : name}
                    </th>
                    <td data-label={text('school.badge')}>{badges.join(', ') || '-'}</td>
                    <td data-label={text('school.status')}>{text(`school.status.${status}`)}</td>
                    <td data-label={text('school.body')}>{organizationName}</td>
                  </tr>
                ))}
              </tbody>
            </Table>
          );
        }}
      </Held>
      <More {...list} />
    </>
  );
};
