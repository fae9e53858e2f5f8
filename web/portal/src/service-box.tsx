import type { AnswerOf } from '@sportello/contracts/web';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { OpeningWindow } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';

export type Procedure = AnswerOf<'rpc.practices.get-procedure.v1'>;

/** The button that begins a request, or the reason why it cannot be begun now (CAT-16). */
export const StartButton = ({ procedure }: { procedure: Procedure }) => {
  const text = useText();
  const say = useSay();
  const { account } = useSession();
  if (procedure.canStart || !account) {
    return (
      <>
        <LocalLink
          className="btn btn-primary"
          to={`/servizi/${procedure.id}/richiesta`}
          aria-label={text('service.compileNamed', { title: say(procedure.title) })}
        >
          {text('service.compile')}
        </LocalLink>
        {!procedure.canStart && procedure.reason && <p className="mb-0 mt-2">{say(procedure.reason)}</p>}
      </>
    );
  }
  return <p className="sp-notice mb-0">{say(procedure.reason) || text('service.cannotStart')}</p>;
};

/** A service in a list: title, subtitle, body, window, "Compila". */
export const ServiceBox = ({ procedure }: { procedure: Procedure }) => {
  const say = useSay();
  return (
    <li className="sp-panel sp-service">
      <div>
        <h2 className="h5 mb-1">
          <LocalLink to={`/servizi/${procedure.id}`} data-element="service-link">
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
    </li>
  );
};
