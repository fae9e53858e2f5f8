import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useSay, useText } from '@sportello/ui/i18n';
import { beginAnew, Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession, useSessionRefresh } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import type { ReactNode } from 'react';

/** Officers too read and accept the privacy policy before they work (IDE-20). */
export const PolicyGate = ({ children }: { children: ReactNode }) => (useSession().account?.hasAcceptedPolicy ? children : <Policy />);

const Policy = () => {
  const text = useText();
  const say = useSay();
  const policy = useAsk('rpc.identity.get-policy.v1', {});
  const accept = useCommand('rpc.identity.accept-policy.v1');
  const refresh = useSessionRefresh();
  return (
    <Page title={text('policy.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('policy.lead')}>
      <Loaded query={policy}>
        {({ title, body, version }) => {
          const enter = () => {
            beginAnew();
            void refresh();
          };
          const send = () => accept.mutate({ version }, { onSuccess: enter });
          return (
            <Panel tag="div" className="sc-entry">
              <h2 className="sc-part-title">{say(title)}</h2>
              <p className="sc-words">{say(body)}</p>
              {accept.error && <ErrorNote error={accept.error} onRetry={send} />}
              <Button
                type="button"
                color="primary"
                aria-disabled={accept.isPending || undefined}
                onClick={() => !accept.isPending && send()}
              >
                {text(accept.isPending ? 'ui.wait' : 'policy.accept')}
              </Button>
            </Panel>
          );
        }}
      </Loaded>
    </Page>
  );
};
