import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import type { Browser } from 'playwright-core';
import { calendars } from '../../deploy/world/ids.ts';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { arrive, visitorOf } from './arrive.js';
import { Album, launchBrowser, Person, settings } from './person.js';

const album = new Album('appointments');
let world: Installation;
let browser: Browser;
let greco: Visitor;
const addDays = (day: string, count: number) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
/** Monday of a week that is ahead as a whole, without holidays but those of the world. */
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date());
const monday = addDays(today, 14 - ((new Date(today).getUTCDay() + 6) % 7));
const calendarId = calendars.registry;

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
  greco = await visitorOf(world, 'chiara.greco', 'officer');
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const slotsOn = async (day: string) => (await greco.ask('rpc.appointments.list-slots.v1', { calendarId, day })).slots;

/** Somebody on the telephone, in the free place that is so far down the week. */
async function telephoned(familyName: string, place: number, on = [0, 1, 2, 3, 4].map((at) => addDays(monday, at))) {
  const slot = (await Promise.all(on.map(slotsOn))).flat()[place];
  return greco.ask('rpc.appointments.create.v1', {
    ...{ id: randomUUID(), calendarId, openingId: slot?.openingId ?? '', startsAt: slot?.startsAt ?? '', service: 'carta-identita' },
    ...{
      givenName: 'Prova',
      familyName,
      mail: `${familyName.toLowerCase()}@example.org`,
      phone: null,
      fiscalCode: null,
      reason: 'Prova',
      details: null,
    },
  });
}

/** Leaves one hour open on a day, and books all of its places. @returns the last of them */
async function fill(day: string) {
  const [first] = await slotsOn(day);
  if (!first) throw new Error(`nothing is free on ${day}`);
  const [startsAt, endsAt] = [first.endsAt, `${addDays(day, 1)}T00:00:00.000Z`];
  await greco.ask('rpc.appointments.put-closing.v1', { id: randomUUID(), calendarId, startsAt, endsAt, reason: 'Formazione' });
  for (;;) {
    const booked = await telephoned(`Piena${day.slice(-2)}`, 0, [day]);
    if ((await slotsOn(day)).length === 0) return booked;
  }
}
const typedDay = (day: string) => day.split('-').reverse().join('/');

/** Chooses the first day on which something is free, from a day on. */
async function chooseDay(person: Person, from: string): Promise<void> {
  const { page } = person;
  await person.field(person.say('ui.slots.month')).selectOption(from.slice(0, 7));
  const free = page.locator('.sp-slots:not(.is-hours) input[value^="2"]:enabled');
  await free.first().waitFor();
  const days = await free.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await page.locator(`.sp-slots input[value="${days.find((day) => day >= from)}"]`).check();
}

const mailTo = (address: string, subject: RegExp) =>
  eventually(async () => {
    const mail = (await world.mails()).find(({ to, subject: of }) => to.includes(address) && subject.test(of));
    expect(mail).toBeDefined();
    return mail as NonNullable<typeof mail>;
  });

/** People who have nothing to do with each other, in both languages at once. */
const inBoth = (journey: (setting: (typeof settings)[number]) => Promise<void>) => async () => {
  await Promise.all(settings.map(journey));
};

