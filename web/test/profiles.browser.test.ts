import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser, Request } from 'playwright-core';
import { people, profiles } from '../../deploy/world/ids.js';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, type Person, type Setting } from './person.js';
import { formWords } from './words.js';

jest.setTimeout(90_000);

let world: Installation;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await world?.close();
}, 60_000);

const both: Setting[] = [
  { language: 'it', width: 1280 },
  { language: 'en', width: 390 },
];

describe.each(both)('in $language at $width px', (setting) => {
  const words = formWords(setting.language);
  const mayorName = { it: 'Sindaco o legale rappresentante - Comune di Ascalea', en: 'Mayor or legal representative - Comune di Ascalea' };
  const citizenName = { it: 'Utente Cittadino', en: 'Citizen' };

  const wear = async (person: Person, name: string) => {
    await person.page.getByRole('button', { name: /Federica Neri/ }).click();
    await person.page.getByRole('button', { name, exact: true }).click();
    await person.page.getByRole('button', { name: new RegExp(`Federica Neri.*${name.split(' - ')[0]}`) }).waitFor();
  };

  test('IDE-19: a form of one profile is not saved in the name of another that was chosen in another tab', async () => {
    const federica = await arrive({ browser, world, setting, album: new Album('profiles'), name: 'federica.neri' });
    const visitor = await visitorOf(world, 'federica.neri');
    const { page } = federica;
    const writes: Request[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && request.url().includes('/api/')) writes.push(request);
    });
    await federica.go('/servizi/serv06-utenti-2022/richiesta');
    const another = federica.button('drafts.new');
    const notice = federica.field(words.label('noticeRead'));
    await another.or(notice).waitFor();
    if (await another.isVisible()) await another.click();
    await notice.check();
    await federica.button('request.next').click();
    await federica.field(words.label('rupName')).fill('Carla Riva');
    await federica.button('request.save').click();
    await federica.sees(setting.language === 'it' ? /Bozza salvata alle/ : /Draft saved at/);

    const second = federica.at(await federica.context.newPage());
    await second.go('/area-personale');
    await second.seesTitle(second.say('menu.board'));
    await wear(second, citizenName[setting.language]);

    await page.bringToFront();
    federica.expectTrouble(/status of 409/);
    await federica.field(words.label('rupName')).fill('Silvia Altrove');
    const title = federica.heading(federica.say('ui.session.elsewhere'));
    await federica
      .button('request.save')
      .click({ timeout: 3_000 })
      .catch(() => undefined);
    await title.waitFor();
    await federica.look('altro-profilo');
    // The page still shows the profile that it acts as, and nothing went anywhere.
    const asMayor = { profile: mayorName[setting.language] };
    await federica.button('ui.session.backTo', asMayor).click();
    await title.waitFor({ state: 'hidden' });
    await federica.button('request.save').click();
    await eventually(async () => {
      await visitor.fetch('/api/v1/session/profile', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ profileId: profiles.federicaAsMayor }),
      });
      const { items } = await visitor.ask('rpc.practices.list-own.v1', {});
      const { content } = await visitor.ask('rpc.practices.get-content.v1', { id: items[0]?.id ?? '' });
      expect(content).toMatchObject({ rupName: 'Silvia Altrove' });
    });
    await visitor.json('/api/v1/session/profile', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profileId: profiles.federicaAsCitizen }),
    });
    expect((await visitor.ask('rpc.practices.list-own.v1', {})).items).toEqual([]);
    expect(writes.length).toBeGreaterThan(0);
    for (const request of writes) expect(request.headers()['acting-profile']).toBe(profiles.federicaAsMayor);
    expect(federica.unexpected()).toEqual([]);
    await visitor.json('/api/v1/session/profile', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profileId: profiles.federicaAsMayor }),
    });
    await federica.close();
  });

  test('ADM-06: a manager suspends an officer after being asked, and takes it back', async () => {
    const galli = await arrive({ browser, world, setting, album: new Album('officers'), name: 'galli', app: 'console' });
    const { page } = galli;
    await galli.menu('place.officers');
    await galli.seesTitle(galli.say('officers.title'));
    await galli.look('operatori');
    const name = 'Paolo Ferrari';
    await page.getByRole('button', { name: galli.say('officers.suspend.label', { name }) }).click();
    await galli.heading(galli.say('officers.suspend.ask', { name })).waitFor();
    await galli.look('sospendere');
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('officers.suspend'), exact: true })
      .click();
    await page.getByRole('button', { name: galli.say('officers.reinstate.label', { name }) }).waitFor();
    await galli.look('sospeso');
    await page.getByRole('button', { name: galli.say('officers.reinstate.label', { name }) }).click();
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('officers.reinstate'), exact: true })
      .click();
    await page.getByRole('button', { name: galli.say('officers.suspend.label', { name }) }).waitFor();
    expect(galli.unexpected()).toEqual([]);
    await galli.close();
  });
});

const setting: Setting = { language: 'it', width: 1280 };

test('what an officer has typed in the console is hers, and not shown to who signs in next in the same browser', async () => {
  const { id } = await sendRequest(await visitorOf(world, 'federica.neri'));
  const album = new Album('drafts');
  const bianchi = await arrive({ browser, world, setting, album, name: 'bianchi', app: 'console' });
  const { page } = bianchi;
  const text = bianchi.field(bianchi.say('messages.text'));
  const openMessages = async () => {
    await bianchi.go(`/console/pratiche/${id}?vista=messaggi`);
    await page.getByRole('tab', { name: /Messaggi/ }).click();
    await text.waitFor();
  };
  await openMessages();
  await text.fill('Appunto di Bianchi');
  await openMessages();
  expect(await text.inputValue()).toBe('Appunto di Bianchi');
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(await kept()).toContain(people.bianchi);

  // The same tab, another officer.
  await page.getByRole('button', { name: /Elena Bianchi/ }).click();
  await page.getByRole('button', { name: bianchi.say('ui.person.signOut') }).click();
  await bianchi.seesTitle(bianchi.say('entry.title'));
  await page.goto('/auth/login?returnTo=/console&as=officer');
  await signIn(bianchi, world.signInOf('ferrari'), 'officer');
  await openMessages();
  expect(await text.inputValue()).toBe('');
  expect(await kept()).not.toContain('Appunto di Bianchi');
  await bianchi.close();
});

test('ADM-01: who is invited sees it where she enters, and works only when she has accepted', async () => {
  const manager = await visitorOf(world, 'galli', 'officer');
  const { items } = await manager.ask('rpc.identity.list-officers.v1', {});
  const [officer] = items;
  if (!officer) throw new Error('the body has no officers');
  const { organizationId, officeId } = officer;
  await manager.ask('rpc.identity.put-officer.v1', { id: people.giulia, organizationId, officeId, role: 'officer', procedureIds: [] });
  const giulia = await arrive({ browser, world, setting, album: new Album('invited'), name: 'giulia' });
  await giulia.go('/area-personale/profilo');
  const title = giulia.say('ui.invitation.title', { organization: 'Regione Piemonte', role: 'Operatore' });
  await giulia.heading(title).waitFor();
  await giulia.look('invito');
  await giulia.button('ui.invitation.accept').click();
  await giulia.heading(title).waitFor({ state: 'hidden' });
  await giulia.page.goto('/auth/login?returnTo=/console&as=officer');
  await giulia.page.getByRole('heading', { level: 1, name: 'Il mio lavoro' }).waitFor();
  await giulia.close();
});
