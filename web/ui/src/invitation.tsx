import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useCommand } from './api.js';
import { ConfirmDialog } from './dialog.js';
import { Done } from './done.js';
import { ErrorNote } from './error-note.js';
import { useText } from './i18n.js';
import { Panel } from './panel.js';
import { useSession, useSessionRefresh } from './session.js';

/** A body asks who is signed in to work for it; nothing when none does. She is an officer only when she has accepted (ADM-01). */
export const Invitation = () => {
  const text = useText();
  const client = useQueryClient();
  const refresh = useSessionRefresh();
  const { account } = useSession();
  const [isDeclining, setDeclining] = useState(false);
  const accept = useCommand('rpc.identity.accept-invitation.v1');
  const decline = useCommand('rpc.identity.decline-invitation.v1');
  const [accepted, setAccepted] = useState<string | null>(null);
  const [hasDeclined, setDeclined] = useState(false);
  const invitation = account?.invitation;
  if (!invitation && accepted) return <Done>{text('ui.invitation.accepted', { organization: accepted })}</Done>;
  if (!invitation && hasDeclined) return <Done>{text('ui.invitation.declined')}</Done>;
  if (!invitation) return null;
  const { organizationName: organization, officeName: office, role, version } = invitation;
  const isPending = accept.isPending || decline.isPending;
  const take = () =>
    accept.mutate(
      { version },
      {
        onSuccess: () => {
          setAccepted(organization);
          void client.invalidateQueries();
        },
        // What was shown may have changed meanwhile: it is read again, and asked again.
        onError: () => void refresh(),
      },
    );
  return (
    <Panel tag="div" className="mb-4">
      <h2 className="h5">{text('ui.invitation.title', { organization, role: text(`ui.role.${role}`) })}</h2>
      {office && <p className="mb-1">{text('ui.invitation.office', { office })}</p>}
      <p>{text('ui.invitation.text')}</p>
      {accept.error && <ErrorNote error={accept.error} />}
      <Button
        type="button"
        color="primary"
        size="sm"
        className="me-2"
        aria-disabled={isPending || undefined}
        onClick={() => !isPending && take()}
      >
        {text(accept.isPending ? 'ui.wait' : 'ui.invitation.accept')}
      </Button>
      <Button type="button" outline color="primary" size="sm" onClick={() => setDeclining(true)}>
        {text('ui.invitation.decline')}
      </Button>
      {isDeclining && (
        <ConfirmDialog
          title={text('ui.invitation.declineAsk')}
          confirm={text('ui.invitation.decline')}
          isPending={decline.isPending}
          error={decline.error}
          onConfirm={() =>
            decline.mutate(
              {},
              {
                onSuccess: () => {
                  setDeclined(true);
                  void refresh();
                },
              },
            )
          }
          onCancel={() => setDeclining(false)}
        >
          <p>{text('ui.invitation.declineText', { organization })}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
};
