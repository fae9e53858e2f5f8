import type { Asked } from '@sportello/contracts/contract';
import type { putOfficer } from '@sportello/contracts/identity/officers';
import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { useGo, useText } from '@sportello/ui/i18n';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { nameOf, type OfficerRecord, officerReads } from './officer.js';

type Deed = 'suspend' | 'reinstate' | 'manager' | 'officer' | 'delete' | 'revoke' | 'link' | 'invite' | 'factor';

/** What can be done with an officer besides changing her office and services: each after asking. */
export const OfficerActions = ({ officer }: { officer: OfficerRecord }) => {
  const text = useText();
  const go = useGo();
  const [asking, setAsking] = useState<Deed | null>(null);
  const suspend = useCommand('rpc.identity.suspend-officer.v1', officerReads);
  const reinstate = useCommand('rpc.identity.reinstate-officer.v1', officerReads);
  const put = useCommand('rpc.identity.put-officer.v1', officerReads);
  const remove = useCommand('rpc.identity.delete-officer.v1', ['rpc.identity.list-officers.v1', 'rpc.identity.list-offices.v1']);
  const link = useCommand('rpc.identity.send-link.v1', officerReads);
  const factor = useCommand('rpc.identity.reset-second-factor.v1', officerReads);
  const { id, role, state, version } = officer;
  const name = nameOf(officer);
  const isInvited = state === 'invited';

  const close = () => {
    for (const command of [suspend, reinstate, put, remove, link, factor]) command.reset();
    setAsking(null);
  };
  const done = (deed: Deed) => () => {
    setAsking(null);
    toast({ words: text(`officers.${deed}.done`, { name }) });
  };
  const give = (next: Asked<typeof putOfficer>['role']) => {
    const { organizationId, officeId, subjects } = officer;
    put.mutate(
      { id, organizationId, officeId, subjects, role: next, version },
      { onSuccess: done(next === 'manager' ? 'manager' : 'officer') },
    );
  };
  const leave = (deed: 'delete' | 'revoke') => () =>
    remove.mutate(
      { id, version },
      {
        onSuccess: () => {
          done(deed)();
          go('/operatori', { replace: true });
        },
      },
    );
  const deeds: Record<Deed, { command: { isPending: boolean; error: unknown }; run: () => void; isDangerous?: true }> = {
    suspend: { command: suspend, run: () => suspend.mutate({ id }, { onSuccess: done('suspend') }), isDangerous: true },
    reinstate: { command: reinstate, run: () => reinstate.mutate({ id }, { onSuccess: done('reinstate') }) },
    manager: { command: put, run: () => give('manager') },
    officer: { command: put, run: () => give('officer') },
    delete: { command: remove, run: leave('delete'), isDangerous: true },
    revoke: { command: remove, run: leave('revoke'), isDangerous: true },
    link: { command: link, run: () => link.mutate({ id }, { onSuccess: done('link') }) },
    factor: { command: factor, run: () => factor.mutate({ id }, { onSuccess: done('factor') }), isDangerous: true },
    invite: { command: link, run: () => link.mutate({ id }, { onSuccess: done('invite') }) },
  };
  const offered: Deed[] = [
    ...(role === 'administrator' ? [] : [role === 'manager' ? ('officer' as const) : ('manager' as const)]),
    ...(officer.hasSecondFactor ? (['factor'] as const) : []),
    ...(isInvited ? (['invite', 'revoke'] as const) : []),
    ...(state === 'active' ? [...(officer.username ? (['link'] as const) : []), 'suspend' as const] : []),
    ...(state === 'suspended' ? (['reinstate'] as const) : []),
    ...(isInvited ? [] : (['delete'] as const)),
  ];
  const asked = asking && deeds[asking];
  return (
    <div className="sc-actions">
      {offered.map((deed) => (
        <Button
          key={deed}
          type="button"
          outline
          color={deeds[deed].isDangerous ? 'danger' : 'primary'}
          size="sm"
          onClick={() => setAsking(deed)}
        >
          {text(`officers.${deed}`)}
        </Button>
      ))}
      {asking && asked && (
        <ConfirmDialog
          title={text(`officers.${asking}.ask`, { name })}
          confirm={text(`officers.${asking}`)}
          isDangerous={asked.isDangerous}
          isPending={asked.command.isPending}
          error={asked.command.error}
          onConfirm={asked.run}
          onCancel={close}
        >
          <p>{text(`officers.${asking}.text`, { name })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
};
