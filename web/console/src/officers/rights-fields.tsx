import { useSay, useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { HowFar, useAll } from '@sportello/ui/use-all';
import { useId } from 'react';

export interface Place {
  officeId: string | null;
  procedureIds: readonly string[];
  calendarIds: readonly string[];
  deskIds: readonly string[];
  topicIds: readonly string[];
}

/** What is kept of it. */
export const subjectsOf = ({ procedureIds, calendarIds, deskIds, topicIds }: Omit<Place, 'officeId'>) => [
  ...procedureIds.map((id) => ({ kind: 'procedure' as const, id })),
  ...calendarIds.map((id) => ({ kind: 'calendar' as const, id })),
  ...deskIds.map((id) => ({ kind: 'desk' as const, id })),
  ...topicIds.map((id) => ({ kind: 'topic' as const, id })),
];

/** The office of an officer (ADM-04), and the services, calendars, help desks and topics of the library that she works on (ADM-02, ADM-03). */
export const RightsFields = ({ place, onChange }: { place: Place; onChange: (place: Place) => void }) => {
  const text = useText();
  const say = useSay();
  const offices = useAll('rpc.identity.list-offices.v1', {});
  const services = useAll('rpc.practices.list-services.v1', {});
  const calendars = useAll('rpc.appointments.list-calendars.v1', {});
  const desks = useAll('rpc.ticketing.list-desks.v1', {});
  const topics = useAll('rpc.knowledge.list-own-topics.v1', {});
  const { officeId, procedureIds, calendarIds, deskIds, topicIds } = place;
  const namedTopics = topics.data?.map(({ id, name }) => ({ id, title: say(name) }));
  const named = services.data?.map(({ id, title }) => ({ id, title: say(title) }));
  const namedDesks = desks.data?.map(({ id, name }) => ({ id, title: say(name) }));
  return (
    <>
      <Loaded query={offices} skeleton={<Skeleton lines={1} />}>
        {(all) => (
          <SelectField
            label={text('officers.office')}
            value={officeId ?? ''}
            options={[
              { value: '', label: text('officers.office.none') },
              ...all.map((office) => ({ value: office.id, label: office.name })),
            ]}
            onChange={(value) => onChange({ ...place, officeId: value || null })}
          />
        )}
      </Loaded>
      <Ticks
        legend={text('officers.services')}
        help={text('officers.services.help')}
        none={text('officers.services.none')}
        list={{ ...services, data: named }}
        ticked={procedureIds}
        onTick={(ids) => onChange({ ...place, procedureIds: ids })}
      />
      <Ticks
        legend={text('officers.calendars')}
        help={text('officers.calendars.help')}
        none={text('officers.calendars.none')}
        list={calendars}
        ticked={calendarIds}
        onTick={(ids) => onChange({ ...place, calendarIds: ids })}
      />
      <Ticks
        legend={text('officers.desks')}
        help={text('officers.desks.help')}
        none={text('officers.desks.none')}
        list={{ ...desks, data: namedDesks }}
        ticked={deskIds}
        onTick={(ids) => onChange({ ...place, deskIds: ids })}
      />
      <Ticks
        legend={text('officers.topics')}
        help={text('officers.topics.help')}
        none={text('officers.topics.none')}
        list={{ ...topics, data: namedTopics }}
        ticked={topicIds}
        onTick={(ids) => onChange({ ...place, topicIds: ids })}
      />
    </>
  );
};

interface Titled {
  id: string;
  title: string;
}

interface TicksProps {
  legend: string;
  help: string;
  none: string;
  list: Pick<ReturnType<typeof useAll>, 'error' | 'refetch' | 'dataUpdatedAt' | 'found' | 'isCut'> & { data: Titled[] | undefined };
  ticked: readonly string[];
  onTick: (ids: string[]) => void;
}

/** A box for each thing of a list. */
const Ticks = ({ legend, help, none, list, ticked, onTick }: TicksProps) => {
  const fieldId = useId();
  return (
    <fieldset className="sc-services">
      <legend>{legend}</legend>
      <p className="form-text">{help}</p>
      <HowFar list={list} />
      <Loaded query={list} skeleton={<Skeleton lines={4} />}>
        {(all) => (
          <>
            {all.length === 0 && <p>{none}</p>}
            {all.map(({ id, title }) => (
              <div key={id} className="sp-tick">
                <input
                  id={`${fieldId}-${id}`}
                  type="checkbox"
                  className="sp-check"
                  checked={ticked.includes(id)}
                  onChange={({ currentTarget: { checked } }) => onTick(checked ? [...ticked, id] : ticked.filter((one) => one !== id))}
                />
                <label htmlFor={`${fieldId}-${id}`}>{title}</label>
              </div>
            ))}
          </>
        )}
      </Loaded>
    </fieldset>
  );
};
