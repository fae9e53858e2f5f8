import { useSay, useText } from '@sportello/ui/i18n';
import { Skeleton } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { useId } from 'react';
import { useBodyCalendars, useBodyServices, useOffices } from './use-body.js';

export interface Place {
  officeId: string | null;
  procedureIds: readonly string[];
  calendarIds: readonly string[];
}

/** What is kept of it. */
export const subjectsOf = ({ procedureIds, calendarIds }: Pick<Place, 'procedureIds' | 'calendarIds'>) => [
  ...procedureIds.map((id) => ({ kind: 'procedure' as const, id })),
  ...calendarIds.map((id) => ({ kind: 'calendar' as const, id })),
];

/** The office of an officer (ADM-04), and the services and calendars that she works on (ADM-02, ADM-03). */
export const RightsFields = ({ place, onChange }: { place: Place; onChange: (place: Place) => void }) => {
  const text = useText();
  const say = useSay();
  const id = useId();
  const { items: offices } = useOffices();
  const { items: services } = useBodyServices();
  const { items: calendars } = useBodyCalendars();
  const { officeId, procedureIds, calendarIds } = place;
  if (!offices || !services || !calendars) return <Skeleton lines={4} />;
  const tick = (procedureId: string, isOn: boolean) =>
    onChange({ ...place, procedureIds: isOn ? [...procedureIds, procedureId] : procedureIds.filter((one) => one !== procedureId) });
  return (
    <>
      <SelectField
        label={text('officers.office')}
        value={officeId ?? ''}
        options={[
          { value: '', label: text('officers.office.none') },
          ...offices.map((office) => ({ value: office.id, label: office.name })),
        ]}
        onChange={(value) => onChange({ ...place, officeId: value || null })}
      />
      <fieldset className="sc-services">
        <legend>{text('officers.services')}</legend>
        <p className="form-text">{text('officers.services.help')}</p>
        {services.length === 0 && <p>{text('officers.services.none')}</p>}
        {services.map((service) => (
          <div key={service.id} className="sp-tick">
            <input
              id={`${id}-${service.id}`}
              type="checkbox"
              className="sp-check"
              checked={procedureIds.includes(service.id)}
              onChange={(event) => tick(service.id, event.target.checked)}
            />
            <label htmlFor={`${id}-${service.id}`}>{say(service.title)}</label>
          </div>
        ))}
      </fieldset>
      <fieldset className="sc-services">
        <legend>{text('officers.calendars')}</legend>
        <p className="form-text">{text('officers.calendars.help')}</p>
        {calendars.length === 0 && <p>{text('officers.calendars.none')}</p>}
        {calendars.map((calendar) => (
          <div key={calendar.id} className="sp-tick">
            <input
              id={`${id}-${calendar.id}`}
              type="checkbox"
              className="sp-check"
              checked={calendarIds.includes(calendar.id)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  ...place,
                  calendarIds: checked ? [...calendarIds, calendar.id] : calendarIds.filter((one) => one !== calendar.id),
                })
              }
            />
            <label htmlFor={`${id}-${calendar.id}`}>{calendar.title}</label>
          </div>
        ))}
      </fieldset>
    </>
  );
};
