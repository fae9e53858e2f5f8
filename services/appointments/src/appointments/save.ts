import { appointmentChanged } from '@sportello/contracts/appointments/desk';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { Appointment } from './appointment.entity.js';

/** Saves an appointment under the version that it has by now, and tells open pages. The row comes last: from then on others wait for the day. */
export async function saveAppointment(tx: EntityManager, appointment: Appointment): Promise<void> {
  const { id: appointmentId, calendarId, organizationId, practiceId, status, startsAt, endsAt, version } = appointment;
  const isBooked = appointment.applicant !== null;
  await publish(tx, appointmentChanged, {
    ...{ appointmentId, calendarId, organizationId, practiceId, isBooked },
    ...{ status, startsAt, endsAt, version },
  });
  if (version === 1) await tx.insert(Appointment, appointment);
  else await tx.save(appointment);
}
