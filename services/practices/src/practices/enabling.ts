import { addWorkingDays } from '@sportello/italy/holidays';
import { romeDate } from '@sportello/italy/rome-time';

/** Days from which the people listed in a request become active, as `YYYY-MM-DD`. */
export interface Enabling {
  existingCredentialOn: string;
  newCredentialOn: string;
}

/** Second working day for who has a credential, sixth for who gets one; the day of sending is day zero (PRA-52). */
export function enablingOf(submittedAt: Date): Enabling {
  const sentOn = romeDate(submittedAt);
  return { existingCredentialOn: addWorkingDays(sentOn, 2), newCredentialOn: addWorkingDays(sentOn, 6) };
}
