import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Visitor } from '@sportello/testing/visitor';
import type { Browser, Request } from 'playwright-core';
import { people, profiles } from '../../deploy/world/ids.js';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, type Setting } from './person.js';
import { formWords } from './words.js';

const wide: Setting = { language: 'it', width: 1280 };
const narrow: Setting = { language: 'en', width: 390 };
let world: Installation;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const wear = (visitor: Visitor, profileId: string) =>
  visitor.json('/api/v1/session/profile', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ profileId }),
  });

test('IDE-19: a form of one profile is not saved in the name of another that was chosen in another tab, and stays open; who wears the wrong one changes it and goes on by one press', async () => {
  const words = formWords('it');
  const federica = await arrive({ browser, world, setting: wide, album: new Album('profiles'), name: 'federica.neri' });
  const visitor = await visitorOf(world, 'federica.neri');
  const { page } = federica;
  const writes: Request[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/api/')) writes.push(request);
  });
  const name = federica.field(words.label('rupName'));
  const save = federica.button('request.save');
  await federica.go('/servizi/serv06-utenti-2022/richiesta');
  await federica.field(words.label('noticeRead')).check();
  await federica.button('request.next').click();
  await name.fill('Carla Riva');
  await save.click();
  await federica.sees(/Salvato alle/);
  await name.fill('Silvia Altrove');

  const second = await federica.context.newPage();
  await second.goto('/area-personale');
  await second.getByRole('button', { name: /Federica Neri/ }).click();
  await second.getByRole('button', { name: 'Utente Cittadino', exact: true }).click();
  await second.getByRole('button', { name: /Federica Neri.*Utente Cittadino/ }).waitFor();
  await second.close();

  federica.expectTrouble(/status of 409/);
  // Without the pointer: the page may have noticed by itself already, and asks before anything else.
  await save.dispatchEvent('click');
  const title = federica.heading(federica.say('ui.session.elsewhere'));
  await title.waitFor();
  await federica.look('altro-profilo');
  await federica.button('ui.session.backTo', { profile: 'Sindaco o legale rappresentante - Comune di Ascalea' }).click();
  await title.waitFor({ state: 'hidden' });
  expect(await name.inputValue()).toBe('Silvia Altrove');
  await save.click();
  await wear(visitor, profiles.federicaAsMayor);
  const { items } = await visitor.ask('rpc.practices.list-own.v1', {});
  await eventually(async () => {
    const { content } = await visitor.ask('rpc.practices.get-content.v1', { id: items[0]?.id ?? '' });
    expect(content).toMatchObject({ rupName: 'Silvia Altrove' });
  });
  await wear(visitor, profiles.federicaAsCitizen);
  expect((await visitor.ask('rpc.practices.list-own.v1', {})).items).toEqual([]);
  expect(writes.length).toBeGreaterThan(0);
  for (const request of writes) expect(request.headers()['acting-profile']).toBe(profiles.federicaAsMayor);

  await federica.go(`/servizi/certificati-anagrafici`);
  await federica.button('service.startAs', { profile: 'Utente Cittadino' }).first().click();
  await federica.sees('Per chi chiedi il certificato?');
  await page.getByRole('button', { name: /Federica Neri.*Utente Cittadino/ }).waitFor();
  expect(federica.unexpected()).toEqual([]);
  await federica.close();
});

