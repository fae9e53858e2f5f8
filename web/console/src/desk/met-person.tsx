import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { asLine, asMail, asPhone, isMail, isPhone } from '@sportello/italy/typed-text';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';

type Newcomer = AskedOf<'rpc.practices.open-at-desk.v1'>['newcomer'];

interface MetPersonProps {
  person: AnswerOf<'rpc.practices.meet-at-desk.v1'>;
  fiscalCode: string;
  isPending: boolean;
  error: unknown;
  onBegin: (newcomer: Newcomer) => void;
}

const empty = { givenName: '', familyName: '', mail: '', mobilePhone: '' };
type Field = keyof typeof empty;
const fields = Object.keys(empty) as Field[];

const isRight: Record<Field, (typed: string) => boolean> = {
  givenName: (typed) => asLine(typed) !== '',
  familyName: (typed) => asLine(typed) !== '',
  mail: (typed) => asMail(typed) === '' || isMail(asMail(typed)),
  mobilePhone: (typed) => asPhone(typed) === '' || isPhone(asPhone(typed)),
};

/** Who was found by her fiscal code, with what is known of her; or the few data by which somebody unknown is registered. */
export const MetPerson = ({ person: { name, known }, fiscalCode, isPending, error, onBegin }: MetPersonProps) => {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(empty);
  const [isChecked, setChecked] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  const begin = () => {
    if (isPending) return;
    if (name !== null) return onBegin(null);
    setChecked(true);
    const wrong = fields.findIndex((field) => !isRight[field](typed[field]));
    if (wrong >= 0) return form.current?.querySelectorAll('input')[wrong]?.focus();
    onBegin({ ...typed, mail: asMail(typed.mail) || null, mobilePhone: asPhone(typed.mobilePhone) || null });
  };
  return (
    <form
      ref={form}
      className="sc-desk-form mt-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <h3 ref={heading} tabIndex={-1} className="h6">
        {name ?? text('desk.unknown', { fiscalCode })}
      </h3>
      {name === null ? (
        <p>{text('desk.unknown.text')}</p>
      ) : (
        <>
          <p className="mb-1">{text(known.length > 0 ? 'desk.known' : 'desk.known.none')}</p>
          {known.length > 0 && (
            <ul>
              {known.map((key) => (
                <li key={key}>{text(`desk.known.${key}`)}</li>
              ))}
            </ul>
          )}
          {!known.includes('mail') && <p>{text('desk.noMail')}</p>}
        </>
      )}
      {name === null &&
        fields.map((field) => (
          <TextField
            key={field}
            label={text(`desk.${field}`)}
            value={typed[field]}
            onChange={(value) => setTyped((now) => ({ ...now, [field]: value }))}
            isRequired={field === 'givenName' || field === 'familyName'}
            {...(field === 'mail' && { help: text('desk.mail.help') })}
            {...(isChecked && !isRight[field](typed[field]) && { error: text(`desk.${field}.mistake`) })}
            input={{ maxLength: field === 'mail' ? 254 : 100, autoComplete: 'off', type: inputTypes[field] ?? 'text' }}
          />
        ))}
      {error ? <ErrorNote error={error} keepsWords /> : null}
      <Button type="submit" color="primary" size="sm" aria-disabled={isPending || undefined}>
        {text(isPending ? 'ui.wait' : 'desk.fillIn')}
      </Button>
    </form>
  );
};

const inputTypes: Partial<Record<Field, string>> = { mail: 'email', mobilePhone: 'tel' };
