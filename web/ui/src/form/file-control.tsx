import { rulesOfField } from '@sportello/forms/file-kinds';
import type { Leaf } from '@sportello/forms/form';
import { AttachmentField } from '../files.js';
import { useSay } from '../i18n.js';
import { useCompilationContext } from './compilation.js';
import type { FieldProps } from './joined.js';
import type { Sending } from './sending.js';
import { controlId, valueAt } from './values.js';

const filesIn = (value: unknown): { id: string; name: string }[] =>
  Array.isArray(value)
    ? value.filter((file): file is { id: string; name: string } => typeof file?.id === 'string' && typeof file?.name === 'string')
    : [];

const none: readonly Sending[] = [];

/** The files of a field, sent as soon as they are chosen. */
export const FileControl = ({ field, pointer }: FieldProps<Extract<Leaf, { kind: 'file' }>>) => {
  const { values, write, shown, practiceId, sending, changeSending } = useCompilationContext();
  const say = useSay();
  const issue = shown.get(pointer);
  return (
    <AttachmentField
      id={controlId(pointer)}
      label={say(field.label)}
      isRequired={field.required}
      hint={say(field.help)}
      error={issue ? say(issue.message) : undefined}
      rules={rulesOfField(field)}
      practiceId={practiceId}
      purpose="form"
      fieldKey={field.key}
      attachments={filesIn(valueAt(values, pointer))}
      onChange={(change) => {
        write(pointer, (now: unknown) => {
          const left = change(filesIn(now)).map(({ id, name }) => ({ id, name }));
          return left.length > 0 ? left : undefined;
        });
      }}
      sending={sending.get(pointer) ?? none}
      changeSending={(change) => changeSending(pointer, change)}
    />
  );
};
