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
export const ReportError = ({ childId, card }: ReportErrorProps) => (
  <Request childId={childId} by="reportProcedureId" icon="it-warning-circle" label="school.report" known={{ card }} />
);

/** A special diet is asked for by a request to the office, with the child filled in (SCH-34). */
export const AskForDiet = ({ childId }: { childId: string }) => (
  <Request childId={childId} by="dietProcedureId" icon="it-pencil" label="school.diet" />
);

interface RequestProps {
  childId: string;
  /** Where the body says to which service it leads. */
  by: 'reportProcedureId' | 'dietProcedureId';
  icon: string;
  label: string;
  known?: Record<string, string>;
}

/** Not there while the body has chosen no service for it. */
const Request = ({ childId, by, icon, label, known }: RequestProps) => {
  const text = useText();
  const { data: child } = useAsk('rpc.school.get-child.v1', { id: childId });
  const id = child?.[by];
  const { data: procedure } = useAsk('rpc.practices.get-procedure.v1', { id: id ?? '' }, { enabled: Boolean(id) });
  if (!child || !procedure) return null;
  return (
    <p className="mt-4 mb-0">
      <LocalLink
        to={`${servicePath(procedure.code)}/richiesta`}
        state={{ known: { pupil: child.name, ...known } }}
        className="btn btn-outline-primary btn-sm"
      >
        <Icon name={icon} className="icon-sm icon-primary me-2" />
        {text(label)}
      </LocalLink>
    </p>
  );
};
