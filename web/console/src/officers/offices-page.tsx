import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { BackLink, Page } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { officerReads } from './officer.js';
import './officers.css';

type Office = AnswerOf<'rpc.identity.list-offices.v1'>['items'][number];

/** The offices of the body (ADM-04). */
export const OfficesPage = () => {
  const text = useText();
  const { account } = useSession();
  const offices = useAll('rpc.identity.list-offices.v1', {});
  const [editing, setEditing] = useState<Pick<Office, 'id' | 'name' | 'version'> | null>(null);
  const [deleting, setDeleting] = useState<Office | null>(null);
  const column = (key: string, cell: Column<Office>['cell']) => ({ key, label: text(`offices.${key}`), cell });
  const columns: Column<Office>[] = [
    column('name', ({ name }) => name),
    column('officers', ({ id, name, officers }) => (
      <LocalLink to={`/operatori?ufficio=${id}`} aria-label={text('offices.officers.of', { name, count: officers })}>
        {text('offices.officers.count', { count: officers })}
      </LocalLink>
    )),
    column('actions', (office) => (
      <div className="sc-actions">
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          aria-label={text('offices.rename.label', { name: office.name })}
          onClick={() => setEditing(office)}
        >
          {text('offices.rename')}
        </Button>
        <Button
          type="button"
          outline
          color="danger"
          size="xs"
          aria-label={text('offices.delete.label', { name: office.name })}
          onClick={() => setDeleting(office)}
        >
          {text('offices.delete')}
        </Button>
      </div>
    )),
  ];
  return (
    <Page
      title={text('offices.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('offices.lead', { organization: account?.officer?.organizationName ?? '' })}
      actions={
        <Button type="button" color="primary" size="sm" onClick={() => setEditing({ id: newId(), name: '', version: 0 })}>
          {text('offices.new')}
        </Button>
      }
    >
      <HowFar list={offices} />
      <Loaded query={offices} skeleton={<TableSkeleton caption={text('ui.loading')} columns={columns} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty icon="it-pa">{text('offices.empty')}</Empty>
          ) : (
            <DataTable caption={text('offices.title')} columns={columns} rows={rows} />
          )
        }
      </Loaded>
      {editing && <NameDialog office={editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteDialog office={deleting} onClose={() => setDeleting(null)} />}
      <BackLink to="/operatori">{text('officers.back')}</BackLink>
    </Page>
  );
};

/** Makes an office, or gives it another name. */
const NameDialog = ({ office, onClose }: { office: Pick<Office, 'id' | 'name' | 'version'>; onClose: () => void }) => {
  const text = useText();
  const { account } = useSession();
  const [name, setName] = useState(office.name);
  const [isChecked, setChecked] = useState(false);
  const put = useCommand('rpc.identity.put-office.v1', officerReads);
  const isNew = office.version === 0;
  const isMissing = name.trim() === '';
  return (
    <ActionDialog
      title={text(isNew ? 'offices.new' : 'offices.rename.title')}
      lead={text(isNew ? 'offices.new.lead' : 'offices.rename.lead')}
      send={text('offices.save')}
      isPending={put.isPending}
      error={put.error}
      onSend={() => {
        setChecked(true);
        if (isMissing) return;
        const organizationId = account?.officer?.organizationId ?? '';
        put.mutate(
          { id: office.id, organizationId, name, version: office.version },
          {
            onSuccess: () => {
              onClose();
              toast({ words: text('offices.saved', { name }) });
            },
          },
        );
      }}
      onClose={onClose}
    >
      <TextField
        label={text('offices.name')}
        value={name}
        onChange={setName}
        error={isChecked && isMissing ? text('officers.new.mistake.missing') : undefined}
        input={{ maxLength: 200 }}
        isRequired
        hasFocus
      />
    </ActionDialog>
  );
};

const DeleteDialog = ({ office, onClose }: { office: Office; onClose: () => void }) => {
  const text = useText();
  const remove = useCommand('rpc.identity.delete-office.v1', officerReads);
  const { id, name, version } = office;
  const onSuccess = () => {
    onClose();
    toast({ words: text('offices.deleted', { name }) });
  };
  return (
    <ConfirmDialog
      title={text('offices.delete.ask', { name })}
      confirm={text('offices.delete')}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess })}
      onCancel={onClose}
    >
      <p>{text('offices.delete.text')}</p>
    </ConfirmDialog>
  );
};
