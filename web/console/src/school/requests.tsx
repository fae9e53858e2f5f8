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

/** The services of the body to which the school pages lead: for wrong data, and for special diets. */
export const Requests = () => {
  const text = useText();
  const query = useAsk(settings, {}, { staleTimeMs: 0 });
  const [saved, setSaved] = useState(0);
  return (
    <section className="mt-4" aria-labelledby="richieste">
      <h2 id="richieste" className="h5">
        {text('school.requests')}
      </h2>
      <p>{text('school.requests.lead')}</p>
      <Loaded query={query}>
        {({ version, ...present }) => <Choice key={version} present={present} version={version} onSaved={() => setSaved(saved + 1)} />}
      </Loaded>
      {saved > 0 && <Done of={saved}>{text('school.requests.saved')}</Done>}
    </section>
  );
};

const kinds = ['reportProcedureId', 'dietProcedureId'] as const;

interface ChoiceProps {
  present: Record<(typeof kinds)[number], string | null>;
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
    if (!command.isPending) command.mutate({ ...chosen, version }, { onSuccess: onSaved });
  };
  return (
    <>
      <Loaded query={services}>
        {(items) =>
          kinds.map((kind) => (
            <SelectField
              key={kind}
              label={text(`school.requests.${kind}`)}
              value={chosen[kind] ?? ''}
              options={[
                { value: '', label: text('school.requests.nowhere') },
                ...items.map(({ id, title }) => ({ value: id, label: say(title) })),
              ]}
              onChange={(id) => setChosen({ ...chosen, [kind]: id || null })}
            />
          ))
        }
      </Loaded>
      <HowFar list={services} />
      {command.error ? <ErrorNote error={command.error} /> : null}
      <Button type="button" color="primary" size="sm" aria-disabled={command.isPending || undefined} onClick={save}>
        {text(command.isPending ? 'ui.wait' : 'school.requests.save')}
      </Button>
    </>
  );
};
