import { ProblemError } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import type { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import type { ComponentProps } from 'react';

/** What is typed: an empty text where nothing is. */
export interface Typed {
  reason: string;
  details: string;
  givenName: string;
  familyName: string;
  mail: string;
  phone: string;
  fiscalCode: string;
}
const nothingTyped: Typed = { reason: '', details: '', givenName: '', familyName: '', mail: '', phone: '', fiscalCode: '' };

/** As it is sent. */
export const applicantOf = ({ details, phone, fiscalCode, ...rest }: Typed) => ({
  ...rest,
  details: details.trim() || null,
  phone: phone.trim() || null,
  fiscalCode: fiscalCode.trim() || null,
});

/** What nobody has touched is filled in with what is known of whoever is signed in; what she has emptied stays empty. */
export function withOwn(touched: Partial<Typed>, account: ReturnType<typeof useSession>['account']): Typed {
  if (!account) return { ...nothingTyped, ...touched };
  const { givenName, familyName, fiscalCode } = account.identity;
  return { ...nothingTyped, givenName, familyName, fiscalCode, mail: account.contacts.mail ?? '', ...touched };
}

export type Mistakes = Partial<Record<keyof Typed, string>>;

const inputs: Record<keyof Typed, ComponentProps<'input'>> = {
  reason: { maxLength: 200 },
  details: { maxLength: 1_000 },
  givenName: { maxLength: 100, autoComplete: 'given-name' },
  familyName: { maxLength: 100, autoComplete: 'family-name' },
  mail: { maxLength: 254, type: 'email', autoComplete: 'email' },
  phone: { maxLength: 30, type: 'tel', autoComplete: 'tel' },
  fiscalCode: { maxLength: 20, autoComplete: 'off', autoCapitalize: 'characters' },
};
const required: readonly (keyof Typed)[] = ['reason', 'givenName', 'familyName', 'mail'];
/** On which of the steps a field stands. */
export const fieldsOf = {
  details: ['reason', 'details'],
  applicant: ['givenName', 'familyName', 'mail', 'phone', 'fiscalCode'],
} as const satisfies Record<string, readonly (keyof Typed)[]>;

interface FieldsProps {
  fields: readonly (keyof Typed)[];
  typed: Typed;
  mistakes: Mistakes;
  onChange: (change: Partial<Typed>) => void;
}

export const Fields = ({ fields, typed, mistakes, onChange }: FieldsProps) => {
  const text = useText();
  return fields.map((field) => (
    <TextField
      key={field}
      label={text(`appointments.${field}`)}
      help={
        field === 'reason' || field === 'phone' || field === 'fiscalCode' || field === 'mail'
          ? text(`appointments.${field}.help`)
          : undefined
      }
      value={typed[field]}
      error={mistakes[field]}
      isRequired={required.includes(field)}
      onChange={(value) => onChange({ [field]: value })}
      input={{ ...inputs[field], name: field }}
      {...(field === 'details' && { rows: 4 })}
    />
  ));
};

/** What is missing before anything is sent. */
export const useMissing = (): ((fields: readonly (keyof Typed)[], typed: Typed) => Mistakes) => {
  const text = useText();
  return (fields, typed) =>
    Object.fromEntries(
      fields
        .filter((field) => required.includes(field) && typed[field].trim() === '')
        .map((field) => [field, text('appointments.required')]),
    );
};

/** What the server says of single fields. */
export const mistakesOf = (error: unknown): Mistakes =>
  error instanceof ProblemError
    ? Object.fromEntries(
        (error.problem.errors ?? [])
          .map(({ pointer, detail }) => [pointer.slice(1), detail] as const)
          .filter(([field]) => field in nothingTyped),
      )
    : {};
