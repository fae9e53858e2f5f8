import { ask, attend } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatLongDate, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { romeDay, romeHour, timeOfTwo } from '@sportello/ui/rome-hours';
import type { SummaryItem } from '@sportello/ui/summary-list';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import type { Appointment } from './appointment.js';

/** "lunedì 14 dicembre 2026, 09:00–09:20", by the clock of Italy. */
export const useWhen = (): ((appointment: Pick<Appointment, 'startsAt' | 'endsAt'>) => string) => {
  const text = useText();
  const language = useLanguage();
  return ({ startsAt, endsAt }) => {
    const twice = timeOfTwo(startsAt);
    const hours = `${romeHour(startsAt)}–${romeHour(endsAt)}${twice ? ` (${text(`ui.slots.twice.${twice}`)})` : ''}`;
    return `${formatLongDate(romeDay(startsAt), language)}, ${hours}`;
  };
};

/** What, when and where. */
export const useFacts = (): ((appointment: Appointment) => SummaryItem[]) => {
  const text = useText();
  const say = useSay();
  const when = useWhen();
  return (appointment) => [
    { label: text('appointments.what'), value: say(appointment.service?.title) || appointment.calendarTitle },
    { label: text('appointments.when'), value: when(appointment) },
    {
      label: text('appointments.where'),
      value: appointment.videoLink ? (
        <a href={appointment.videoLink} rel="noreferrer">
          {text('appointments.video')}
        </a>
      ) : (
        `${appointment.organizationName}, ${appointment.calendarTitle} – ${appointment.place.name}, ${appointment.place.address}`
      ),
    },
    ...(appointment.service?.bring ? [{ label: text('appointments.bring'), value: say(appointment.service.bring) }] : []),
    { label: text('appointments.contact'), value: <a href={`mailto:${appointment.contactMail}`}>{appointment.contactMail}</a> },
  ];
};

export const useApplicantFacts = (): ((applicant: NonNullable<Appointment['applicant']>) => SummaryItem[]) => {
  const text = useText();
  return ({ givenName, familyName, mail, phone, fiscalCode, reason, details }) => [
    { label: text('appointments.reason'), value: reason },
    ...(details ? [{ label: text('appointments.details'), value: <span className="sp-prose">{details}</span> }] : []),
    { label: text('appointments.name'), value: `${givenName} ${familyName}` },
    ...(mail ? [{ label: text('appointments.mail'), value: mail }] : []),
    ...(phone ? [{ label: text('appointments.phone'), value: phone }] : []),
    ...(fiscalCode ? [{ label: text('appointments.fiscalCode'), value: fiscalCode }] : []),
  ];
};

/** "Aggiungi al tuo calendario": the file that any calendar takes. */
export const CalendarFileButton = ({ code }: { code: string }) => {
  const text = useText();
  const file = useMutation({
    mutationFn: () => attend((signal) => ask('rpc.appointments.get-calendar-file.v1', { code }, signal)),
    onSuccess: ({ name, content }) => {
      const url = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }));
      const link = Object.assign(document.createElement('a'), { href: url, download: name });
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <div>
      <Button
        type="button"
        outline
        color="primary"
        aria-disabled={file.isPending || undefined}
        onClick={() => !file.isPending && file.mutate()}
      >
        <Icon name="it-calendar" className="icon-sm icon-primary me-2" />
        {text('appointments.toCalendar')}
      </Button>
      {file.error ? <ErrorNote error={file.error} /> : null}
    </div>
  );
};
