import { newId } from '@sportello/contracts/id';
import { servicePath } from '@sportello/contracts/practices/service-path';
import type { AnswerOf } from '@sportello/contracts/web';
import { asDate } from '@sportello/italy/typed-date';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Panel } from '@sportello/ui/panel';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Service } from './service.js';

type AccessLink = AnswerOf<'rpc.practices.list-access-links.v1'>['items'][number];

const reads = ['rpc.practices.list-access-links.v1'] as const;

/** One-time links to a reserved service: each for one person, until a day (CAT-85). */
export const AccessLinksPart = ({ service: { id: procedureId, code } }: { service: Service }) => {
  const text = useText();
  const [fields, setFields] = useState({ fiscalCode: '', lastDay: '' });
  const query = useAskPages('rpc.practices.list-access-links.v1', { procedureId, limit: 25 }, { staleTimeMs: 0 });
  const put = useCommand('rpc.practices.put-access-link.v1', [...reads, 'rpc.practices.list-listed-people.v1']);
  const drop = useCommand('rpc.practices.drop-access-link.v1', reads);
  const links = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(links.length);
  const forWhom = ({ fiscalCode }: AccessLink) => fiscalCode ?? text('services.links.anybody');
  const column = (key: string, cell: Column<AccessLink>['cell']) => ({ key, label: text(`services.links.${key}`), cell });
  const columns = [
    column('for', forWhom),
    column('lastDay', ({ lastDay }) => formatDate(lastDay)),
    column('used', ({ usedAt }) => (usedAt ? formatDateTime(usedAt) : text('services.links.unused'))),
    column('actions', (link) => (
      <Button
        type="button"
        outline
        color="danger"
        size="xs"
        aria-label={text('services.links.drop.of', { name: forWhom(link) })}
        aria-disabled={drop.isPending || undefined}
        onClick={({ currentTarget }) => {
          if (drop.isPending) return;
          removing(currentTarget);
          drop.mutate({ procedureId, id: link.id }, { onSuccess: () => toast({ words: text('services.links.dropped') }) });
        }}
      >
        {text('services.links.drop')}
      </Button>
    )),
  ];
  const address = put.data && `${location.origin}${servicePath(code)}/richiesta?invito=${put.data.secret}`;
  const send = () => {
    if (put.isPending) return;
    const { fiscalCode, lastDay } = fields;
    const asked = { procedureId, id: newId(), fiscalCode: fiscalCode.trim() || null, lastDay: asDate(lastDay) };
    put.mutate(asked, { onSuccess: () => setFields({ fiscalCode: '', lastDay: '' }) });
  };
  return (
    <Panel aria-label={text('services.links')}>
      <h2 className="h5">{text('services.links')}</h2>
      <p>{text('services.links.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={text('services.links.fiscalCode')}
          help={text('services.links.fiscalCode.help')}
          value={fields.fiscalCode}
          onChange={(fiscalCode) => setFields({ ...fields, fiscalCode })}
          input={{ autoComplete: 'off', maxLength: 20 }}
        />
        <TextField
          label={text('services.links.lastDay')}
          value={fields.lastDay}
          onChange={(lastDay) => setFields({ ...fields, lastDay })}
          isDate
          isRequired
        />
        <Button type="submit" color="primary" size="sm" className="mb-3" aria-disabled={put.isPending || undefined}>
          {text(put.isPending ? 'ui.wait' : 'services.links.make')}
        </Button>
      </form>
      {put.error ? <ErrorNote error={put.error} keepsWords /> : null}
      {drop.error ? <ErrorNote error={drop.error} /> : null}
      {address && (
        <Done of={address}>
          <p>{text('services.links.made')}</p>
          <p className="sp-break mb-0">
            <code>{address}</code>
          </p>
        </Done>
      )}
      <div ref={area}>{links.length > 0 && <DataTable caption={text('services.links')} columns={columns} rows={links} />}</div>
      {query.error ? <ErrorNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      <More hasNextPage={query.hasNextPage} isFetchingNextPage={query.isFetchingNextPage} fetchNextPage={query.fetchNextPage} />
    </Panel>
  );
};
