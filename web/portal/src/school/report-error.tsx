import { servicePath } from '@sportello/contracts/practices/service-path';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';

interface ReportErrorProps {
  childId: string;
  /** Where something is wrong, as the form of the report calls it. */
  card: string;
}

/** "Segnala un errore": a request to the office, with child and card filled in (SCH-17). */
export const ReportError = ({ childId, card }: ReportErrorProps) => {
  const text = useText();
  const { data: child } = useAsk('rpc.school.get-child.v1', { id: childId });
  const id = child?.reportProcedureId;
  const { data: procedure } = useAsk('rpc.practices.get-procedure.v1', { id: id ?? '' }, { enabled: Boolean(id) });
  if (!child || !procedure) return null;
  return (
    <p className="mt-4 mb-0">
      <LocalLink
        to={`${servicePath(procedure.code)}/richiesta`}
        state={{ known: { pupil: child.name, card } }}
        className="btn btn-outline-primary btn-sm"
      >
        <Icon name="it-warning-circle" className="icon-sm icon-primary me-2" />
        {text('school.report')}
      </LocalLink>
    </p>
  );
};
