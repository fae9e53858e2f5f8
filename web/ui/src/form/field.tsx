import type { Field, Leaf } from '@sportello/forms/form';
import { FormGroup, Label } from 'design-react-kit';
import { useSay } from '../i18n.js';
import { BlockField } from './block.js';
import { CapControl } from './cap-control.js';
import { ChoiceControl, Group, PlaceControl } from './choice-controls.js';
import { shapeOf } from './choices.js';
import { useCompilationContext } from './compilation.js';
import { Explained } from './explained.js';
import { FileControl } from './file-control.js';
import { type FieldProps, Star, useJoined } from './joined.js';
import { LinkedText } from './linked-text.js';
import { DateControl, NumberControl, TextControl } from './text-controls.js';
import { type Values, valueAt } from './values.js';

/** Draws a field of any kind, with what explains it. */
export const FieldControl = (props: FieldProps<Field>) => {
  const say = useSay();
  const { field } = props;
  return (
    <>
      <Control {...props} />
      {field.kind !== 'note' && <Explained of={say(field.label)} questions={field.questions} picture={field.picture} />}
    </>
  );
};

const Control = ({ field, pointer, scope }: FieldProps<Field>) => {
  const say = useSay();
  switch (field.kind) {
    case 'note':
      return <LinkedText text={say(field.text)} />;
    case 'declaration':
      return <Declaration field={field} pointer={pointer} scope={scope} />;
    case 'block':
      return <BlockField block={field} pointer={pointer} draw={drawField} />;
    case 'file':
      return <FileControl field={field} pointer={pointer} scope={scope} />;
    case 'yesNo':
    case 'multiChoice':
      return <Group field={field} pointer={pointer} scope={scope} />;
    case 'choice':
      return shapeOf(field.options.length) === 'radios' ? (
        <Group field={field} pointer={pointer} scope={scope} />
      ) : (
        <ChoiceControl field={field} pointer={pointer} scope={scope} />
      );
    case 'region':
    case 'province':
    case 'comune':
    case 'school':
      return <PlaceControl field={field} pointer={pointer} scope={scope} />;
    case 'cap':
      return <CapControl field={field} pointer={pointer} scope={scope} />;
    case 'number':
      return <NumberControl field={field} pointer={pointer} scope={scope} />;
    case 'date':
      return <DateControl field={field} pointer={pointer} scope={scope} />;
    default:
      return <TextControl field={field} pointer={pointer} scope={scope} />;
  }
};

const drawField = (field: Leaf, pointer: string, scope: Values) => <FieldControl field={field} pointer={pointer} scope={scope} />;

const Declaration = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'declaration' }>>) => {
  const { values, write, leave } = useCompilationContext();
  const say = useSay();
  const { id, describedBy, isInvalid, help, message } = useJoined(pointer, say(field.help));
  return (
    <div className="sp-field">
      <FormGroup check className={isInvalid ? 'is-invalid' : ''}>
        <input
          id={id}
          type="checkbox"
          checked={valueAt(values, pointer) === true}
          aria-required="true"
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          onChange={({ currentTarget }) => write(pointer, currentTarget.checked ? true : undefined)}
          onBlur={() => leave(pointer)}
        />
        <Label check for={id}>
          {say(field.label)}
          <Star />
        </Label>
      </FormGroup>
      {help}
      {message}
    </div>
  );
};
