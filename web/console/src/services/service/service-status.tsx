import { deletableStates, needsReason, type ProcedureState, procedureMoves } from '@sportello/contracts/practices/procedure-states';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useGo, useSay, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { NewServiceDialog } from '../new-service-dialog.js';
import { Effects } from './effects.js';
import { ExportDialog } from './export-dialog.js';
import { type Service, serviceReads, settingsOf } from './service.js';

/** Where the service may go from here: what cannot be done now is not offered. */
export const ServiceStatus = ({ service }: { service: Service }) => {
  const text = useText();
  const [asked, setAsked] = useState<AskedProps['asked']>(null);
  return (
    <div className="sp-operations">
      {procedureMoves[service.status].map((state) => (
        <Button
          key={state}
          type="button"
          outline
          color={needsReason(state) ? 'danger' : 'primary'}
          size="sm"
          onClick={() => setAsked(state)}
        >
          {text(`services.to.${state}`)}
        </Button>
      ))}
      {(['copy', 'export'] as const).map((key) => (
        <Button key={key} type="button" outline color="primary" size="sm" onClick={() => setAsked(key)}>
          {text(`services.${key}.short`)}
        </Button>
      ))}
      {deletableStates.includes(service.status) && (
        <Button type="button" outline color="danger" size="sm" onClick={() => setAsked('delete')}>
          {text('services.delete')}
        </Button>
      )}
      <Asked asked={asked} service={service} onClose={() => setAsked(null)} />
    </div>
  );
};

interface AskedProps {
  asked: ProcedureState | 'delete' | 'copy' | 'export' | null;
  service: Service;
  onClose: () => void;
}

const Asked = ({ asked, service, onClose }: AskedProps) => {
  if (asked === null) return null;
  if (asked === 'delete') return <DeleteDialog service={service} onClose={onClose} />;
  if (asked === 'copy') return <NewServiceDialog copied={service} onClose={onClose} />;
  if (asked === 'export') return <ExportDialog service={service} onClose={onClose} />;
  return <MoveDialog service={service} to={asked} onClose={onClose} />;
};

interface MoveDialogProps {
  service: Service;
  to: ProcedureState;
  onClose: () => void;
}

/** Asks before the move, with what it does to open practices, and for the reason where people are owed one. */
const MoveDialog = ({ service, to, onClose }: MoveDialogProps) => {
  const text = useText();
  const say = useSay();
  const [reason, setReason] = useState({ it: '', en: '' });
  const [isMissing, setMissing] = useState(false);
  const effects = useAsk('rpc.practices.foresee-procedure.v1', { ...settingsOf(service), status: to }, { staleTimeMs: 0 });
  const move = useCommand('rpc.practices.set-procedure-status.v1', serviceReads);
  const asksReason = needsReason(to);
  const send = () => {
    if (asksReason && (reason.it.trim() === '' || reason.en.trim() === '')) return setMissing(true);
    const { id, version } = service;
    move.mutate(
      { id, version, status: to, reason: asksReason ? reason : null },
      {
        onSuccess: () => {
          onClose();
          toast({ words: text('services.moved', { title: say(service.title), status: text(`services.status.${to}`) }) });
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text(`services.to.${to}.ask`, { title: say(service.title) })}
      lead={text(`services.to.${to}.text`)}
      send={text(`services.to.${to}`)}
      color={asksReason ? 'danger' : 'primary'}
      isPending={move.isPending}
      error={move.error}
      onSend={send}
      onClose={onClose}
    >
      {asksReason && <Loaded query={effects}>{({ items }) => <Effects effects={items} />}</Loaded>}
      {asksReason &&
        (['it', 'en'] as const).map((language) => (
          <TextField
            key={language}
            label={text(`services.reason.${language}`)}
            value={reason[language]}
            onChange={(words) => setReason({ ...reason, [language]: words })}
            rows={2}
            isRequired
            input={{ maxLength: 1_000 }}
            area={{ lang: language }}
            {...(isMissing && reason[language].trim() === '' && { error: text('services.reason.missing') })}
          />
        ))}
    </ActionDialog>
  );
};

const DeleteDialog = ({ service, onClose }: { service: Service; onClose: () => void }) => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const remove = useCommand('rpc.practices.delete-procedure.v1', ['rpc.practices.list-services.v1', 'rpc.practices.list-procedures.v1']);
  const { id, version } = service;
  const title = say(service.title);
  return (
    <ConfirmDialog
      title={text('services.delete.ask', { title })}
      confirm={text('services.delete')}
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(
          { id, version },
          {
            onSuccess: () => {
              toast({ words: text('services.deleted', { title }) });
              go('/servizi', { replace: true });
            },
          },
        )
      }
      onCancel={onClose}
    >
      <p>{text('services.delete.text')}</p>
    </ConfirmDialog>
  );
};