test(
  'APP-01, APP-02, APP-04, APP-06, APP-29, APP-51: a citizen books without signing in, moves by the link in her mail, and cancels',
  inBoth(async (setting) => {
    const person = await Person.open({ browser, baseUrl: world.baseUrl, setting, album });
    const { page } = person;
    const address = `anna.${setting.language}@example.org`;
    await person.go('/servizi/prenotazione-appuntamento');
    await person.seesTitle(person.say('appointments.book'));
    await page.getByLabel(/Carta d’identità elettronica|Electronic identity card/).check();
    await person.button('appointments.next').click();
    await person.sees(person.say('appointments.place.choose'));
    await page.getByLabel(/Sportello anagrafe/).check();
    await person.look('luogo');
    await person.button('appointments.next').click();
    await chooseDay(person, monday);
    await page.locator('.is-hours input').first().check();
    await person.look('orario');
    await person.button('appointments.next').click();
    await page.locator('.sp-time-left').waitFor();
    await person.button('appointments.next').click();
    await person.sees(person.say('appointments.required'));
    await person.field(person.say('appointments.reason')).fill('Carta scaduta');
    await person.look('dettagli');
    await person.button('appointments.next').click();
    await person.field(person.say('appointments.givenName')).fill('Anna');
    await person.field(person.say('appointments.familyName')).fill(`Prova ${setting.language}`);
    await person.field(person.say('appointments.mail')).fill(address);
    await person.look('richiedente');
    await person.button('appointments.next').click();
    await person.sees('Carta scaduta');
    await person.look('riepilogo');
    await person.button('appointments.confirm').click();
    await person.seesTitle(person.say('appointments.confirmed'));
    await person.isTold(person.say('appointments.confirmed'));
    await person.sees(address);
    await person.look('confermato');

    const mail = await mailTo(address, /confermato|confirmed/);
    expect(mail.attachments.map(({ filename }) => filename)).toContain('appuntamento.ics');
    const path = /\/appuntamenti\/[\w.-]+/.exec(mail.text)?.[0] ?? '';
    await person.go(path);
    await person.button('appointments.move').click();
    await chooseDay(person, addDays(monday, 1));
    await page.locator('.is-hours input').last().check();
    await person.look('sposta');
    await person.button('appointments.move.confirm').click();
    await person.isTold(person.say('appointments.done.moved'));
    await mailTo(address, /spostato|moved/);
    await person.button('appointments.cancel').click();
    await person
      .dialog()
      .getByRole('button', { name: person.say('appointments.cancel'), exact: true })
      .click();
    await person.isTold(person.say('appointments.done.cancelled'));
    await person.look('annullato');
    await mailTo(address, /annullato|cancelled/);
    expect(person.unexpected()).toEqual([]);
    await person.close();
  }),
);

test(
  'APP-54: who waits for a full day is offered the place that becomes free, and takes it',
  inBoth(async (setting) => {
    const day = addDays(monday, setting.language === 'it' ? 8 : 9);
    const booked = await fill(day);
    const person = await Person.open({ browser, baseUrl: world.baseUrl, setting, album });
    const address = `attesa.${setting.language}@example.org`;
    await person.go(`/servizi/prenotazione-appuntamento/attesa?calendario=${calendarId}&prestazione=carta-identita`);
    await person.button('waiting.join').click();
    await person.sees(person.say('appointments.required'));
    for (const name of ['waiting.fromDay', 'waiting.toDay']) await person.field(person.say(name)).fill(typedDay(day));
    await person.field(person.say('appointments.reason')).fill('Carta smarrita');
    await person.field(person.say('appointments.givenName')).fill('Ines');
    await person.field(person.say('appointments.familyName')).fill(`Attesa ${setting.language}`);
    await person.field(person.say('appointments.mail')).fill(address);
    await person.look('lista-attesa');
    await person.button('waiting.join').click();
    await person.seesTitle(person.say('waiting.joined'));
    await mailTo(address, /lista d’attesa|waiting list/);
    await greco.ask('rpc.appointments.cancel.v1', { code: booked.id });
    const offer = await mailTo(address, /liberato|become free/);
    await person.go(/\/appuntamenti\/attesa\/[\w.-]+/.exec(offer.text)?.[0] ?? '');
    await person.look('posto-proposto');
    await person.button('waiting.take').click();
    await person.isTold(person.say('waiting.taken'));
    await mailTo(address, /confermato|confirmed/);
    expect(person.unexpected()).toEqual([]);
    await person.close();
  }),
);

