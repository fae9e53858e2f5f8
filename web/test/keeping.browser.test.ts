import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import type { Browser, Route } from 'playwright-core';
import type { Stack } from '../../deploy/stack.js';
import { answersTo } from '../../deploy/world/answers.js';
import { clickDayAt, servicesOfClickDay } from '../../deploy/world/click-days.js';
import { procedures } from '../../deploy/world/ids.js';
import { described, endSignIns, type Installation } from '../../services/gateway/test/installation.js';
import { comuneOfAscalea } from '../../services/gateway/test/mayor-data.js';
import { openStack } from '../../services/gateway/test/stack-of-worker.js';
import { ask } from '../../services/gateway/test/test-world.js';
import { arrive as arriveAt, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, Person } from './person.js';
import { formWords } from './words.js';

const words = formWords('it');
const album = new Album('keeping');
let stack: Stack;
let world: Installation;
let browser: Browser;
let federica: Person;

/** A new request, at the step of the comune. */
async function begin(): Promise<void> {
  await federica.go('/servizi/serv06-utenti-2022/richiesta');
  const another = federica.button('drafts.new');
  const notice = federica.field(words.label('noticeRead'));
  await another.or(notice).waitFor();
  if (await another.isVisible()) await another.click();
  await notice.check();
  await federica.button('request.next').click();
  await federica.field(words.label('rupName')).waitFor();
}

/** A stream that opens and says nothing. */
const silence = (route: Route) => route.fulfill({ status: 200, contentType: 'text/event-stream', body: 'retry: 600000\n\n' });
const typedName = () => federica.field(words.label('rupName')).inputValue();

