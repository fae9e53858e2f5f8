import { schema } from 'virtual:form-of/rpc.practices.put-auto-assignment.v1';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { createContext, useContext } from 'react';
import type { Service } from './service.js';
import { Workers } from './workers.js';

type Assignment = AnswerOf<'rpc.practices.get-auto-assignment.v1'>;
type Rule = Assignment['rules'][number];

/** What rules may name: the fields of the form in force, and who works the service. */
const Offered = createContext<Pick<Assignment, 'fields' | 'officers' | 'offices'>>({ fields: [], officers: [], offices: [] });

/** To whom practices of a service go by themselves, by what was chosen in their form (PRA-34). */
export const AssignmentPart = ({ service: { id: procedureId } }: { service: Service }) => {
  const text = useText();
  const query = useAsk('rpc.practices.get-auto-assignment.v1', { procedureId });
  const put = useCommand('rpc.practices.put-auto-assignment.v1', ['rpc.practices.get-auto-assignment.v1']);
  return (
    <Loaded query={query}>
      {(stored) => (
        <Offered value={stored}>
          <Workers officers={stored.officers} />
          <Unreached assignment={stored} />
          {stored.fields.length === 0 && <p className="alert alert-info">{text('services.assignment.noFields')}</p>}
          <SettingsForm
            schema={schema as Schema}
            stored={asked(stored, procedureId)}
            fixed={['procedureId']}
            title={text('services.part.assignment')}
            label={(path) => path}
            special={special}
            save={async (settings) => asked(await put.mutateAsync(settings), procedureId)}
            onConflict={query.refetch}
          />
        </Offered>
      )}
    </Loaded>
  );
};

const asked = ({ version, field, rules }: Assignment, procedureId: string) => ({ procedureId, version, field, rules });

/** A rule may have reached somebody when it was written, and nobody since she left. */
const Unreached = ({ assignment: { reachesNobody, fields, field } }: { assignment: Assignment }) => {
  const text = useText();
  const say = useSay();
  if (reachesNobody.length === 0) return null;
  const options = fields.find(({ key }) => key === field)?.options ?? [];
  const named = (value: string) => say(options.find((option) => option.value === value)?.label) || value;
  return (
    <div className="alert alert-warning" role="status">
      <p>{text('services.assignment.nobody')}</p>
      <ul>
        {reachesNobody.map((value) => (
          <li key={value}>{named(value)}</li>
        ))}
      </ul>
    </div>
  );
};

const DecidingField = ({ field, value, write }: SpecialFieldProps) => {
  const text = useText();
  const say = useSay();
  const { fields } = useContext(Offered);
  const options = fields.map(({ key, label }) => ({ value: key, label: say(label) }));
  return (
    <SelectField
      label={say(field.schema['x-label'])}
      value={String(value ?? '')}
      options={[{ value: '', label: text('services.assignment.none') }, ...options]}
      onChange={(chosen) => write(field.path, chosen || null)}
    />
  );
};

const ValueField = ({ field, value, settings, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  const say = useSay();
  const { fields } = useContext(Offered);
  const options = fields.find(({ key }) => key === settings['field'])?.options;
  const label = say(field.schema['x-label']);
  const error = mistake(field.path);
  if (!options || error)
    return <TextField label={label} value={String(value ?? '')} onChange={(typed) => write(field.path, typed)} {...(error && { error })} />;
  return (
    <SelectField
      label={label}
      value={String(value ?? '')}
      options={[
        { value: '', label: text('services.assignment.choose') },
        ...options.map((each) => ({ value: each.value, label: say(each.label) })),
      ]}
      onChange={(chosen) => write(field.path, chosen)}
    />
  );
};

const AssigneeField = ({ field: { path, schema: said }, value, settings, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  const say = useSay();
  const { officers, offices } = useContext(Offered);
  const rule = (settings['rules'] as readonly Rule[])[Number(path.split('.')[1])];
  const offered = rule?.to === 'officer' ? officers : offices;
  const isKnown = !value || offered.some(({ id }) => id === value);
  return (
    <SelectField
      label={say(said['x-label'])}
      value={String(value ?? '')}
      options={[
        { value: '', label: text('services.assignment.choose') },
        ...(isKnown ? [] : [{ value: String(value), label: text('services.assignment.gone') }]),
        ...offered.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => write(path, chosen)}
      error={mistake(path)}
    />
  );
};

const special = { field: DecidingField, 'rules.*.value': ValueField, 'rules.*.assigneeId': AssigneeField };
