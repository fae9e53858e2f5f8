import { servicePath } from '@sportello/contracts/practices/service-path';
import type { AnswerOf } from '@sportello/contracts/web';
import { ButtonLink } from '@sportello/ui/button-link';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { OpeningWindow, useOpenness } from '@sportello/ui/opening-window';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { StartAs } from '../start-as.js';

/** A service as a list shows it. */
export type Procedure = AnswerOf<'rpc.practices.list-procedures.v1'>['items'][number];

/** The button that begins a request, or the reason why it cannot be begun now (CAT-16). */
export const StartButton = ({ procedure }: { procedure: Procedure }) => {
  const text = useText();
  const say = useSay();
  const { account } = useSession();
  const isOpen = useOpenness(procedure) === 'open';
  // A visitor is told to sign in on the way; a service that is closed leads nowhere, for her neither.
  if (isOpen && (procedure.canStart || !account)) {
    return (
      <>
        <ButtonLink
          color="primary"
          to={`${servicePath(procedure.code)}/richiesta`}
          aria-label={text('service.compileNamed', { title: say(procedure.title) })}
        >
          {text('service.compile')}
        </ButtonLink>
        {!procedure.canStart && procedure.reason && <p className="mb-0 mt-2">{say(procedure.reason)}</p>}
      </>
    );
  }
  return (
    <>
      <Notice className="mb-0">{say(procedure.reason) || text('service.cannotStart')}</Notice>
      {isOpen && <StartAs procedure={procedure} />}
    </>
  );
};

/** A service in a list: title, subtitle, body, window, "Compila". */
export const ServiceBox = ({ procedure }: { procedure: Procedure }) => {
  const say = useSay();
  return (
    <Panel tag="li" className="sp-service">
      <div>
        <h2 className="h5 mb-1">
          <LocalLink to={servicePath(procedure.code)} data-element="service-link">
            {say(procedure.title)}
          </LocalLink>
        </h2>
        <p className="mb-1">{say(procedure.subtitle)}</p>
        <p className="mb-0 text-secondary">{procedure.organizationName}</p>
      </div>
      <div className="sp-service-when">
        <OpeningWindow opensAt={procedure.opensAt} closesAt={procedure.closesAt} />
        <div className="mt-3">
          <StartButton procedure={procedure} />
        </div>
      </div>
    </Panel>
  );
};