test.each(settings)(
  'APP-09 to APP-21: an officer’s day in $language at $width: month, week, day, agenda and table, a booking by telephone, a move by drag and by keyboard, a cancellation with a message',
  async (setting) => {
    const officer = await arrive({ browser, world, setting, album, name: 'chiara.greco', app: 'console' });
    const { page } = officer;
    const moved = await telephoned(`Trascinata${setting.language}`, 4);
    await officer.go('/console/calendari');
    await page.getByRole('link', { name: 'Sportello anagrafe', exact: true }).click();
    await officer.seesTitle('Sportello anagrafe');
    for (const view of ['mese', 'agenda', 'elenco', 'attesa', 'giorno', 'settimana']) {
      await officer.go(`/console/calendari/${calendarId}?vista=${view}&giorno=${monday}`);
      await page.locator('.sc-month, .sc-times, .sc-agenda, .sp-data-table, .sp-state').first().waitFor();
      await officer.look(`calendario-${view}`);
    }
    await page.getByRole('button', { name: officer.say('calendars.legend') }).click();
    await officer.sees(officer.say('calendars.day.past'));
    await page.keyboard.press('Escape');

    const block = page.getByRole('button', { name: new RegExp(moved.applicant?.familyName ?? '') });
    if (setting.width === 1280) {
      await block.dragTo(page.locator('.sc-times tbody tr').first().locator('td').nth(2));
      await officer.dialog().waitFor();
    } else {
      await block.focus();
      await page.keyboard.press('Enter');
      const move = officer.dialog().getByRole('button', { name: officer.say('calendars.move'), exact: true });
      await move.focus();
      await page.keyboard.press('Enter');
      await officer.dialog().locator('.is-hours').waitFor();
    }
    await officer.sees(officer.say('calendars.move.of', { name: `Prova ${moved.applicant?.familyName}` }));
    await officer.dialog().locator('.is-hours input').last().check();
    await officer.field(officer.say('calendars.message')).fill('Lo sportello apre più tardi');
    await officer.look('sposta-dialogo');
    await officer
      .dialog()
      .getByRole('button', { name: officer.say('calendars.save') })
      .click();
    await officer.dialog().waitFor({ state: 'hidden' });
    const told = await mailTo(moved.applicant?.mail ?? '', /spostato/);
    expect(told.text).toContain('Lo sportello apre più tardi');

    await officer.button('calendars.create').click();
    await officer.dialog().locator('.is-hours input').first().waitFor();
    await officer.dialog().locator('.is-hours input').first().check();
    for (const [field, value] of [
      ['givenName', 'Tea'],
      ['familyName', `Nuova${setting.language}`],
      ['reason', 'Prima carta'],
      ['mail', 'tea@example.org'],
    ])
      await officer.field(officer.say(`calendars.field.${field}`)).fill(value as string);
    await officer.look('nuovo');
    await officer
      .dialog()
      .getByRole('button', { name: officer.say('calendars.create.send'), exact: true })
      .click();
    await officer.dialog().waitFor({ state: 'hidden' });

    await officer.go(`/console/appuntamenti?cerca=${`Nuova${setting.language}`}`);
    await page.getByRole('link', { name: `Tea Nuova${setting.language}` }).click();
    await officer.look('appuntamento');
    await officer
      .dialog()
      .getByRole('button', { name: officer.say('calendars.cancel'), exact: true })
      .click();
    await officer.field(officer.say('calendars.message')).fill('Chiuso per sciopero');
    await officer
      .dialog()
      .getByRole('button', { name: officer.say('calendars.end.cancel.send') })
      .click();
    await officer.dialog().waitFor({ state: 'hidden' });
    expect((await mailTo('tea@example.org', /annullato/)).text).toContain('Chiuso per sciopero');

    await officer.go(`/console/calendari/${calendarId}/configurazione`);
    await officer.sees(officer.say('openings.title'));
    await officer.look('configurazione');
    await page
      .getByRole('button', { name: officer.say('openings.deleteNamed', { name: 'Mattina' }) })
      .first()
      .click();
    await officer.look('elimina-apertura');
    await officer
      .dialog()
      .getByRole('button', { name: officer.say('ui.cancel') })
      .click();
    expect(officer.unexpected()).toEqual([]);
    await officer.close();
  },
);

test('APP-53: of two citizens who want one place the second is told, and shown what is free', async () => {
  const setting = settings[0] as (typeof settings)[number];
  const people = await Promise.all([0, 1].map(() => Person.open({ browser, baseUrl: world.baseUrl, setting, album })));
  for (const person of people) {
    await person.go(`/servizi/prenotazione-appuntamento?calendario=${calendars.library}`);
    await person.page.getByLabel(/Certificati anagrafici/).check();
    await person.page.getByLabel(/Sportello decentrato/).check();
    await person.button('appointments.next').click();
    await chooseDay(person, monday);
    await person.page.locator('.is-hours input').first().check();
  }
  const [quick, slow] = people as [Person, Person];
  await quick.button('appointments.next').click();
  await quick.page.locator('.sp-time-left').waitFor();
  slow.expectTrouble(/409/);
  await slow.button('appointments.next').click();
  await slow.sees(/Questo orario non è più disponibile/);
  await slow.look('preso-da-un-altro');
  for (const person of people) await person.close();
});

test('an officer sees what a colleague books while she looks', async () => {
  const setting = settings[0] as (typeof settings)[number];
  const officer = await arrive({ browser, world, setting, album, name: 'chiara.greco', app: 'console' });
  await officer.go(`/console/calendari/${calendarId}?vista=settimana&giorno=${monday}`);
  await officer.page.locator('.sc-times').waitFor();
  await telephoned('Improvvisa', 10);
  await officer.page.getByRole('button', { name: /Improvvisa/ }).waitFor();
  await officer.close();
});
