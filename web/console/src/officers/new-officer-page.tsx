import { newId } from '@sportello/contracts/id';
import { INVITATION_DAYS } from '@sportello/contracts/identity/links';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { asCode, asLine, asMail, asUsername, isMail } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useGo, useText } from '@sportello/ui/i18n';
import { BackLink, Page } from '@sportello/ui/page';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import { officerReads } from './officer.js';
import { type Place, RightsFields, subjectsOf } from './rights-fields.js';
import './officers.css';

const empty = { givenName: '', familyName: '', fiscalCode: '', mail: '', username: '' };
type Field = keyof typeof empty;
const fields = Object.keys(empty) as Field[];

/** What is wrong with a field, as the name of a text; null when nothing is. */
const mistakeIn: Record<Field, (typed: string) => string | null> = {
  givenName: (typed) => (asLine(typed) ? null : 'missing'),
  familyName: (typed) => (asLine(typed) ? null : 'missing'),
  fiscalCode: (typed) => (checkFiscalCode(asCode(typed)) === null ? null : 'fiscalCode'),
  mail: (typed) => (isMail(asMail(typed)) ? null : 'mail'),
  username: (typed) => (asUsername(typed).length >= 3 ? null : 'username'),
};
const autocomplete: Partial<Record<Field, string>> = { mail: 'off', username: 'off' };

/** Invites somebody to work for the body (ADM-01). */
export const NewOfficerPage = () => {
  const text = useText();
  const go = useGo();
  const form = useRef<HTMLFormElement>(null);
  const [id] = useState(newId);
  const [person, setPerson] = useState(empty);
  const [place, setPlace] = useState<Place>({ officeId: null, procedureIds: [], calendarIds: [], deskIds: [], topicIds: [] });
  const [role, setRole] = useState<'officer' | 'manager'>('officer');
  const [isChecked, setChecked] = useState(false);
  const invite = useCommand('rpc.identity.invite-officer.v1', officerReads);
  const mistakes = Object.fromEntries(fields.map((field) => [field, mistakeIn[field](person[field])])) as Record<Field, string | null>;

  const send = () => {
    setChecked(true);
    const first = fields.findIndex((field) => mistakes[field] !== null);
    if (first >= 0) {
      form.current?.querySelectorAll<HTMLInputElement>('.sp-field > input')[first]?.focus();
      return;
    }
    const name = `${asLine(person.familyName)} ${asLine(person.givenName)}`;
    invite.mutate(
      { id, ...person, officeId: place.officeId, role, subjects: subjectsOf(place), version: 0 },
      {
        onSuccess: () => {
          toast({ words: text('officers.new.done', { name }) });
          go(`/operatori/${id}`, { replace: true });
        },
      },
    );
  };
  return (
    <Page
      title={text('officers.new')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('officers.new.lead', { days: INVITATION_DAYS })}
    >
      <form
        ref={form}
        className="sc-officer-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!invite.isPending) send();
        }}
      >
        {fields.map((field) => {
          const mistake = isChecked ? mistakes[field] : null;
          return (
            <TextField
              key={field}
              label={text(`officers.${field}`)}
              value={person[field]}
              onChange={(value) => setPerson((now) => ({ ...now, [field]: value }))}
              help={field === 'mail' || field === 'username' ? text(`officers.new.${field}.help`) : undefined}
              error={mistake ? text(`officers.new.mistake.${mistake}`) : undefined}
              input={{ autoComplete: autocomplete[field] ?? 'off', type: field === 'mail' ? 'email' : 'text', maxLength: 254 }}
              isRequired
            />
          );
        })}
        <SelectField
          label={text('officers.role')}
          value={role}
          options={[
            { value: 'officer', label: text('ui.role.officer') },
            { value: 'manager', label: text('ui.role.manager') },
          ]}
          onChange={(value) => setRole(value === 'manager' ? 'manager' : 'officer')}
        />
        <RightsFields place={place} onChange={setPlace} />
        {invite.error ? <ErrorNote error={invite.error} keepsWords /> : null}
        <Button type="submit" color="primary" size="sm" aria-disabled={invite.isPending || undefined}>
          {invite.isPending ? text('ui.wait') : text('officers.new')}
        </Button>
      </form>
      <BackLink to="/operatori">{text('officers.back')}</BackLink>
    </Page>
  );
};
