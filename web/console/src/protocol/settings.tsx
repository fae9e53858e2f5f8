import { mayDo } from '@sportello/contracts/permissions';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';

/** Where the body registers: here, or in its own system. The administrator changes it, for what comes from then on. */
export const Settings = () => {
  const text = useText();
  const { account } = useSession();
  const role = account?.officer?.role;
  const [isAsking, setAsking] = useState(false);
  const { data, error, refetch } = useAsk('rpc.practices.get-protocol-settings.v1', {});
  const command = useCommand('rpc.practices.put-protocol-settings.v1', [
    'rpc.practices.get-protocol-settings.v1',
    'rpc.practices.list-waiting-filings.v1',
  ]);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  const { register, canBeExternal, version } = data;
  const other = register === 'own' ? 'external' : 'own';
  const maySet = role !== undefined && mayDo([role], 'protocol:set');
  const onSuccess = () => {
    setAsking(false);
    toast({ words: text('protocol.settings.done') });
  };
  return (
    <>
      <p>
        <strong>{text(`protocol.register.${register}`)}.</strong> {text(`protocol.register.${register}.text`)}
      </p>
      {!maySet ? (
        <p>{text('protocol.settings.administrator')}</p>
      ) : other === 'external' && !canBeExternal ? (
        <p>{text('protocol.settings.not-configured')}</p>
      ) : (
        <Button type="button" outline color="primary" size="sm" onClick={() => setAsking(true)}>
          {text(`protocol.settings.to.${other}`)}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={text(`protocol.settings.to.${other}`)}
          isPending={command.isPending}
          error={command.error}
          onConfirm={() => command.mutate({ register: other, version }, { onSuccess })}
          onCancel={() => setAsking(false)}
        >
          <p>{text(`protocol.settings.to.${other}.text`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
};
