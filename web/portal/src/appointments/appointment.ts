import type { AnswerOf } from '@sportello/contracts/web';

export type Appointment = AnswerOf<'rpc.appointments.get.v1'>;
export type WaitingPlace = AnswerOf<'rpc.appointments.get-waiting-place.v1'>;
export type BookableCalendar = AnswerOf<'rpc.appointments.list-bookable.v1'>['items'][number];

/** What is read again after any change of an appointment. */
export const changed = [
  'rpc.appointments.get.v1',
  'rpc.appointments.list-own.v1',
  'rpc.appointments.list-days.v1',
  'rpc.appointments.list-slots.v1',
  'rpc.appointments.get-waiting-place.v1',
  'rpc.appointments.list-own-waiting.v1',
] as const;
