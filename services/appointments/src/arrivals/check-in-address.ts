import { homeOfBody } from '@sportello/service/homes';
import type { Appointment } from '../appointments/appointment.entity.js';
import type { Config } from '../config.js';

/** What the QR code of an appointment says: the page on which an officer of its calendar checks in who shows it. It opens nothing for anybody else. */
export const checkInAddress = (
  { id, calendarId, organizationId }: Pick<Appointment, 'id' | 'calendarId' | 'organizationId'>,
  config: Config,
): string => `${homeOfBody(config, organizationId)}/console/calendari/${calendarId}/arrivi?appuntamento=${id}`;