beforeAll(async () => {
  browser = await launchBrowser();
  stack = await openStack();
  world = described(stack.baseUrl, stack.mail.url, () => stack.stop());
  const visitor = new Visitor(world.baseUrl);
  await visitor.signIn(...world.signInOf('federica.neri'));
  await visitor.ask('rpc.identity.accept-policy.v1', { version: (await visitor.ask('rpc.identity.get-policy.v1', {})).version });
  federica = await Person.open({ browser, baseUrl: world.baseUrl, setting: { language: 'it', width: 1280 }, album });
  await federica.page.goto('/auth/login?returnTo=/&as=citizen');
  await signIn(federica, world.signInOf('federica.neri'));
  await federica.seesTitle(federica.say('menu.board'));
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('CAT-22, CAT-71: leaving with unsaved data asks first and names the fields; closing the window asks too', async () => {
  const { page } = federica;
  await begin();
  await eventually(async () => expect(await page.getByText(/Salvato alle/).count()).toBe(1));
  // What is typed is not saved by itself before somebody has tried to leave.
  let { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/practices/*/content', async (route) => {
    if (route.request().method() !== 'GET') await released;
    await route.continue();
  });
  await federica.field(words.label('rupName')).fill('Carla Rivi');
  await federica.menu('menu.mine');
  await federica.dialog().getByText(words.label('rupName')).waitFor();
  await federica.look('uscire-chiede');
  await page.keyboard.press('Escape');
  await federica.dialog().waitFor({ state: 'detached' });
  expect(await typedName()).toBe('Carla Rivi');
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await federica.menu('menu.mine');
  await federica.button('ui.leave.save').click();
  release();
  await federica.seesTitle(federica.say('menu.mine'));
  // The browser's own back and forward ask as well, and who stays is where she was.
  ({ promise: released, resolve: release } = Promise.withResolvers<void>());
  await page.goBack();
  const address = page.url();
  await federica.field(words.label('rupName')).fill('Carla Riva');
  await page.goForward();
  await federica.dialog().waitFor();
  await page.keyboard.press('Escape');
  await federica.dialog().waitFor({ state: 'detached' });
  expect([page.url(), await typedName()]).toEqual([address, 'Carla Riva']);
  await page.goForward();
  await federica.button('ui.leave.save').click();
  release();
  await federica.seesTitle(federica.say('menu.mine'));
});

test('CAT-72: who has a draft is offered it, and it opens with what was saved', async () => {
  await federica.go('/servizi/serv06-utenti-2022/richiesta');
  await federica.sees(/Hai già un.istanza in lavorazione/);
  await federica.look('bozza-offerta');
  await federica.sees(/RUP|Carla Riva/);
  await federica.sees(/Passo 2 di 4/);
  await federica.page.getByRole('link', { name: /^Riprendi la bozza/ }).click();
  await federica.field(words.label('rupName')).waitFor();
  expect(await typedName()).toBe('Carla Riva');
});

test('CAT-21: a saved date that is changed to one that does not exist stays as typed, with an error, and is there again afterwards', async () => {
  const { page } = federica;
  await begin();
  await federica.sees(/Salvato alle/);
  const born = federica.field(words.userLabel('birthDate'));
  const toUsers = () => page.goto(page.url().replace(/passo=\w+/, 'passo=users'));
  await toUsers();
  await born.fill('1/2/1990');
  await federica.button('request.save').click();
  await eventually(async () => expect(await born.inputValue()).toBe('01/02/1990'));
  await federica.sees(/Salvato alle/);
  await born.fill('30/02/1990');
  await federica.button('request.save').click();
  await federica.sees(/scrivi una data che esiste, giorno\/mese\/anno/);
  await federica.sees(/Salvato alle/);
  await page.reload();
  await born.waitFor();
  expect(await born.inputValue()).toBe('30/02/1990');
  await born.fill('1990-02-28');
  await born.blur();
  expect(await born.inputValue()).toBe('28/02/1990');
});

test('CAT-20: an error that appears does not take the button from under the pointer, so the first press does what it says', async () => {
  const { page } = federica;
  await federica.field(words.userLabel('phone')).fill('12');
  const next = federica.button('request.next');
  await next.scrollIntoViewIfNeeded();
  const at = async () => (await next.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const before = await at();
  await page.mouse.move(before.x + before.width / 2, before.y + 3);
  await page.mouse.down();
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON'));
  expect(await at()).toEqual(before);
  await page.mouse.up();
  await federica.page.locator('.sp-error-summary').waitFor();
  await federica.sees(/scrivi un numero di telefono/);
});

test('CAT-70: the draft saves itself after a while, and says when', async () => {
  const { page } = federica;
  await begin();
  await federica.sees(/Salvato alle/);
  await page.clock.install();
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  await federica.field(words.label('rupPhone')).fill(comuneOfAscalea.rupPhone);
  await federica.sees(/Ci sono modifiche non ancora salvate/);
  await page.clock.fastForward(5_000);
  await page.clock.resume();
  await federica.sees(/Salvato alle \d\d:\d\d/);
});

test('XCT-06, CAT-21: with the network lost while compiling, what was typed stays, the page says so, and it is saved when the network is back', async () => {
  const { page, context } = federica;
  await begin();
  await federica.sees(/Salvato alle/);
  federica.expectTrouble(/ERR_INTERNET_DISCONNECTED/);
  await context.setOffline(true);
  await federica.sees(federica.say('ui.offline'));
  await federica.field(words.label('rupName')).fill('Anna Rete');
  await federica.button('request.save').click();
  await federica.sees(federica.say('request.keptOffline'));
  await federica.look('senza-rete');
  await context.setOffline(false);
  await federica.sees(/Salvato alle/);
  expect(await page.getByText(federica.say('ui.offline')).filter({ visible: true }).count()).toBe(0);
  await page.reload();
  await federica.field(words.label('rupName')).waitFor();
  expect(await typedName()).toBe('Anna Rete');
});

test('CAT-21, IDE-37: when the sign-in expires while compiling, nothing typed is lost after signing in again', async () => {
  const { page, context } = federica;
  await begin();
  await federica.sees(/Salvato alle/);
  federica.expectTrouble(/status of 401/);
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  await page.route('**/practices/*/content', async (route) => {
    if (route.request().method() !== 'GET') await over;
    await route.continue();
  });
  // Typed before the page can learn that the sign-in is over: what is typed under a dialog goes nowhere.
  await federica.field(words.label('rupName')).fill('Silvia Scaduta');
  await endSignIns(stack);
  end();
  await federica.sees(federica.say('ui.session.over'));
  await page.unroute('**/practices/*/content');
  await federica.look('accesso-scaduto');
  const [tab] = await Promise.all([context.waitForEvent('page'), federica.link('ui.session.signInAgain').click()]);
  await tab.getByRole('heading', { level: 1, name: federica.say('signIn.done') }).waitFor();
  await tab.close();
  await federica.button('ui.session.done').click();
  await federica.dialog().waitFor({ state: 'detached' });
  expect(await typedName()).toBe('Silvia Scaduta');
  await federica.sees(/Salvato alle/);
  await page.reload();
  await federica.field(words.label('rupName')).waitFor();
  expect(await typedName()).toBe('Silvia Scaduta');
});

test('CAT-89: what is saved on one screen appears on the other beside what is being typed there', async () => {
  const { page, context } = federica;
  const other = federica.at(await context.newPage());
  await other.page.goto(page.url());
  await other.field(words.label('rupPhone')).fill('0114321111');
  await federica.field(words.label('rupName')).fill('Dal tavolo');
  await other.button('request.save').click();
  await eventually(async () => {
    expect((await federica.field(words.label('rupPhone')).inputValue()).replace(/\D/g, '')).toContain('114321111');
    expect(await typedName()).toBe('Dal tavolo');
  }, 60);
  await federica.button('request.save').click();
  await eventually(async () => expect(await other.field(words.label('rupName')).inputValue()).toBe('Dal tavolo'), 60);
  await federica.button('request.phone').click();
  await federica
    .dialog()
    .getByRole('link', { name: /istanza=/ })
    .waitFor();
  await federica.look('continua-sul-telefono');
  await page.keyboard.press('Escape');
  await other.page.close();
});

test('CAT-21: the same draft saved in another window is not overwritten without asking', async () => {
  const { page, context } = federica;
  // This window is told of nothing: else it would show what the other saves before anything is typed here.
  await page.route('**/api/v1/live', silence);
  await page.reload();
  await federica.field(words.label('rupName')).waitFor();
  const other = federica.at(await context.newPage());
  await other.page.goto(page.url());
  await other.field(words.label('rupName')).fill('Dall’altra finestra');
  await other.button('request.save').click();
  await other.sees(/Salvato alle/);
  await other.page.close();
  federica.expectTrouble(/status of 409/);
  await federica.field(words.label('rupName')).fill('Da questa');
  await federica.dialog().waitFor();
  await federica.look('bozza-salvata-altrove');
  await federica.button('ui.conflict.other').click();
  expect(await typedName()).toBe('Dall’altra finestra');
});

test('CAT-21: what is kept here instead of what another window saved is asked first, and then really saved', async () => {
  const { page, context } = federica;
  const other = federica.at(await context.newPage());
  await other.page.goto(page.url());
  await other.field(words.label('rupName')).fill('Di nuovo altrove');
  await other.button('request.save').click();
  await other.sees(/Salvato alle/);
  await federica.field(words.label('rupName')).fill('Da questa finestra');
  await federica.dialog().waitFor();
  await federica.button('ui.conflict.mine').click();
  await federica.dialog().waitFor({ state: 'detached' });
  await federica.button('request.save').click();
  await eventually(async () => {
    await other.page.reload();
    await other.field(words.label('rupName')).waitFor();
    expect(await other.field(words.label('rupName')).inputValue()).toBe('Da questa finestra');
  }, 60);
  await other.page.close();
  await page.unroute('**/api/v1/live');
});

test('IDE-16: what is typed in the profile stays when another tab saves, and both are kept', async () => {
  const { page, context } = federica;
  const open = async (person: Person) => {
    await person.page.goto('/area-personale/profilo');
    return { mobile: person.field(person.say('profile.mobilePhone')), office: person.field(person.say('profile.officePhone')) };
  };
  const save = async (person: Person) => {
    await person.button('profile.save').click();
    await person.page.getByText(person.say('profile.unsaved')).waitFor({ state: 'detached' });
  };
  const { mobile, office } = await open(federica);
  const digits = async (field: typeof office) => (await field.inputValue()).replaceAll(/\D/g, '');
  await mobile.fill('333 765 4321');
  const other = federica.at(await context.newPage());
  await (await open(other)).office.fill('011 5550101');
  await save(other);
  await other.page.close();
  federica.expectTrouble(/status of 409/);
  await federica.button('profile.save').click();
  await federica.sees(federica.say('profile.conflict'));
  expect(await mobile.inputValue()).toBe('333 765 4321');
  await federica.look('profilo-salvato-altrove');
  await federica.button('ui.conflict.mine').click();
  expect(await digits(office)).toMatch(/0115550101$/);
  await save(federica);
  await page.reload();
  await office.waitFor();
  expect(await digits(office)).toMatch(/0115550101$/);
  expect(await digits(mobile)).toMatch(/3337654321$/);
});

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const attach = (visitor: Visitor, practiceId: string, file: { id: string; name: string }, body: typeof pdf) =>
  visitor.json(`/api/v1/practices/${practiceId}/attachments/${file.id}?purpose=form&field=delegation&name=${file.name}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });

/** A citizen with a draft of her own, on a telephone. */
async function danieleWith(content: Record<string, string | string[] | boolean>) {
  const id = randomUUID();
  const visitor = new Visitor(world.baseUrl);
  const { account } = await visitor.signIn(...world.signInOf('daniele.rifulgente'));
  if (!account?.hasAcceptedPolicy)
    await visitor.ask('rpc.identity.accept-policy.v1', { version: (await visitor.ask('rpc.identity.get-policy.v1', {})).version });
  await visitor.ask('rpc.practices.open.v1', { id, procedureId: procedures.certificates, content });
  const arrive = async () => {
    const daniele = await Person.open({ browser, baseUrl: world.baseUrl, setting: { language: 'it', width: 390 }, album });
    await daniele.page.goto('/auth/login?returnTo=/&as=citizen');
    await signIn(daniele, world.signInOf('daniele.rifulgente'));
    await daniele.seesTitle(daniele.say('menu.board'));
    await daniele.go(`/servizi/certificati-anagrafici/richiesta?istanza=${id}`);
    return daniele;
  };
  return { id, visitor, arrive };
}

test('TIC-07: files chosen together all stay; a refused one is said until it is removed, also at "Successivo", which waits for those on their way', async () => {
  const { id, visitor, arrive } = await danieleWith({ forWhom: 'relative' });
  const daniele = await arrive();
  const { page } = daniele;
  const choose = (...names: string[]) =>
    daniele
      .files('Delega firmata')
      .setInputFiles(names.map((name) => ({ name, mimeType: 'application/pdf', buffer: name.endsWith('.pdf') ? pdf : Buffer.from('MZ') })));
  const removal = (name: string) => daniele.button('ui.files.remove', { name });
  await daniele.field('Delega firmata').waitFor();
  await choose('delega.pdf', 'documento.pdf');
  await removal('delega.pdf').waitFor();
  await removal('documento.pdf').waitFor();
  await eventually(async () => {
    const { content } = await visitor.ask('rpc.practices.get-content.v1', { id });
    expect(content['delegation']).toMatchObject([{ name: expect.any(String) }, { name: expect.any(String) }]);
  }, 60);
  await removal('documento.pdf').click();
  await removal('documento.pdf').waitFor({ state: 'detached' });
  await choose('programma.exe');
  await daniele.sees(daniele.say('ui.files.notAttached'));
  await daniele.button('request.next').click();
  const summary = page.locator('.sp-error-summary');
  await summary.getByText(daniele.say('ui.files.refusedStill', { name: 'programma.exe' })).waitFor();
  await daniele.look('file-rifiutato');
  await removal('programma.exe').click();
  await summary.getByText(/programma\.exe/).waitFor({ state: 'detached' });

  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/attachments/**', async (route) => {
    await released;
    await route.continue();
  });
  await choose('documento.pdf');
  await daniele.button('request.next').click();
  await daniele.button('ui.files.waiting').waitFor();
  release();
  await removal('documento.pdf').waitFor();
  await daniele.button('request.next').waitFor();
  expect(daniele.unexpected()).toEqual([]);
  await daniele.close();
});

test('PRA-03, PRA-07, CAT-70: a draft that is complete opens at its summary; while the answer does not come nothing can be changed and the page says what can be done; one press sends it where the service asks for no second step, and its files are seen in place', async () => {
  const about = { relativeGivenName: 'Mario', relativeFamilyName: 'Rossi', relativeFiscalCode: 'RSSMRA85T10A562S' };
  const content = { ...about, forWhom: 'relative', certificates: ['residence'], paper: 'stamped', privateUse: true };
  const { id, visitor, arrive } = await danieleWith(content);
  const delegation = { id: randomUUID(), name: 'delega.png' };
  const document = { id: randomUUID(), name: 'documento.pdf' };
  await attach(visitor, id, delegation, png);
  await attach(visitor, id, document, pdf);
  await visitor.ask('rpc.practices.save-draft.v1', { id, content: { ...content, delegation: [delegation, document] }, version: 1 });
  const daniele = await arrive();
  const { page } = daniele;
  await daniele.sees(daniele.say('request.send.declaration'));
  await daniele.look('riepilogo-e-invio');
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const held = async (route: Route) => {
    await released;
    await route.abort().catch(() => undefined);
  };
  await page.route('**/submission', held);
  await daniele.button('request.send').click();
  await daniele.sees(daniele.say('ui.late', { seconds: 20 }));
  expect(await page.locator('.sp-frozen').evaluate((step: HTMLElement) => step.inert)).toBe(true);
  await daniele.look('risposta-in-ritardo');
  await daniele.button('ui.late.stop').click();
  await daniele.sees(daniele.say('ui.error.unreachable'));
  expect(await page.locator('.sp-frozen').evaluate((step: HTMLElement) => step.inert)).toBe(false);
  release();
  await page.unroute('**/submission', held);
  await daniele.button('request.send').click();
  await daniele.seesTitle(daniele.say('sent.title'));
  await daniele.sees(/La risposta dell'ufficio arriva entro il \d\d\/\d\d\/\d{4}/);
  await daniele.look('inviata-in-un-passo');
  expect(daniele.unexpected()).toEqual([]);
  await daniele.close();

  // The officer sees the picture beside the form, and steps to the PDF with the keyboard.
  const greco = await arriveAt({ browser, world, setting: { language: 'it', width: 1280 }, album, name: 'greco', app: 'console' });
  await greco.go(`/console/pratiche/${id}`);
  await greco.button('attachments.look').click();
  const picture = greco.page.getByRole('img', { name: greco.say('ui.viewer.picture', { name: 'delega.png' }) });
  await eventually(async () => expect(await picture.evaluate((drawn) => (drawn as HTMLImageElement).naturalWidth)).toBe(1), 60);
  await greco.look('file-accanto-al-modulo');
  await greco.button('ui.viewer.next').focus();
  await greco.page.keyboard.press('ArrowRight');
  await greco.page.getByTitle(greco.say('ui.viewer.document', { name: 'documento.pdf' })).waitFor();
  // The browser's own reader draws it: neither our policy nor the answer's keeps it from that.
  await eventually(async () => expect(greco.page.frames().some((frame) => frame.url().startsWith('chrome-extension://'))).toBe(true), 60);
  await greco.page.keyboard.press('ArrowLeft');
  await picture.waitFor();
  expect(greco.unexpected()).toEqual([]);
  await greco.close();
});

test('PRA-82: a file that no answer uses is shown on a telephone, and can be removed', async () => {
  const { id, visitor, arrive } = await danieleWith({});
  await attach(visitor, id, { id: randomUUID(), name: 'delega.pdf' }, pdf);
  const daniele = await arrive();
  const unused = daniele.page.getByRole('region', { name: daniele.say('ui.unused.title') });
  await unused.getByText('delega.pdf', { exact: true }).waitFor();
  await daniele.look('file-non-usato');
  await unused.getByRole('button', { name: daniele.say('ui.files.remove', { name: 'delega.pdf' }) }).click();
  await unused.waitFor({ state: 'detached' });
  const { attachments } = (await (await daniele.context.request.get(`/api/v1/practices/${id}`)).json()) as { attachments: unknown[] };
  expect(attachments).toEqual([]);
  expect(daniele.unexpected()).toEqual([]);
  await daniele.close();
});

/** An application of Giulia's for the click day, completed. @returns its number */
async function readyForClickDay(): Promise<string> {
  const giulia = await visitorOf(world, 'giulia.conti');
  const [service] = servicesOfClickDay(new Date());
  if (!service) throw new Error('The world has no click day');
  let turn = 0;
  const { content } = answersTo(service.form, (count) => turn++ % count, new Date().toISOString().slice(0, 10));
  const id = randomUUID();
  const { content: known } = await giulia.ask('rpc.practices.prepare.v1', { id: service.id });
  const whole = { ...known, ...content } as typeof known;
  const { number, version } = await giulia.ask('rpc.practices.open.v1', { id, procedureId: service.id, content: whole });
  await giulia.ask('rpc.practices.complete.v1', { id, version });
  return number;
}

test('ADM-16, CLK-12, CLK-13, CLK-18, CLK-32, CLK-33: an administrator postpones a click day, and who has rehearsed sends once at its hour, although an answer is lost and her sign-in is over', async () => {
  const { id } = clickDayAt(new Date());
  const [first, second] = [await readyForClickDay(), await readyForClickDay()];
  const setting = { language: 'it', width: 1280 } as const;
  const mario = await arriveAt({ browser, world, setting, album, name: 'stefano.moretti', app: 'console', first: 'services.title' });
  await mario.go('/console/click-day');
  await mario.page.getByRole('link', { name: 'Click day: ingresso di lavoratori' }).click();
  await mario.sees(mario.say('clickDays.state.compiling.means'));
  await mario.look('click-day-console');
  await mario.button('clickDays.postpone').click();
  await mario.field(mario.say('ui.settings.hour', { label: mario.say('clickDays.opensAt') })).fill('10:00');
  await mario.button('clickDays.publish').click();
  await mario.sees(mario.say('clickDays.missing'));
  await mario.field(mario.say('clickDays.field.notice.it')).fill('Si apre un’ora dopo');
  await mario.field(mario.say('clickDays.field.notice.en')).fill('It opens an hour later');
  await mario.look('click-day-rinvio', 'dialog');
  await mario.button('clickDays.publish').click();
  await mario.dialog().waitFor({ state: 'detached' });
  await mario.sees('Si apre un’ora dopo');
  expect(mario.unexpected()).toEqual([]);
  await mario.close();

  const giulia = await arriveAt({ browser, world, setting, album, name: 'giulia.conti' });
  const { page, context } = giulia;
  await giulia.go('/click-day');
  await giulia.look('click-days');
  await giulia.go(`/click-day/${id}`);
  await giulia.sees('Si apre un’ora dopo');
  await giulia.sees(/Ora ufficiale del server/);
  await giulia.sees(/L'invio apre fra/);
  await giulia.button('clickDays.rehearse').click();
  await giulia.isTold(giulia.say('clickDays.rehearsal.ready'));
  await giulia.look('click-day-prova');
  // The hour comes soon; whoever is slower than that sends by hand.
  for (const [table, column, key] of [
    ['click_days', 'opens_at', 'id'],
    ['procedures', 'sending_opens_at', 'click_day_id'],
  ] as const)
    await ask(stack, 'practices', `update ${table} set ${column} = now() + interval '15 seconds' where ${key} = '${id}'`);
  await page.reload();
  await page.getByRole('checkbox', { name: `Invia ${second}` }).uncheck();
  giulia.expectTrouble(/submissions|ERR_FAILED|status of 401/);
  // It is taken, and its answer does not come.
  const loseAnswer = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/api/v1/submissions', loseAnswer, { times: 1 });
  const send = page.getByRole('button', { name: /^Invia la domanda( all'apertura)?$/ });
  await send.click();
  await giulia.sees('Invio corretto (posto 1)');
  await endSignIns(stack);
  await page.getByRole('checkbox', { name: `Invia ${second}` }).dispatchEvent('click');
  // Also where the page has learnt already that the sign-in is over.
  await send.dispatchEvent('click');
  await giulia.sees(giulia.say('ui.session.over'));
  const [tab] = await Promise.all([context.waitForEvent('page'), giulia.link('ui.session.signInAgain').click()]);
  await tab.getByRole('heading', { level: 1, name: giulia.say('signIn.done') }).waitFor();
  await tab.close();
  await giulia.button('ui.session.done').click();
  await giulia.dialog().waitFor({ state: 'detached' });
  await giulia.button('ui.retry').click();
  await giulia.sees('Invio corretto (posto 2)');
  await giulia.look('click-day-inviata');
  const taken = await ask(
    stack,
    'practices',
    `select number, position from practices where number in ('${first}', '${second}') order by position`,
  );
  expect(taken).toEqual([
    { number: first, position: 1 },
    { number: second, position: 2 },
  ]);
  expect(giulia.unexpected()).toEqual([]);
  await giulia.close();
});

test('no page complained to the browser', () => {
  expect(federica.unexpected()).toEqual([]);
});
