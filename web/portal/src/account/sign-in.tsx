import { ButtonLink } from '@sportello/ui/button-link';
import { useLocalPath, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { signInAddress, useSession } from '@sportello/ui/session';
import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { returnPath } from '../slugs.js';

const national = ['spid', 'cie'] as const;
/** Why the gateway sent somebody back here: its `failed()` writes them in the address. */
const errors = ['expired', 'failed', 'issuer-away'] as const;

/**
 * "Accedi": the ways to sign in on this installation, coming back to where one was (IDE-36, IDE-37). A laboratory has one, and whoever comes
 * is there at once; after a failure the page says what it was and waits.
 */
export const SignInPage = () => {
  const text = useText();
  const local = useLocalPath();
  const { account, session, isRead } = useSession();
  const [search] = useSearchParams();
  const back = returnPath(search.get('ritorno'));
  const address = signInAddress('citizen', local(back));
  const error = errors.find((one) => one === search.get('errore'));
  const goesOn = isRead && !account && session.isLaboratory && !error;
  useEffect(() => {
    if (goesOn) location.replace(address);
  }, [goesOn, address]);
  if (account && search.get('fatto') === '1') {
    return (
      <Page title={text('signIn.done')}>
        <Empty icon="it-check-circle">{text('signIn.done.detail')}</Empty>
      </Page>
    );
  }
  if (account) return <Navigate to={local(back)} replace />;
  return (
    <Page title={text('signIn.title')} lead={text('signIn.lead')}>
      {error && (
        <div className="alert alert-danger" role="alert">
          {text(`signIn.error.${error}`)}
        </div>
      )}
      <Panel className="sp-access">
        {session.isLaboratory ? (
          <>
            <p>{text('signIn.laboratory.detail')}</p>
            <ButtonLink color="primary" href={address}>
              <Icon name="it-user" className="icon-sm icon-white me-2" />
              {text('signIn.laboratory.go')}
            </ButtonLink>
          </>
        ) : (
          <ul className="sp-methods">
            {national.map((method) => (
              <li key={method}>
                <p className="mb-2">{text(`signIn.${method}.detail`)}</p>
                <ButtonLink color="primary" href={address} className="sp-method">
                  <Icon name="it-user" className="icon-sm icon-white me-2" />
                  {text(`signIn.${method}.go`)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <p>
        {text('signIn.officer')} <a href="/console">{text('footer.console')}</a>
      </p>
    </Page>
  );
};
