import { useAsk, useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { useSay, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { Button } from 'design-react-kit';
import { useState } from 'react';

const settings = 'rpc.school.get-settings.v1';

/** The service of the body to which "Segnala un errore" leads. */
export const Reports = () => {
  const text = useText();
  const query = useAsk(settings, {}, { staleTimeMs: 0 });
  const [saved, setSaved] = useState(0);
  return (
    <section className="mt-4" aria-labelledby="segnalazioni">
      <h2 id="segnalazioni" className="h5">
        {text('school.reports')}
      </h2>
      <p>{text('school.reports.lead')}</p>
      <Loaded query={query}>
        {({ reportProcedureId, version }) => (
          <Choice key={version} present={reportProcedureId ?? ''} version={version} onSaved={() => setSaved(saved + 1)} />
        )}
      </Loaded>
      {saved > 0 && <Done of={saved}>{text('school.reports.saved')}</Done>}
    </section>
  );
};

interface ChoiceProps {
  present: string;
  version: number;
  onSaved: () => void;
}

const Choice = ({ present, version, onSaved }: ChoiceProps) => {
  const text = useText();
  const say = useSay();
  const organizationId = useSession().account?.officer?.organizationId ?? '';
  const services = useAll('rpc.practices.list-procedures.v1', { organizationId });
  const [chosen, setChosen] = useState(present);
  const command = useCommand('rpc.school.put-settings.v1', [settings]);
  const save = () => {
    if (!command.isPending) command.mutate({ reportProcedureId: chosen || null, version }, { onSuccess: onSaved });
  };
  return (
    <>
      <Loaded query={services}>
        {(items) => (
          <SelectField
            label={text('school.reports.service')}
            value={chosen}
            options={[
              { value: '', label: text('school.reports.nowhere') },
              ...items.map(({ id, title }) => ({ value: id, label: say(title) })),
            ]}
            onChange={setChosen}
          />
        )}
      </Loaded>
      <HowFar list={services} />
      {command.error ? <ErrorNote error={command.error} /> : null}
      <Button type="button" color="primary" size="sm" aria-disabled={command.isPending || undefined} onClick={save}>
        {text(command.isPending ? 'ui.wait' : 'school.reports.save')}
      </Button>
    </>
  );
};
