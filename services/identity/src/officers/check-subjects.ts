import { describeCalendars } from '@sportello/contracts/appointments/calendars';
import type { Input, Text } from '@sportello/contracts/contract';
import { type putOfficer, SubjectKind } from '@sportello/contracts/identity/officers';
import { describeTopics } from '@sportello/contracts/knowledge/topics';
import { describeProcedures } from '@sportello/contracts/practices/procedures';
import { describeDesks } from '@sportello/contracts/ticketing/desks';
import { service } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import type { DataSource } from 'typeorm';
import { invalidField } from '../invalid-field.js';
import { OfficerRow } from './officer.entity.js';

const owners = { procedure: describeProcedures, calendar: describeCalendars, desk: describeDesks, topic: describeTopics } as const;
const notOfBody: Record<SubjectKind, Text> = {
  procedure: { it: 'L’ente non ha questo servizio', en: 'The body has no such service' },
  calendar: { it: 'L’ente non ha questo calendario', en: 'The body has no such calendar' },
  desk: { it: 'L’ente non ha questo sportello di assistenza', en: 'The body has no such help desk' },
  topic: { it: 'L’ente non ha questo argomento', en: 'The body has no such topic' },
};

type Asked = Pick<Input<typeof putOfficer>, 'id' | 'organizationId' | 'subjects'>;

/**
 * Officers are enabled to what their body has. Its owner is asked, who alone knows: a copy kept by events would not have what was made a
 * moment ago. What she has already is not asked again.
 */
export async function checkSubjects(db: DataSource, bus: Bus, { id, organizationId, subjects }: Asked): Promise<void> {
  const known = await db.manager.findOneBy(OfficerRow, { id, organizationId });
  const has = new Set(known?.subjects.map((subject) => subject.id));
  for (const kind of SubjectKind.options) {
    const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id))].filter(
      (asked) => !has.has(asked),
    );
    if (ids.length === 0) continue;
    const { items } = await bus.call(owners[kind], { ids }, service);
    const own = new Set(items.filter((item) => item.organizationId === organizationId).map((item) => item.id));
    const foreign = subjects.findIndex((subject) => subject.kind === kind && ids.includes(subject.id) && !own.has(subject.id));
    if (foreign >= 0) throw invalidField(`/subjects/${foreign}/id`, notOfBody[kind]);
  }
}