test('an officer’s page keeps what she typed for her alone, and tells of files and of news that did not come along', async () => {
  const mayor = await visitorOf(world, 'federica.neri');
  await wear(mayor, profiles.federicaAsMayor);
  const { id } = await sendRequest(mayor);
  await visitorOf(world, 'ferrari', 'officer');
  const bianchi = await arrive({ browser, world, setting: wide, album: new Album('drafts'), name: 'bianchi', app: 'console' });
  const { page } = bianchi;
  const news = bianchi.button('ui.live.takeBack');
  const text = bianchi.field(bianchi.say('messages.text'));
  const openMessages = async () => {
    await bianchi.go(`/console/pratiche/${id}?tab=messages`);
    await text.waitFor();
  };
  await openMessages();
  await text.fill('Appunto di Bianchi');
  await openMessages();
  expect(await text.inputValue()).toBe('Appunto di Bianchi');
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(await kept()).toContain(people.bianchi);

  // A file that was uploaded for a message, and lost from sight with the page, is named when a message goes without it.
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const uploaded = page.waitForResponse((response) => response.url().includes('/attachments/') && response.ok());
  await bianchi.files(bianchi.say('messages.attach')).setInputFiles({ name: 'parere.pdf', mimeType: 'application/pdf', buffer: pdf });
  await uploaded;
  await openMessages();
  await bianchi.button('messages.send').click();
  await bianchi.sees(bianchi.say('ui.unused.detail'));
  await bianchi.look('file-non-inviati');
  await bianchi.button('ui.files.remove', { name: 'parere.pdf' }).click();
  await page.getByText(bianchi.say('ui.unused.detail')).first().waitFor({ state: 'hidden' });
  await text.fill('Appunto di Bianchi');

  // Her page gives way to twenty newer ones, says so, and takes the news back.
  const elsewhere = await visitorOf(world, 'bianchi', 'officer');
  const others: { close(): void }[] = [];
  while (others.length < 20) others.push(await world.listen(elsewhere));
  await news.waitFor();
  await bianchi.look('aperta-altrove');
  await news.click();
  await news.waitFor({ state: 'hidden' });
  const message = { id, messageId: crypto.randomUUID(), text: 'Buongiorno dal Comune', attachmentIds: [] };
  await mayor.ask('rpc.practices.send-message.v1', message);
  await bianchi.sees(message.text);
  for (const other of others) other.close();

  // The same tab, another officer.
  await page.getByRole('button', { name: /Elena Bianchi/ }).click();
  await bianchi.button('ui.person.signOut').click();
  await bianchi.seesTitle(bianchi.say('entry.title'));
  await page.goto('/auth/login?returnTo=/console&as=officer');
  await signIn(bianchi, world.signInOf('ferrari'), 'officer');
  await bianchi.seesTitle(bianchi.say('today.title'));
  await openMessages();
  expect(await text.inputValue()).toBe('');
  expect(await kept()).not.toContain('Appunto di Bianchi');
  expect(bianchi.unexpected()).toEqual([]);
  await bianchi.close();
});

test('ADM-06, IDE-53: a manager reads the sign-ins, suspends an officer after being asked, and takes it back', async () => {
  const galli = await arrive({ browser, world, setting: narrow, album: new Album('officers'), name: 'galli', app: 'console' });
  const name = 'Ferrari Paolo';
  const press = (id: string) =>
    galli
      .dialog()
      .getByRole('button', { name: galli.say(id), exact: true })
      .click();
  await galli.menu('section.security');
  await galli.seesTitle(galli.say('security.title'));
  await galli.sees(galli.say('security.kind.signed-in'));
  await galli.look('sicurezza');
  await galli.menu('section.officers');
  await galli.look('operatori');
  await galli.page.getByRole('link', { name, exact: true }).click();
  await galli.seesTitle(name);
  await galli.button('officers.suspend').click();
  await galli.heading(galli.say('officers.suspend.ask', { name })).waitFor();
  await galli.look('sospendere');
  await press('officers.suspend');
  await galli.button('officers.reinstate').click();
  await press('officers.reinstate');
  await galli.button('officers.suspend').waitFor();
  await galli.look('operatore');
  expect(galli.unexpected()).toEqual([]);
  await galli.close();
});

test('ADM-01: who is invited sees it where she enters, and works only when she has accepted', async () => {
  const manager = await visitorOf(world, 'galli', 'officer');
  const [officer] = (await manager.ask('rpc.identity.list-officers.v1', {})).items;
  if (!officer) throw new Error('the body has no officers');
  const { organizationId, officeId } = officer;
  const rights = { id: people.giulia, organizationId, officeId, role: 'officer' as const, subjects: [] };
  await manager.ask('rpc.identity.put-officer.v1', { ...rights, version: 0 });
  const giulia = await arrive({ browser, world, setting: narrow, album: new Album('invited'), name: 'giulia' });
  await giulia.go('/');
  const title = giulia.heading(
    giulia.say('ui.invitation.title', { organization: 'Regione Piemonte', role: giulia.say('ui.role.officer') }),
  );
  await title.waitFor();
  await giulia.look('invito');
  await giulia.button('ui.invitation.accept').click();
  await title.waitFor({ state: 'hidden' });
  await giulia.page.goto('/auth/login?returnTo=/console/en&as=officer');
  await giulia.seesTitle('My work');
  expect(giulia.unexpected()).toEqual([]);
  await giulia.close();
});
