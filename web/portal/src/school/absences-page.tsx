import { newId } from '@sportello/contracts/id';
import { MOST_CHILDREN } from '@sportello/contracts/school/limits';
import type { AnswerOf } from '@sportello/contracts/web';
import { romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { announce } from '@sportello/ui/announcer';
import { useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { goToFirstMistake } from '@sportello/ui/first-mistake';
import { formatDate, formatTime, rome, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button, Table } from 'design-react-kit';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Held, type HeldChild, HeldFor, OfficeNotice, SchoolFrame } from './held.js';
import { mistakesIn, type Period, PeriodFields } from './search-period.js';

type Next = AnswerOf<'rpc.school.list-next-days.v1'>;
type Answer = AnswerOf<'rpc.school.report-absences.v1'>['items'][number];

const changed = ['rpc.school.list-absences.v1', 'rpc.school.list-next-days.v1'] as const;

/** "Comunicazioni assenze": who, from when to when, and one answer for each day (SCH-13, SCH-31). */
export const AbsencesPage = () => {
  const text = useText();
  return (
    <SchoolFrame title={text('school.card.absences')} lead={text('school.card.absences.detail')}>
      <Children />
      <OfficeNotice />
    </SchoolFrame>
  );
};

const Children = () => <HeldFor rights={['report']}>{(items) => <Ahead items={items} />}</HeldFor>;

const Ahead = ({ items }: { items: readonly HeldChild[] }) => {
  const next = useAsk('rpc.school.list-next-days.v1', {}, { staleTimeMs: 0 });
  return (
    <Held query={next}>
      {(ahead) => (
        <>
          <Countdowns next={ahead} onPassed={next.refetch} />
          <Report items={items} next={ahead} />
          <Told />
        </>
      )}
    </Held>
  );
};

/** The clock of the server, second by second: that of the machine may be wrong. */
const useServerClock = (): number => {
  const { serverNow } = useSession();
  const [now, setNow] = useState(() => serverNow().getTime());
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow().getTime()), 1_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
};

/** How long until the days ahead are read again, as long as one that is over is listed. Milliseconds. */
const AGAIN_MS = 5_000;

interface CountdownsProps {
  next: Next;
  /** Reads the days ahead again. */
  onPassed: () => unknown;
}

