import { announce } from '@sportello/ui/announcer';
import { useAsk, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { LinkedText } from '@sportello/ui/form/linked-text';
import { plainPath, useGo, useSay, useText } from '@sportello/ui/i18n';
import { beginAnew, Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession, useSessionRefresh, useSignOut } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useLocation } from 'react-router';

/** First access, or a new version of the policy: nothing else can be used before it is accepted (IDE-20). */
export const Welcome = () => {
  const text = useText();
  const say = useSay();
  const go = useGo();
  const path = plainPath(useLocation().pathname);
  const { account } = useSession();
  const refresh = useSessionRefresh();
  const signOut = useSignOut();
  const policy = useAsk('rpc.identity.get-policy.v1', {});
  const accept = useCommand('rpc.identity.accept-policy.v1');
  const [isTicked, setTicked] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const submit = (version: string) => {
    setMissing(!isTicked);
    if (!isTicked) return document.getElementById('accettazione')?.focus();
    if (accept.isPending) return;
    accept.mutate(
      { version },
      {
        onSuccess: () => {
          announce(text('welcome.done'));
          beginAnew();
          void refresh().then(() => {
            if (path === '/benvenuto') go('/');
          });
        },
      },
    );
  };
  return (
    <Page title={text('welcome.title', { name: account?.identity.givenName ?? '' })} lead={text('welcome.lead')} hasBreadcrumb={false}>
      <Loaded query={policy}>
        {({ title, body, version }) => (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit(version);
            }}
          >
            <Panel>
              <h2 className="h4">{say(title)}</h2>
              <LinkedText text={say(body)} />
              <p className="text-secondary">{text('privacy.version', { version })}</p>
            </Panel>
            <div className="sp-field">
              <div className={`form-check ${isMissing && !isTicked ? 'is-invalid' : ''}`}>
                <input
                  id="accettazione"
                  type="checkbox"
                  checked={isTicked}
                  aria-required="true"
                  aria-invalid={(isMissing && !isTicked) || undefined}
                  aria-describedby={isMissing && !isTicked ? 'accettazione-errore' : undefined}
                  onChange={({ currentTarget }) => setTicked(currentTarget.checked)}
                />
                <label htmlFor="accettazione">
                  {text('welcome.tick')}
                  <span aria-hidden="true"> *</span>
                </label>
              </div>
              {isMissing && !isTicked && (
                <p id="accettazione-errore" className="sp-error">
                  <strong>{text('ui.form.error')}</strong> {text('welcome.missing')}
                </p>
              )}
            </div>
            {accept.error && <ErrorNote error={accept.error} />}
            <div className="sp-operations">
              <Button type="submit" color="primary" aria-disabled={accept.isPending || undefined}>
                {text('welcome.accept')}
              </Button>
              <Button type="button" outline color="primary" onClick={() => signOut.mutate()}>
                {text('welcome.refuse')}
              </Button>
            </div>
          </form>
        )}
      </Loaded>
    </Page>
  );
};
