import { DAYS_OF_LAW } from '@sportello/contracts/practices/terms';
import type { AnswerOf } from '@sportello/contracts/web';
import { Linked, PhoneLink } from '@sportello/ui/form/linked-text';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { OpeningWindow } from '@sportello/ui/opening-window';
import { Panel } from '@sportello/ui/panel';
import { profileWord } from '@sportello/ui/profile';
import { Fragment, type ReactNode } from 'react';
import { SentOn } from '../sent-on.js';
import { Prose } from './prose.js';
import { StartButton } from './service-box.js';

export type Sheet = AnswerOf<'rpc.practices.get-procedure.v1'>;

export interface SheetPart {
  /** Its place in the page, and its name in the dictionary after `sheet.`. */
  key: string;
  /** What the validator of public sites looks for. */
  element?: string;
  content: ReactNode;
}

/** The parts of a service's page, in the order of the model for the sites of the comuni; those that it leaves free only where written. */
export const usePartsOf = (procedure: Sheet): readonly SheetPart[] => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { sheet, settings } = procedure;
  const written = (key: string, words: Sheet['sheet']['cost'], element?: string): SheetPart[] =>
    words ? [{ key, element, content: <Prose text={say(words)} /> }] : [];
  const orInGeneral = (words: Sheet['sheet']['cost'], general: string) => <Prose text={words ? say(words) : text(general)} />;
  return [
    {
      key: 'who',
      element: 'service-addressed',
      content: (
        <>
          <ul>
            {procedure.audience.map((kind) => (
              <li key={kind}>{profileWord(kind, language)}</li>
            ))}
          </ul>
          {procedure.access.isReserved && <p>{text('sheet.reserved')}</p>}
        </>
      ),
    },
    ...written('description', sheet.description),
    { key: 'how', element: 'service-how-to', content: orInGeneral(sheet.howTo, 'sheet.how.general') },
    { key: 'needed', element: 'service-needed', content: orInGeneral(sheet.needed, 'sheet.needed.general') },
    { key: 'achieved', element: 'service-achieved', content: orInGeneral(sheet.achieved, 'sheet.achieved.general') },
    {
      key: 'when',
      element: 'service-calendar-text',
      content: (
        <>
          <OpeningWindow opensAt={procedure.opensAt} closesAt={procedure.closesAt} />
          <SentOn of={procedure} />
          <p>{answeredWithin(settings, text)}</p>
          {settings.tacit && <p>{text(`ui.term.tacit.${settings.tacit}`)}</p>}
          {sheet.terms && <Prose text={say(sheet.terms)} />}
        </>
      ),
    },
    ...written('cost', sheet.cost),
    ...written('constraints', sheet.constraints),
    {
      key: 'access',
      content: (
        <div data-element="service-online-access">
          <p>{text('sheet.access.detail')}</p>
          <StartButton procedure={procedure} />
        </div>
      ),
    },
    ...written('more', sheet.more),
    {
      key: 'terms',
      content: (
        <p>
          {text('sheet.terms.detail')}{' '}
          <LocalLink to="/note-legali" data-element="service-file">
            {text('sheet.terms.go')}
          </LocalLink>
        </p>
      ),
    },
    { key: 'contacts', content: <Contacts procedure={procedure} /> },
  ];
};

/** The office that answers for the service, and where help is asked. */
const Contacts = ({ procedure: { organizationName, contacts, sheet } }: { procedure: Sheet }) => {
  const text = useText();
  const say = useSay();
  const { office, helpDesks = [] } = sheet;
  return (
    <Panel tag="div" data-element="service-area">
      <p className="mb-1">
        <strong>{office ? say(office.name) : organizationName}</strong>
      </p>
      {office && (
        <>
          <p className="mb-1">{organizationName}</p>
          <address className="mb-1">
            {office.street}, {office.postalCode} {office.comune}
          </address>
          {office.phone && (
            <p className="mb-1">
              {text('sheet.phone')} <PhoneLink number={office.phone} />
            </p>
          )}
          {office.mail && (
            <p className="mb-1">
              {text('sheet.mail')} <a href={`mailto:${office.mail}`}>{office.mail}</a>
            </p>
          )}
          {office.hours && <p className="mb-1">{say(office.hours)}</p>}
        </>
      )}
      {helpDesks.map(({ kind, name, phones, mail, form, hours }) => (
        <div key={`${kind} ${name.it}`} className="my-3">
          <p className="mb-1">
            <strong>{text(`sheet.help.${kind}`)}</strong>
          </p>
          <p className="mb-1">{say(name)}</p>
          {phones.length > 0 && (
            <p className="mb-1">
              {text('sheet.phone')}{' '}
              {phones.map((phone, index) => (
                <Fragment key={phone}>
                  {index > 0 && ', '}
                  <PhoneLink number={phone} />
                </Fragment>
              ))}
            </p>
          )}
          {mail && (
            <p className="mb-1">
              {text('sheet.mail')} <a href={`mailto:${mail}`}>{mail}</a>
            </p>
          )}
          {form && (
            <p className="mb-1">
              <a href={form} target="_blank" rel="noreferrer">
                {text('sheet.help.form')}
              </a>
            </p>
          )}
          {hours && <p className="mb-1">{say(hours)}</p>}
        </div>
      ))}
      {contacts && (
        <p>
          <Linked text={say(contacts)} />
        </p>
      )}
      {!office && !contacts && helpDesks.length === 0 && <p>{text('sheet.noContacts')}</p>}
      {(office || contacts) && <p className="mb-0">{text('sheet.booking.how')}</p>}
    </Panel>
  );
};

/** The term for the answer, in words. */
export function answeredWithin(
  { answerMonths, answerDays, countsWorkingDays }: Sheet['settings'],
  text: ReturnType<typeof useText>,
): string {
  if (answerMonths) return text('sheet.when.months', { count: answerMonths });
  if (countsWorkingDays) return text('sheet.when.working', { count: answerDays ?? 30 });
  return answerDays ? text('sheet.when.days', { count: answerDays }) : text('sheet.when.law', { count: DAYS_OF_LAW });
}