/** Until when an absence can be reported, and how long that is (SCH-32). */
const Countdowns = ({ next: { items }, onPassed }: CountdownsProps) => {
  const text = useText();
  const now = useServerClock();
  const [passed, setPassed] = useState<readonly string[]>([]);
  const over = items.filter(({ cutoffAt }) => Date.parse(cutoffAt) <= now);
  const untold = over
    .map(({ day, childName, serviceName }) => text('school.cutoff.passed', { day: formatDate(day), name: childName, service: serviceName }))
    .filter((words) => !passed.includes(words));
  useEffect(() => {
    if (untold.length === 0) return;
    setPassed([...passed, ...untold]);
    announce(untold.join(' '), 'assertive');
  }, [passed, untold]);
  const isOver = over.length > 0;
  useEffect(() => {
    if (!isOver) return;
    onPassed();
    // The server may list for a moment what is over by the clock of this page.
    const timer = setInterval(onPassed, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isOver, onPassed]);
  return (
    <Panel aria-labelledby="limite" className="mb-4">
      <h2 id="limite" className="h5">
        {text('school.cutoff')}
      </h2>
      {passed.map((words) => (
        <p key={words} className="alert alert-warning">
          {words}
        </p>
      ))}
      {items.length === 0 ? (
        <p className="mb-0">{text('school.cutoff.none')}</p>
      ) : (
        <ul className="mb-0">
          {items.map(({ childId, childName, serviceName, day, cutoffAt }) => (
            <li key={`${childId} ${serviceName}`}>
              {text('school.cutoff.of', {
                ...{ name: childName, service: serviceName, day: formatDate(day) },
                ...{ cutoffDay: formatDate(cutoffAt, rome), time: formatTime(cutoffAt, rome) },
              })}{' '}
              <strong>{text('school.cutoff.left', left(Date.parse(cutoffAt) - now))}</strong>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const left = (milliseconds: number) => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
};

interface Asked {
  childIds: readonly string[];
  from: string;
  to: string;
  weekdays: readonly number[];
}

/** Days of the week on which there is school. */
const days = [1, 2, 3, 4, 5, 6] as const;

/** Texts of what is wrong, by the field that it is about. */
type Mistakes = Partial<Period & { who: string }>;

const Report = ({ items, next }: { items: readonly HeldChild[]; next: Next }) => {
  const text = useText();
  const { account, serverNow } = useSession();
  const outcome = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Asked>(() => {
    const first = items[0]?.id ?? '';
    const day = next.items.find(({ childId }) => childId === first)?.day ?? romeDate(serverNow());
    return { childIds: [first], from: day, to: day, weekdays: [] };
  });
  // A report that is sent again is the same; changed, it is another.
  const [id, setId] = useState(() => newId());
  const command = useCommand('rpc.school.report-absences.v1', changed);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const change = (part: Partial<Asked>) => {
    setAsked({ ...asked, ...part });
    setId(newId());
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const period = { from: asDate(asked.from), to: asDate(asked.to) };
    const found = { ...whoIsWrong(asked.childIds), ...mistakesIn(period) };
    setMistakes(found);
    if (Object.keys(found).length > 0) return goToFirstMistake(event.currentTarget);
    if (command.isPending) return;
    command.mutate({ id, ...period, childIds: [...asked.childIds], weekdays: [...asked.weekdays] }, { onSuccess: () => setId(newId()) });
  };
  const { data } = command;
  useEffect(() => {
    if (data) outcome.current?.focus();
  }, [data]);
  const toggled = <T,>(list: readonly T[], value: T) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
  const { givenName = '', familyName = '' } = account?.identity ?? {};
  return (
    <>
      <form noValidate onSubmit={send} aria-labelledby="comunica">
        <h2 id="comunica" className="h5">
          {text('school.absence.report')}
        </h2>
        <TextField
          label={text('school.absence.parent')}
          value={`${givenName} ${familyName}`}
          input={{ readOnly: true }}
          onChange={() => undefined}
        />
        <fieldset className="sp-field">
          <legend className="h6">{text('school.name')}</legend>
          {items.map(({ id: childId, name }) => (
            <Check
              key={childId}
              id={`alunno-${childId}`}
              label={name}
              isOn={asked.childIds.includes(childId)}
              mistakeId={mistakes.who && 'alunni-errore'}
              onChange={() => change({ childIds: toggled(asked.childIds, childId) })}
            />
          ))}
          {mistakes.who && (
            <p id="alunni-errore" className="sp-error">
              <strong>{text('ui.form.error')}</strong> {text(mistakes.who, { most: MOST_CHILDREN })}
            </p>
          )}
        </fieldset>
        <div className="row">
          <PeriodFields period={asked} mistakes={mistakes} onChange={change} />
        </div>
        <fieldset className="sp-field">
          <legend className="h6">{text('school.absence.weekdays')}</legend>
          <p className="form-text">{text('school.absence.weekdays.help')}</p>
          {days.map((day) => (
            <Check
              key={day}
              id={`giorno-${day}`}
              label={text(`school.weekday.${day}`)}
              isOn={asked.weekdays.includes(day)}
              onChange={() => change({ weekdays: toggled(asked.weekdays, day) })}
            />
          ))}
        </fieldset>
        <SelectField
          label={text('school.absence.kind')}
          value="absent"
          options={[{ value: 'absent', label: text('school.absence.kind.absent') }]}
          onChange={() => undefined}
        />
        {command.error ? <ErrorNote error={command.error} keepsWords /> : null}
        <Button type="submit" color="primary" aria-disabled={command.isPending || undefined}>
          {command.isPending ? text('ui.wait') : text('school.confirm')}
        </Button>
        <p className="mt-2">{text('school.absence.inTime')}</p>
      </form>
      {data && (
        <section aria-labelledby="esito" className="mt-4">
          <h2 id="esito" ref={outcome} tabIndex={-1} className="h5">
            {text('school.absence.outcome')}
          </h2>
          {data.items.length === 0 && <Empty>{text('school.absence.noDay')}</Empty>}
          <ul>
            {data.items.map((item) => (
              <Line key={`${item.childId} ${item.day} ${item.serviceName}`} item={item} hasNames={items.length > 1} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

function whoIsWrong({ length }: readonly string[]): Pick<Mistakes, 'who'> {
  if (length === 0) return { who: 'school.absence.nobody' };
  return length > MOST_CHILDREN ? { who: 'school.absence.tooMany' } : {};
}

const Line = ({ item: { state, day, childName, serviceName }, hasNames }: { item: Answer; hasNames: boolean }) => {
  const text = useText();
  const of = [...(hasNames ? [childName] : []), ...(serviceName === null ? [] : [serviceName])];
  return (
    <li>
      {text(`school.absence.answer.${state}`, { day: formatDate(day) })}
      {of.length > 0 && ` (${of.join(', ')})`}
    </li>
  );
};

interface CheckProps {
  id: string;
  label: string;
  isOn: boolean;
  /** Of the words that say what is wrong. */
  mistakeId?: string | undefined;
  onChange: () => void;
}

const Check = ({ id, label, isOn, mistakeId, onChange }: CheckProps) => (
  <div className="form-check">
    <input
      id={id}
      type="checkbox"
      checked={isOn}
      aria-invalid={mistakeId ? true : undefined}
      aria-describedby={mistakeId}
      onChange={onChange}
    />{' '}
    <label htmlFor={id}>{label}</label>
  </div>
);

/** What was reported from today on; before the cut-off it can be cancelled. */
const Told = () => {
  const text = useText();
  const now = useServerClock();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useAskPages('rpc.school.list-absences.v1', { from: romeDate(new Date(now)), limit: 25 });
  const cancel = useCommand('rpc.school.cancel-absence.v1', changed);
  const press = (id: string, words: string) => {
    if (cancel.isPending) return;
    cancel.mutate(
      { id },
      {
        onSuccess: () => {
          announce(words);
          heading.current?.focus();
        },
      },
    );
  };
  return (
    <section className="mt-4" aria-labelledby="comunicate">
      <h2 id="comunicate" ref={heading} tabIndex={-1} className="h5">
        {text('school.absence.told')}
      </h2>
      {cancel.error ? <ErrorNote error={cancel.error} /> : null}
      <Held query={list}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <Empty icon="it-calendar">{text('school.absence.none')}</Empty>;
          return (
            <Table className="sp-table align-middle" aria-labelledby="comunicate">
              <thead>
                <tr>
                  <th scope="col">{text('school.day')}</th>
                  <th scope="col">{text('school.name')}</th>
                  <th scope="col">{text('school.service')}</th>
                  <th scope="col">{text('school.state')}</th>
                  <th scope="col">
                    <span className="visually-hidden">{text('school.absence.cancel')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, day, childName, serviceName, state, cutoffAt }) => {
                  const isOver = Date.parse(cutoffAt) <= now;
                  const name = text('school.absence.cancel.named', { day: formatDate(day), name: childName, service: serviceName });
                  return (
                    <tr key={id}>
                      <th scope="row" data-label={text('school.day')}>
                        {formatDate(day)}
                      </th>
                      <td data-label={text('school.name')}>{childName}</td>
                      <td data-label={text('school.service')}>{serviceName}</td>
                      <td data-label={text('school.state')}>{text(`school.absence.state.${state}`)}</td>
                      <td>
                        {state === 'reported' && !isOver && (
                          <Button
                            type="button"
                            outline
                            color="primary"
                            size="xs"
                            aria-label={name}
                            aria-disabled={cancel.isPending || undefined}
                            onClick={() => press(id, text('school.absence.cancelled', { day: formatDate(day) }))}
                          >
                            {text('school.absence.cancel')}
                          </Button>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </Table>
          );
        }}
      </Held>
      <More {...list} />
    </section>
  );
};
