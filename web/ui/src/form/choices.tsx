import { FormGroup, Label } from 'design-react-kit';
import { useSay, useText } from '../i18n.js';
import { Autocomplete } from './autocomplete.js';
import { useCompilationContext } from './compilation.js';
import type { Option } from './values.js';

interface ChoiceProps {
  id: string;
  options: readonly Option[];
  value: unknown;
  isRequired: boolean;
  isInvalid: boolean;
  isDisabled?: boolean;
  describedBy?: string;
  placeholder?: string;
  /** True when there are always many options, also while they are still being read: the control then never changes its kind. */
  isLong?: boolean;
  onChange: (value: string | undefined) => void;
  onBlur: () => void;
}

/** Up to five options are all seen at once, up to ten in a list, more are searched by typing. */
export const shapeOf = (count: number): 'radios' | 'select' | 'autocomplete' =>
  count <= 5 ? 'radios' : count <= 10 ? 'select' : 'autocomplete';

/** A list that is opened, or searched by typing; radios are drawn by their group. */
export const ListChoice = ({ isLong = false, ...props }: ChoiceProps) => {
  const text = useText();
  const say = useSay();
  const { form } = useCompilationContext();
  const value = typeof props.value === 'string' ? props.value : undefined;
  if (isLong || props.options.length > 10) return <Autocomplete {...props} value={value} />;
  return (
    <select
      id={props.id}
      className={`form-select ${props.isInvalid ? 'is-invalid' : ''}`}
      value={value ?? ''}
      disabled={props.isDisabled}
      aria-required={props.isRequired || undefined}
      aria-invalid={props.isInvalid || undefined}
      aria-describedby={props.describedBy}
      onChange={({ currentTarget }) => props.onChange(currentTarget.value || undefined)}
      onBlur={props.onBlur}
    >
      <option value="">{say(form.emptyChoice) || text('ui.form.none')}</option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};

interface RadiosProps {
  id: string;
  options: readonly Option[];
  value: string | undefined;
  onChange: (value: string) => void;
  onBlur: () => void;
}

/** The radios of a group; the `fieldset` around them has the question. The first one has the group's id, for links of the error summary. */
export const Radios = ({ id, options, value, onChange, onBlur }: RadiosProps) => (
  <>
    {options.map((option, index) => {
      const optionId = index === 0 ? id : `${id}-${index}`;
      return (
        <FormGroup check key={option.value}>
          <input
            id={optionId}
            type="radio"
            name={id}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
          />
          <Label check for={optionId}>
            {option.label}
          </Label>
        </FormGroup>
      );
    })}
  </>
);

interface ChecksProps {
  id: string;
  options: readonly Option[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  onBlur: () => void;
}

export const Checks = ({ id, options, value, onChange, onBlur }: ChecksProps) => (
  <>
    {options.map((option, index) => {
      const optionId = index === 0 ? id : `${id}-${index}`;
      return (
        <FormGroup check key={option.value}>
          <input
            id={optionId}
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={({ currentTarget }) =>
              onChange(
                options.map((each) => each.value).filter((each) => (each === option.value ? currentTarget.checked : value.includes(each))),
              )
            }
            onBlur={onBlur}
          />
          <Label check for={optionId}>
            {option.label}
          </Label>
        </FormGroup>
      );
    })}
  </>
);
