import { ProblemError } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import type { Appointment } from './appointment.js';

export interface Typed {
  givenName: string;
  familyName: string;
  mail: string;
  phone: string;
  fiscalCode: string;
  reason: string;
  details: string;
}

export const typedOf = (applicant: Appointment['applicant']): Typed => ({
  givenName: applicant?.givenName ?? '',
  familyName: applicant?.familyName ?? '',
  mail: applicant?.mail ?? '',
  phone: applicant?.phone ?? '',
  fiscalCode: applicant?.fiscalCode ?? '',
  reason: applicant?.reason ?? '',
  details: applicant?.details ?? '',
});

/** As it is sent. */
export const applicantOf = ({ mail, phone, fiscalCode, details, ...rest }: Typed) => ({
  ...rest,
  mail: mail.trim() || null,
  phone: phone.trim() || null,
  fiscalCode: fiscalCode.trim() || null,
  details: details.trim() || null,
});

const required: readonly (keyof Typed)[] = ['givenName', 'familyName', 'reason'];
export const isComplete = (typed: Typed): boolean => required.every((field) => typed[field].trim() !== '');

const fields = ['givenName', 'familyName', 'reason', 'mail', 'phone', 'fiscalCode', 'details'] as const;

/** Name and surname, reason and details: what the office must know (APP-17). Without a mail address nothing is sent, which is said here. */
export const ApplicantFields = ({ typed, error, onChange }: { typed: Typed; error: unknown; onChange: (typed: Typed) => void }) => {
  const text = useText();
  const wrong = new Map(
    error instanceof ProblemError ? (error.problem.errors ?? []).map(({ pointer, detail }) => [pointer.slice(1), detail]) : [],
  );
  return (
    <div className="row">
      {fields.map((field, at) => (
        <div key={field} className={field === 'details' ? 'col-12' : 'col-12 col-md-6'}>
          <TextField
            label={text(`calendars.field.${field}`)}
            help={field === 'mail' ? text('calendars.field.mail.help') : undefined}
            value={typed[field]}
            error={wrong.get(field)}
            isRequired={required.includes(field)}
            hasFocus={at === 0}
            onChange={(value) => onChange({ ...typed, [field]: value })}
            input={{ maxLength: field === 'details' ? 1_000 : 254, autoComplete: 'off' }}
            {...(field === 'details' && { rows: 3 })}
          />
        </div>
      ))}
    </div>
  );
};
