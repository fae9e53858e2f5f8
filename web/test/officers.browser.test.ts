import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser } from 'playwright-core';
import { fiscalCodeOf } from '../../deploy/world/fiscal-code.ts';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { Album, launchBrowser, Person } from './person.js';

let world: Installation;
let browser: Browser;
const setting = { language: 'it', width: 1280 } as const;
const password = 'quattro parole scelte da lei';

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('ADM-01, ADM-02, ADM-04, ADM-05: a manager invites an officer, who chooses her password by the link in her mail and works', async () => {
  const galli = await arrive({ browser, world, setting, album: new Album('officers'), name: 'galli', app: 'console' });
  await galli.menu('section.officers');
  await galli.link('offices.title').click();
  await galli.seesTitle(galli.say('offices.title'));
  await galli.button('offices.new').click();
  await galli.field(galli.say('offices.name')).fill('Ufficio Prova');
  await galli
    .dialog()
    .getByRole('button', { name: galli.say('offices.save') })
    .click();
  await galli.page.getByRole('rowheader', { name: 'Ufficio Prova' }).waitFor();
  await galli.look('uffici');
  await galli.page.getByRole('link', { name: galli.say('officers.back') }).click();
  await galli.page.getByRole('link', { name: `${galli.say('officers.add')}: ${galli.say('officers.new')}` }).click();
  await galli.seesTitle(galli.say('officers.new'));
  await galli.button('officers.new').click();
  await galli.sees(galli.say('officers.new.mistake.fiscalCode'));
  await galli.look('manca-qualcosa');
  const fields = {
    givenName: 'Rita',
    familyName: 'Serra',
    fiscalCode: fiscalCodeOf({ givenName: 'Rita', familyName: 'Serra', birthDate: '1980-05-01', birthPlace: 'L219', sex: 'F' }),
    mail: 'rita.serra@piemonte.example',
    username: 'rita.serra',
  };
  for (const [field, value] of Object.entries(fields)) await galli.field(galli.say(`officers.${field}`)).fill(value);
  await galli.field(galli.say('officers.office')).selectOption({ label: 'Ufficio Prova' });
  await galli.page.getByLabel('Utenti Servizi 06').check();
  await galli.button('officers.new').click();
  await galli.seesTitle('Serra Rita');
  await galli.sees(galli.say('officers.state.invited'));
  await galli.look('invitata');

  const path = await eventually(async () => {
    const mail = (await world.mails()).findLast(({ to }) => to.includes(fields.mail));
    const [found] = /\/realms\/[\w/-]+\/link\/[\w-]+/.exec(mail?.text ?? '') ?? [];
    expect(found).toBeDefined();
    return found ?? '';
  });
  const rita = await Person.open({ browser, baseUrl: world.baseUrl, setting, album: new Album('invited-officer'), app: 'console' });
  await rita.page.goto(path);
  await rita.sees('«Regione Piemonte» ti invita a lavorare come operatore');
  await rita.look('scegli-password');
  await rita.page.getByLabel('Nuova password', { exact: true }).fill(password);
  await rita.page.getByLabel('Ripeti la nuova password').fill(password);
  await rita.page.getByRole('button', { name: 'Accetta e salva la password' }).click();
  await rita.seesTitle('La password è cambiata.');
  await rita.page.goto('/auth/login?returnTo=/console&as=officer');
  await rita.page.getByLabel('Username').fill(fields.username);
  await rita.page.getByLabel('Password', { exact: true }).fill(password);
  await rita.look('accesso');
  await rita.page.getByRole('button', { name: 'Login' }).click();
  await rita
    .button('policy.accept')
    .or(rita.page.getByRole('heading', { level: 1, name: rita.say('today.title') }))
    .first()
    .waitFor();
  expect(rita.unexpected()).toEqual([]);

  await galli.page.reload();
  await galli.button('officers.manager').click();
  await galli
    .dialog()
    .getByRole('button', { name: galli.say('officers.manager'), exact: true })
    .click();
  await galli.button('officers.officer').waitFor();
  await galli.button('officers.delete').click();
  await galli
    .dialog()
    .getByRole('button', { name: galli.say('officers.delete'), exact: true })
    .click();
  await galli.seesTitle(galli.say('officers.title'));
  expect(await galli.page.getByRole('link', { name: 'Serra Rita' }).count()).toBe(0);
  expect(galli.unexpected()).toEqual([]);
  await Promise.all([galli.close(), rita.close()]);
});

test('ADM-32: an officer falls ill: her manager says who stands in, who ends what she had begun', async () => {
  const [mayor, bianchi] = [await visitorOf(world, 'federica.neri'), await visitorOf(world, 'bianchi', 'officer')];
  const { id, number } = await sendRequest(mayor);
  await bianchi.move('rpc.practices.take.v1', { id });
  const galli = await arrive({ browser, world, setting, album: new Album('absence'), name: 'galli', app: 'console' });
  await galli.menu('section.officers');
  await galli.page.getByRole('link', { name: 'Bianchi Elena' }).click();
  const today = new Date().toLocaleDateString('it-IT', { timeZone: 'Europe/Rome', day: '2-digit', month: '2-digit', year: 'numeric' });
  await galli.field(galli.say('absence.from')).fill(today);
  await galli.field(galli.say('absence.to')).fill(today);
  await galli.button('absence.save').click();
  await galli.sees(galli.say('absence.incomplete'));
  await galli.field(galli.say('absence.substitute')).selectOption({ label: 'Ferrari Paolo' });
  await galli.button('absence.save').click();
  await galli.button('absence.end').waitFor();
  await galli.look('assenza');

  const ferrari = await arrive({ browser, world, setting, album: new Album('substitute'), name: 'ferrari', app: 'console' });
  await ferrari.page.goto(`/console/pratiche/${id}`);
  await ferrari.button('action.reject').click();
  await ferrari.field(ferrari.say('dialog.message')).fill('Il Comune non ha servizi educativi.');
  await ferrari.page.getByLabel(ferrari.say('dialog.confirm.reject', { number })).check();
  await ferrari.button('dialog.send.reject').click();
  await ferrari.dialog().waitFor({ state: 'detached' });
  await ferrari.sees('RIFIUTATA');
  await ferrari.look('rigettata');
  expect((await bianchi.ask('rpc.practices.get.v1', { id })).status).toBe('rejected');

  await galli.button('absence.end').click();
  await galli
    .dialog()
    .getByRole('button', { name: galli.say('absence.end'), exact: true })
    .click();
  await galli.sees(galli.say('absence.none'));
  expect([...galli.unexpected(), ...ferrari.unexpected()]).toEqual([]);
  await Promise.all([galli.close(), ferrari.close()]);
});
