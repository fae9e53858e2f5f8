import { type GroupKind, mostGroups } from '@sportello/contracts/practices/catalogue-groups';
import { useAsk } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { SelectField } from '@sportello/ui/text-field';
import { useId } from 'react';

/** The entries of the body's catalogue that can be chosen, with those that the service has though they were withdrawn. */
const useEntries = (kind: GroupKind, chosen: readonly string[]) => {
  const say = useSay();
  const organizationId = useSession().account?.officer?.organizationId ?? '';
  const { data } = useAsk('rpc.practices.get-catalogue-groups.v1', { organizationId });
  return (data?.[kind] ?? [])
    .filter(({ id, isWithdrawn }) => !isWithdrawn || chosen.includes(id))
    .map(({ id, label }) => ({ value: id, label: say(label) }));
};

/** The category of the catalogue, by the names that citizens read. */
export const CategoryField = ({ field: { path }, value, label, write, mistake }: SpecialFieldProps) => {
  const options = useEntries('categories', [String(value)]);
  const error = mistake(path);
  return (
    <SelectField
      label={label(path)}
      value={String(value)}
      options={options}
      onChange={(chosen) => write(path, chosen)}
      {...(error && { error })}
    />
  );
};

/** Several entries of one kind, in the order of the catalogue. */
const EntriesField = ({ kind, field: { path }, value, label, write, mistake }: SpecialFieldProps & { kind: GroupKind }) => {
  const text = useText();
  const id = useId();
  const chosen = (value as string[] | undefined) ?? [];
  const options = useEntries(kind, chosen);
  const error = mistake(path);
  const isFull = chosen.length >= mostGroups;
  return (
    <fieldset className="sp-field sp-group" aria-describedby={error ? `${id}-errore` : undefined}>
      <legend>{label(path)}</legend>
      {options.length === 0 && <p className="form-text">{text('services.groups.none')}</p>}
      {options.map((option) => {
        const isChosen = chosen.includes(option.value);
        return (
          <div key={option.value} className="sp-tick">
            <input
              id={`${id}-${option.value}`}
              type="checkbox"
              className="sp-check"
              checked={isChosen}
              disabled={isFull && !isChosen}
              aria-invalid={error ? true : undefined}
              onChange={() =>
                write(
                  path,
                  options.map((each) => each.value).filter((each) => chosen.includes(each) !== (each === option.value)),
                )
              }
            />
            <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
          </div>
        );
      })}
      {error && (
        <p id={`${id}-errore`} className="sp-error">
          <strong>{text('ui.form.error')}</strong> {error}
        </p>
      )}
    </fieldset>
  );
};

export const TopicsField = (props: SpecialFieldProps) => <EntriesField {...props} kind="topics" />;
export const RecipientsField = (props: SpecialFieldProps) => <EntriesField {...props} kind="recipients" />;
