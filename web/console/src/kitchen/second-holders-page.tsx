import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asCode } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useId, useRef, useState } from 'react';
import { KitchenTabs } from './kitchen-tabs.js';

const list = 'rpc.school.list-second-holders.v1';
type Holder = AnswerOf<typeof list>['items'][number];
type Right = Holder['rights'][number];

const rights = ['see', 'report', 'pay'] as const;

/** Whoever else than the account holder may act for a pupil, and how far (SCH-33). */
export const SecondHoldersPage = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 50 }, { staleTimeMs: 0 });
  const [edited, setEdited] = useState<{ id: string; holder?: Holder } | undefined>();
  const [ended, setEnded] = useState<Holder | undefined>();
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const named = ({ name, childName }: Holder) => ({ name, child: childName });
  const columns: Column<Holder>[] = [
    { key: 'child', label: text('holders.child'), cell: ({ childCode, childName }) => `${childName} (${childCode})` },
    { key: 'person', label: text('holders.person'), cell: ({ name, fiscalCode }) => `${name} (${fiscalCode})` },
    {
      key: 'rights',
      label: text('holders.rights'),
      cell: (holder) =>
        rights
          .filter((right) => holder.rights.includes(right))
          .map((right) => text(`holders.short.${right}`))
          .join(', '),
    },
    {
      key: 'actions',
      label: text('holders.actions'),
      isLabelHidden: true,
      cell: (holder) => (
        <div className="sp-operations">
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-label={text('holders.change.named', named(holder))}
            onClick={() => setEdited({ id: holder.id, holder })}
          >
            {text('holders.change')}
          </Button>
          <Button
            type="button"
            outline
            color="danger"
            size="xs"
            aria-label={text('holders.end.named', named(holder))}
            onClick={() => setEnded(holder)}
          >
            {text('holders.end')}
          </Button>
        </div>
      ),
    },
  ];
  return (
    <Page title={text('holders.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('holders.lead')}>
      <KitchenTabs active="holders" />
      <h2 ref={heading} tabIndex={-1} className="h5 mt-4">
        {text('holders.title')}
      </h2>
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && items.length === 0 && <Empty icon="it-user">{text('holders.none')}</Empty>}
      {items.length > 0 && <DataTable caption={text('holders.title')} columns={columns} rows={items} />}
      <More {...pages} />
      <Button type="button" color="primary" size="sm" className="mt-3" onClick={() => setEdited({ id: newId() })}>
        {text('holders.add')}
      </Button>
      {edited && <Edit {...edited} onClose={() => setEdited(undefined)} />}
      {ended && (
        <End
          holder={ended}
          title={text('holders.end.named', named(ended))}
          onDone={() => heading.current?.focus()}
          onClose={() => setEnded(undefined)}
        />
      )}
    </Page>
  );
};

interface EditProps {
  id: string;
  holder?: Holder;
  onClose: () => void;
}

const Edit = ({ id, holder, onClose }: EditProps) => {
  const text = useText();
  const [typed, setTyped] = useState({
    ...{ childCode: holder?.childCode ?? '', fiscalCode: holder?.fiscalCode ?? '', name: holder?.name ?? '' },
  });
  const [chosen, setChosen] = useState<readonly Right[]>(holder?.rights ?? []);
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('rpc.school.put-second-holder.v1', [list]);
  const fiscalCode = asCode(typed.fiscalCode);
  const mistakes = {
    childCode: typed.childCode.trim() === '' && text('holders.code.wrong'),
    fiscalCode: checkFiscalCode(fiscalCode) !== null && text('holders.fiscalCode.wrong'),
    name: typed.name.trim() === '' && text('holders.name.wrong'),
    rights: chosen.length === 0 && text('holders.rights.wrong'),
  };
  const mistake = (key: keyof typeof mistakes) => (isChecked && mistakes[key]) || undefined;
  const send = () => {
    setChecked(true);
    if (Object.values(mistakes).some(Boolean) || command.isPending) return;
    command.mutate(
      { id, childCode: typed.childCode, fiscalCode, name: typed.name, rights: [...chosen], version: holder?.version ?? 0 },
      {
        onSuccess: () => {
          toast({ words: text('holders.saved') });
          onClose();
        },
      },
    );
  };
  const field = (key: 'childCode' | 'fiscalCode' | 'name', label: string, help?: string) => (
    <TextField
      label={label}
      help={help}
      value={typed[key]}
      isRequired
      hasFocus={key === 'childCode'}
      error={mistake(key)}
      input={{ maxLength: 200, autoComplete: 'off' }}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
    />
  );
  return (
    <ActionDialog
      title={holder ? text('holders.change.named', { name: holder.name, child: holder.childName }) : text('holders.add')}
      lead={text('holders.dialog.lead')}
      send={text('holders.save')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      {/* Whom it is about does not change: another person is another entry. */}
      {!holder && field('childCode', text('holders.code'), text('holders.code.help'))}
      {!holder && field('fiscalCode', text('holders.fiscalCode'))}
      {field('name', text('holders.name'))}
      <Rights chosen={chosen} mistake={mistake('rights')} onChange={setChosen} />
    </ActionDialog>
  );
};

interface RightsProps {
  chosen: readonly Right[];
  mistake: string | undefined;
  onChange: (chosen: readonly Right[]) => void;
}

const Rights = ({ chosen, mistake, onChange }: RightsProps) => {
  const text = useText();
  const id = useId();
  return (
    <fieldset className="sp-field" aria-describedby={mistake ? `${id}-mistake` : undefined}>
      <legend className="h6">{text('holders.rights')}</legend>
      {rights.map((right) => (
        <div key={right} className="sp-tick">
          <input
            id={`${id}-${right}`}
            type="checkbox"
            className="sp-check"
            checked={chosen.includes(right)}
            aria-invalid={mistake ? true : undefined}
            onChange={({ target }) => onChange(target.checked ? [...chosen, right] : chosen.filter((one) => one !== right))}
          />
          <label htmlFor={`${id}-${right}`}>{text(`holders.right.${right}`)}</label>
        </div>
      ))}
      {mistake && (
        <p id={`${id}-mistake`} className="sp-error">
          {mistake}
        </p>
      )}
    </fieldset>
  );
};

interface EndProps {
  holder: Holder;
  title: string;
  /** The row with the button that was pressed is gone. */
  onDone: () => void;
  onClose: () => void;
}

const End = ({ holder, title, onDone, onClose }: EndProps) => {
  const text = useText();
  const command = useCommand('rpc.school.end-second-holder.v1', [list]);
  const send = () => {
    if (command.isPending) return;
    command.mutate(
      { id: holder.id },
      {
        onSuccess: () => {
          toast({ words: text('holders.ended') });
          onClose();
          onDone();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={title}
      lead={text('holders.end.lead')}
      send={text('holders.end')}
      color="danger"
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    />
  );
};
