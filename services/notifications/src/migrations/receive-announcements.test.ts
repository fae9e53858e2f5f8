import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { dataSource } from '@sportello/service/database';
import { giulia, piedmont } from '@sportello/testing/people';
import { createDatabase } from '@sportello/testing/servers';
import { In } from 'typeorm';
import { personOf } from '../../test/neighbours.js';
import { Announcement } from '../announcements/announcement.entity.js';
import { notificationsService } from '../app.module.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { letterOf } from '../deliveries/letter.js';
import { Notice } from '../notices/notice.entity.js';

const before = notificationsService.migrations.slice(0, 3);

test('what was on its way when announcements came keeps its words, and is told', async () => {
  const database = await createDatabase();
  const settings = { DATABASE_URL: database.url, DATABASE_POOL: 2 };
  const { entities, migrations } = notificationsService;
  const old = await dataSource('notifications', settings, [], before).initialize();
  await old.runMigrations({ transaction: 'each' });
  const [told, receipt, guessed, untold] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const practiceId = randomUUID();
  const about = { number: 'X_1.0000001', service: { it: 'Servizio', en: 'Service' }, organization: 'Regione Piemonte' };
  const announce = (
    id: string,
    template: string,
    { practice = practiceId as string | null, toldAt = 'now()', said = about as object | null } = {},
  ) =>
    old.query(
      `insert into announcements (id, organization_id, practice_id, procedure_id, applicant_id, template, at, heard_at, traceparent, told_at, about)
       values ($1, $2, $3, $3, $4, $5, now(), now(), '', ${toldAt}, $6)`,
      [id, practice && piedmont, practice, personOf(giulia), template, said && JSON.stringify(said)],
    );
  await announce(told, 'approved');
  await announce(receipt, 'receipt');
  await announce(guessed, 'sign-in-guessed', { practice: null, toldAt: 'null', said: null });
  await announce(untold, 'approved', { toldAt: 'null', said: null });
  const words = { it: 'Istanza X_1.0000001 approvata', en: 'Request X_1.0000001 approved' };
  await old.query(
    `insert into notices (id, announcement_id, organization_id, person_id, audience, subject, body, path, created_at)
     values ($1, $2, $3, $4, 'applicant', $5, $5, $6, now())`,
    [randomUUID(), told, piedmont, personOf(giulia), JSON.stringify(words), `/area-personale/pratiche/${practiceId}`],
  );
  for (const [id, status] of [
    [told, 'bounced_temporary'],
    [receipt, 'queued'],
  ])
    await old.query(
      `insert into deliveries (id, announcement_id, organization_id, person_id, audience, address, language, status, attempts, queued_at, due_at)
       values ($1, $2, $3, $4, 'applicant', 'giulia@example.it', 'it', $5, 0, now(), now())`,
      [randomUUID(), id, piedmont, personOf(giulia), status],
    );
  await old.query(`update deliveries set is_gathered = true where status = 'queued'`);
  await old.query(`insert into subscriptions (consumer, since) values ('notifications-events-practices-submitted-v1', '2026-01-01')`);
  await old.destroy();

  const db = await dataSource('notifications', settings, entities, migrations).initialize();
  await db.runMigrations({ transaction: 'each' });
  const mails = await db.manager.find(Delivery, { relations: { announcement: true }, order: { status: 'ASC' } });
  const subjects = mails.map(({ announcement, message, place }) => {
    const words = announcement?.messages[message];
    if (!announcement || !words) throw new Error('a mail has lost its words');
    expect([place, words.place, words.path]).toEqual(['portal', 'portal', `/area-personale/pratiche/${practiceId}`]);
    return letterOf({ language: 'it', contents: [{ announcement, message: words }], publicUrl: 'https://x', isLaboratory: false }).subject;
  });
  // None waits for others, for there are no words for several.
  expect(mails.map(({ isGathered, status }) => [isGathered, status])).toEqual([
    [false, 'bounced_temporary'],
    [false, 'queued'],
  ]);
  expect(subjects).toEqual([words.it, "Ricevuta dell'istanza X_1.0000001"]);
  expect(await db.manager.findOneByOrFail(Notice, { personId: personOf(giulia) })).toMatchObject({ place: 'portal', subject: words });
  expect(await db.manager.findOneByOrFail(Announcement, { id: guessed })).toMatchObject({
    writtenAt: null,
    subjectKind: 'account',
    messages: [
      {
        audience: [{ kind: 'person', personId: personOf(giulia) }],
        place: 'portal',
        path: '/area-personale/profilo',
        title: { it: 'Tentativi di accesso non riusciti', en: 'Failed attempts to sign in' },
      },
    ],
  });
  // The practices service announces it again under this id.
  expect(await db.manager.countBy(Announcement, { id: In([untold]) })).toBe(0);
  expect(await db.query('select consumer, since from subscriptions')).toEqual([
    { consumer: 'notifications-events-notifications-announced-v1', since: new Date('2026-01-01T00:00:00Z') },
  ]);
  await db.destroy();
  await database.drop();
});
