import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Visitor } from '@sportello/testing/visitor';
import type { Browser, Page } from 'playwright-core';
import { query } from '../../deploy/backing/postgres.js';
import { databaseNameOf } from '../../deploy/environment.js';
import type { Stack } from '../../deploy/stack.js';
import { described, type Installation } from '../../services/gateway/test/installation.js';
import { comuneOfAscalea, correctUsers } from '../../services/gateway/test/mayor-data.js';
import { openStack } from '../../services/gateway/test/stack-of-worker.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { violationsIn } from './axe.js';
import { Album, keepsPictures, launchBrowser, type Person, type Setting, settings } from './person.js';

const album = new Album('payments');
let stack: Stack;
let world: Installation;
let browser: Browser;
let mayor: Visitor;
let procedureId: string;

/** As the administrator of the body sets it for the service. */
async function setPayment(payment: object): Promise<void> {
  const moretti = await visitorOf(world, 'stefano.moretti', 'officer');
  const service = await moretti.ask('rpc.practices.get-procedure.v1', { id: procedureId });
  const { id, version, organizationId, status, code, title, subtitle, category, audience, opensAt, closesAt, contacts } = service;
  await moretti.ask('rpc.practices.put-procedure.v1', {
    ...{ id, version, organizationId, status, code, title, subtitle, category, audience, opensAt, closesAt, contacts },
    settings: { ...service.settings, ...payment },
  });
}

/** A request that is presented once it is paid. @returns its id */
async function toBePaid(): Promise<string> {
  const { content } = await mayor.ask('rpc.practices.prepare.v1', { id: procedureId });
  const id = crypto.randomUUID();
  await mayor.ask('rpc.practices.open.v1', {
    id,
    procedureId,
    content: { ...content, ...comuneOfAscalea, noticeRead: true, users: correctUsers },
  });
  await mayor.move('rpc.practices.complete.v1', { id });
  await mayor.move('rpc.practices.proceed-to-payment.v1', { id });
  return id;
}

/** Waits for the notice of a practice. @returns the id of its payment */
async function noticeOf(practiceId: string): Promise<string> {
  const { payments } = await mayor.ask('rpc.practices.get.v1', { id: practiceId });
  const id = payments?.[0]?.id ?? '';
  await eventually(async () => expect((await mayor.ask('rpc.payments.get.v1', { id })).state).toBe('to_pay'));
  return id;
}

async function ask(): Promise<{ id: string; positionId: string }> {
  const id = await toBePaid();
  return { id, positionId: await noticeOf(id) };
}

const paymentsUrl = () => stack.backing.postgres.url.replace(/\/[^/]*$/, `/${databaseNameOf('payments')}`);

/** Something was added to what is due, and more will be. @param which instalments */
async function grow(which: string): Promise<void> {
  const surcharges = [
    { from: '2020-01-01', cents: 500 },
    { from: '2998-01-01', cents: 700 },
  ];
  await query(paymentsUrl(), `update instalments set surcharges = '${JSON.stringify(surcharges)}' where ${which}`);
}

const statusOf = async (id: string) => (await mayor.ask('rpc.practices.get.v1', { id })).status;

/** The pages of the simulator are for people too. */
async function examine(page: Page, name: string): Promise<void> {
  expect({ name, violations: await violationsIn(page) }).toEqual({ name, violations: [] });
  if (keepsPictures) await page.screenshot({ path: join(import.meta.dirname, `../../artifacts/journey/${name}.png`), fullPage: true });
}

/** On the payment page, which is the simulator's: by the words that it says. */
async function press(person: Person, card: RegExp | null, button: RegExp): Promise<void> {
  const { page } = person;
  await page.waitForURL(/\/carts\//);
  if (card) await page.getByLabel(card).check();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/pagamenti\/esito\//);
}

beforeAll(async () => {
  browser = await launchBrowser();
  stack = await openStack();
  world = described(stack.baseUrl, stack.mail.url, () => stack.stop());
  mayor = await visitorOf(world, 'federica.neri');
  const { items } = await mayor.ask('rpc.practices.list-procedures.v1', { category: 'education' });
  procedureId = items[0]?.id ?? '';
  await setPayment({ payment: 'request', paymentCents: 1_000 });
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe.each(settings)('$language at $width', (setting) => {
  let federica: Person;
  beforeAll(async () => {
    federica = await arrive({ browser, world, setting, album, name: 'federica.neri' });
  });
  afterAll(async () => {
    expect(federica.unexpected()).toEqual([]);
    await federica.close();
  });
  const pay = async (positionId: string) => {
    await federica.go(`/area-personale/pagamenti/${positionId}`);
    await federica.button('payments.online').waitFor();
    await federica.look('da-pagare');
    await federica.button('payments.online').click();
  };

  test('PAY-02: who pays with the good card has sent her request', async () => {
    const { id, positionId } = await ask();
    expect(await statusOf(id)).toBe('awaiting_payment');
    await pay(positionId);
    await federica.page.waitForURL(/\/carts\//);
    await federica.page
      .getByText(/simulazione|simulation/)
      .first()
      .waitFor();
    await examine(federica.page, `pagopa-checkout-${setting.language}`);
    await press(federica, /^Carta che paga$|^Card that pays$/, /^(Paga|Pay) /);
    await federica.page.getByText(federica.say('payments.outcome.completed')).waitFor();
    await federica.look('pagato');
    await eventually(async () => expect(await statusOf(id)).toBe('submitted'));
    await federica.go(`/area-personale/pagamenti/${positionId}`);
    await federica.page.getByText(federica.say('payments.now.paid')).waitFor();
  });

  test('PAY-04, PAY-51: a notice is found by its codes, and paid at a desk', async () => {
    const { id, positionId } = await ask();
    const position = await mayor.ask('rpc.payments.get.v1', { id: positionId });
    const noticeNumber = position.options[0]?.instalments[0]?.noticeNumber ?? '';
    await federica.go(`/pagamenti/avviso?ente=${position.creditorFiscalCode}&avviso=${noticeNumber}`);
    await federica.page.getByText(federica.say('payments.find.found')).waitFor();
    await federica.look('avviso');
    const desk = await federica.context.newPage();
    await desk.goto(`${stack.pagopa.url}/sportello?lang=${setting.language}`);
    await examine(desk, `pagopa-sportello-${setting.language}`);
    await desk.getByLabel(/QR/).fill(`PAGOPA|002|${noticeNumber}|${position.creditorFiscalCode}|1000`);
    await desk.getByRole('button').click();
    await desk.getByRole('button', { name: /^(Paga|Pay) / }).click();
    await desk.getByRole('status').waitFor();
    await desk.goto(`${stack.pagopa.url}/?lang=${setting.language}`);
    await examine(desk, `pagopa-messaggi-${setting.language}`);
    await desk.close();
    await eventually(async () => expect(await statusOf(id)).toBe('submitted'));
  });

  test('PAY-04, PAY-11: a payment says what is still to be added to it, and its notice comes by itself once it is printed', async () => {
    const { positionId } = await ask();
    await grow(`position_id = '${positionId}'`);
    const { page } = federica;
    await federica.go(`/area-personale/pagamenti/${positionId}`);
    await federica.sees(/2998/);
    expect(await page.getByText(/2020/).count()).toBe(0);
    // As when long papers come before it.
    let isPrinted = false;
    const soon = { type: '/problems/paper-not-ready', title: 'x', status: 409 };
    await page.route('**/notice-address', (route) =>
      isPrinted ? route.continue() : route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(soon) }),
    );
    federica.expectTrouble(/409/);
    await federica.button('payments.notice.pay').click();
    await page
      .getByRole('paragraph')
      .filter({ hasText: federica.say('ui.download.late') })
      .waitFor();
    await federica.look('avviso-in-preparazione');
    const file = page.waitForEvent('download');
    isPrinted = true;
    expect((await file).suggestedFilename()).toMatch(/^avviso-\d{18}\.pdf$/);
    await federica.button('payments.notice.pay').waitFor();
    await page
      .getByRole('paragraph')
      .filter({ hasText: federica.say('ui.download.late') })
      .waitFor({ state: 'detached' });
  });

  test('PAY-55: what was paid is certified for the tax return by year and body', async () => {
    await federica.go('/area-personale/pagamenti?scheda=attestazioni');
    await federica.sees(federica.say('payments.certificates.lead'));
    await federica.look('attestazioni');
  });

  // What becomes of a payment is the same in both languages.
  if (setting.language === 'en') return;

  test('PAY-08: a card that is refused, and leaving, leave the request where it was', async () => {
    const { id, positionId } = await ask();
    await pay(positionId);
    await press(federica, /^Carta rifiutata$|^Card that is refused$/, /^(Paga|Pay) /);
    await federica.page.getByText(federica.say('payments.outcome.failed')).waitFor();
    await federica.look('non-riuscito');
    await eventually(async () => expect(await statusOf(id)).toBe('awaiting_payment'));
    await pay(positionId);
    await press(federica, null, /^Annulla|^Cancel/);
    await federica.page.getByText(federica.say('payments.outcome.abandoned')).waitFor();
    await eventually(async () => expect(await statusOf(id)).toBe('awaiting_payment'));
  });

  test('PAY-43: a late confirmation is waited for, and the page tells when it is there', async () => {
    const { id, positionId } = await ask();
    await pay(positionId);
    await press(federica, /^Carta che paga, con|^Card that pays, with/, /^(Paga|Pay) /);
    await federica.page.getByText(federica.say('payments.outcome.unknown')).waitFor();
    await federica.look('attesa');
    stack.pagopa.confirmLate();
    await federica.page.getByText(federica.say('payments.outcome.completed')).waitFor();
    await eventually(async () => expect(await statusOf(id)).toBe('submitted'));
  });

  test('PAY-12, PAY-16: several are chosen from the list and paid together; a sixth is refused', async () => {
    const asked: Awaited<ReturnType<typeof ask>>[] = [];
    for (let i = 0; i < 6; i++) asked.push(await ask());
    await federica.go('/area-personale/pagamenti');
    const boxes = federica.page.getByRole('checkbox');
    await boxes.nth(5).waitFor();
    for (let i = 0; i < 6; i++) await boxes.nth(i).click();
    await federica.page.getByText(federica.say('payments.sixth')).waitFor();
    expect(await federica.page.getByRole('checkbox', { checked: true }).count()).toBe(5);
    await federica.look('insieme');
    await federica.button('payments.startPayment').click();
    await press(federica, /^Carta che paga$|^Card that pays$/, /^(Paga|Pay) /);
    await federica.page.getByText(federica.say('payments.outcome.completed')).waitFor();
    await federica.look('pagati-insieme');
    await eventually(async () => {
      const all = await Promise.all(asked.map(({ id }) => statusOf(id)));
      expect(all.filter((status) => status === 'submitted')).toHaveLength(5);
    });
  });
});

describe('in the console', () => {
  let galli: Person;
  let refunded: string;
  const arriveIn = (setting: Setting, name: string, first?: string) =>
    arrive({ browser, world, setting, album, name, app: 'console', ...(first && { first }) });

  beforeAll(async () => {
    const { positionId } = await ask();
    refunded = positionId;
    const { creditorFiscalCode, options } = await mayor.ask('rpc.payments.get.v1', { id: positionId });
    const notices = [{ fiscalCode: creditorFiscalCode ?? '', noticeNumber: options[0]?.instalments[0]?.noticeNumber ?? '' }];
    const { redirectUrl } = await mayor.ask('rpc.payments.start-cart.v1', { id: crypto.randomUUID(), notices });
    const page = redirectUrl.replace(/\/redirect.*/, '');
    await fetch(`${page}/payment`, { method: 'POST', body: new URLSearchParams({ card: 'twice' }), redirect: 'manual' });
    galli = await arriveIn({ language: 'it', width: 1280 }, 'galli');
  });
  afterAll(async () => {
    expect(galli.unexpected()).toEqual([]);
    await galli.close();
  });

  test('PAY-11, PAY-40: a manager finds a position by its number, and reads all of it', async () => {
    const { options } = await mayor.ask('rpc.payments.get.v1', { id: refunded });
    await galli.menu('section.payments');
    await galli.page.getByRole('table').waitFor();
    await galli.look('console-posizioni');
    const bar = galli.page.getByLabel(galli.say('payments.search'));
    await bar.fill(options[0]?.instalments[0]?.noticeNumber ?? '');
    await bar.press('Enter');
    const link = galli.page.getByRole('rowheader').getByRole('link');
    await eventually(async () => expect(await link.count()).toBe(1));
    await link.click();
    await galli.heading(galli.say('payments.history')).waitFor();
    await galli.sees(galli.say('payments.anomaly.paid_twice'));
    await galli.look('console-posizione');
    await galli.go('/console/pagamenti?q=nessuno');
    await galli.sees(galli.say('payments.empty.filtered'));
    await galli.go('/console/pagamenti?dal=2026-12-31&al=2026-01-01');
    await galli.sees(galli.say('payments.day.before'));
  });

  test('PAY-47: what is to be given back is marked once it was, with a note', async () => {
    await galli.go('/console/pagamenti?scheda=rimborsi');
    const button = galli.page.getByRole('button', { name: new RegExp(galli.say('payments.resolve.refunds')) });
    await button.first().waitFor();
    await galli.look('console-rimborsi');
    await button.first().click();
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('payments.resolve.refunds') })
      .click();
    await galli.sees(galli.say('payments.resolve.missing'));
    await galli.look('console-rimborso');
    await galli.field(galli.say('payments.resolve.note')).fill('Rimborsato con mandato 12 del 2026');
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('payments.resolve.refunds') })
      .click();
    await galli.sees(galli.say('payments.refunds.empty'));
    // The row had the focus, and is gone: what was done has it.
    const done = galli.say('payments.resolve.refunds.done');
    await eventually(async () => expect(await galli.page.evaluate(() => document.activeElement?.textContent)).toBe(done));
    await galli.go('/console/pagamenti?scheda=anomalie');
    await galli.field(galli.say('payments.anomalies.show')).selectOption('resolved');
    await galli.sees('Rimborsato con mandato 12 del 2026');
    await galli.look('console-anomalie');
    await galli.go('/console/pagamenti?scheda=ricevute');
    await galli.page.getByRole('table').waitFor();
    await galli.look('console-ricevute');
    await galli.field(galli.say('payments.anomalies.show')).selectOption('without-position');
    await galli.sees(galli.say('payments.receipts.none.without-position'));
    await galli.go('/console/pagamenti?scheda=ricevute-rifiutate');
    await galli.sees(galli.say('payments.refused.empty'));
    await galli.go('/console/pagamenti?scheda=impostazioni');
    await galli.sees(galli.say('payments.settings.administrator'));
    await galli.look('console-impostazioni-lette');
  });

  test('PAY-47: what was transferred is read flow by flow, with what does not fit', async () => {
    const payments = paymentsUrl();
    const id = crypto.randomUUID();
    const name = '2026-11-11PSPSIMUL-0000000001';
    // Flows are fetched some times a day: here nobody waits for that.
    await query(
      payments,
      `insert into flows select '${id}', organization_id, 'PSPSIMUL', '${name}', 1, now(), 'taken', 'CRO1', '2026-11-12', 2, 1100, 1, now(), null
       from creditors where fiscal_code = '77777777771'`,
    );
    await query(
      payments,
      `insert into flow_rows values ('${id}', 1, '01000000000000144', 'a1', 1, 1000, 'EXECUTED', '2026-11-11', 'matched', null),
         ('${id}', 2, '99000000000009999', 'b2', 1, 100, 'EXECUTED', '2026-11-11', 'unknown_notice', null)`,
    );
    await galli.go('/console/pagamenti?scheda=flussi');
    await galli.page.getByRole('link', { name }).waitFor();
    await galli.look('console-flussi');
    await galli.page.getByRole('link', { name }).click();
    await galli.sees(galli.say('payments.flow.outcome.unknown_notice'));
    await galli.look('console-flusso');
    await galli.field(galli.say('payments.column.outcome')).selectOption('revoked');
    await galli.sees(galli.say('payments.flow.empty'));
  });

  test('BKO-20: a table of what is owed is asked for, and downloaded once it is ready', async () => {
    await galli.go('/console/pagamenti?scheda=esportazioni&stato=to_pay');
    await galli.sees(galli.say('payments.export.empty'));
    await galli.button('payments.export.ask').click();
    const button = galli.page.getByRole('button', { name: /\.xlsx$/ });
    await button.waitFor();
    await galli.look('console-esportazioni');
    const [file] = await Promise.all([galli.page.waitForEvent('download'), button.click()]);
    expect(file.suggestedFilename()).toMatch(/^Posizioni .*\.xlsx$/);
  });

  test('INT-22: a file of dues is tried and then imported, and one of them gets a new notice and is withdrawn', async () => {
    const line = (number: string, code: string) => `Tributi;${number};${code};Federica Neri;TARI 2026;148,00;31/12/2999`;
    const { identity } = await mayor.ask('rpc.identity.get-account.v1', {});
    const csv = ['source;number;debtorCode;debtorName;reason;amount;dueOn', line('T-1', identity.fiscalCode), line('T-2', 'X')].join(
      '\r\n',
    );
    await galli.go('/console/pagamenti?scheda=importazione');
    await galli.button('payments.import.try').click();
    await galli.sees(galli.say('ui.csv.missing'));
    const file = { name: 'dovuti.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await galli.page.locator('input[type="file"]').setInputFiles(file);
    await galli.button('payments.import.try').click();
    await galli.isTold(galli.say('payments.import.counts', { added: 1, known: 0, refused: 1 }));
    await galli.look('console-importazione');
    await galli.button('payments.import.take').click();
    await galli.sees(galli.say('payments.import.report.taken'));
    await galli.go('/console/pagamenti?q=tari');
    await galli.page.getByRole('rowheader').getByRole('link').click();
    await galli.button('payments.do.cancel').waitFor();
    await galli.page.getByRole('button', { name: new RegExp(`^${galli.say('payments.renew')} `) }).waitFor();
    await grow('amount_cents = 14800');
    await galli.page.reload();
    await galli.sees(/2998/);
    expect(await galli.page.getByText(/2020/).count()).toBe(0);
    await galli.page.getByRole('button', { name: new RegExp(`^${galli.say('payments.renew')} `) }).click();
    await galli.field(galli.say('payments.do.reason')).fill('Avviso smarrito');
    await galli.look('console-nuovo-avviso');
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('payments.renew'), exact: true })
      .click();
    await eventually(async () => {
      await galli.page.reload();
      await galli.page.getByRole('button', { name: new RegExp(`^${galli.say('payments.renew')} `) }).waitFor({ timeout: 5_000 });
    });
    await galli.sees(galli.say('payments.item.replaced'));
    await galli.look('console-posizione-rinnovata');
    await galli.button('payments.do.cancel').click();
    await galli.field(galli.say('payments.do.reason')).fill('In autotutela');
    await galli.look('console-annulla');
    await galli
      .dialog()
      .getByRole('button', { name: galli.say('payments.do.cancel') })
      .click();
    await galli.dialog().waitFor({ state: 'hidden' });
    await galli.button('payments.do.cancel').waitFor({ state: 'hidden' });
    await galli.sees(galli.say('payments.state.cancelled'));
  });

  test('an administrator changes the settings of pagoPA, and each mistake is told at its field', async () => {
    const moretti = await arriveIn({ language: 'en', width: 390 }, 'moretti', 'services.title');
    await moretti.go('/console/pagamenti');
    await moretti.page.getByRole('table').waitFor();
    await moretti.look('console-positions');
    await moretti.go('/console/pagamenti?scheda=impostazioni');
    const iban = moretti.field(moretti.say('payments.settings.iban'));
    const right = await iban.inputValue();
    await iban.fill('IT60X0542811101000000123457');
    moretti.expectTrouble(/422/);
    await moretti.button('ui.settings.save').click();
    await moretti.page.locator('[aria-invalid="true"]').waitFor();
    await moretti.look('console-settings-mistake');
    await iban.fill(right);
    await moretti.field(moretti.say('payments.settings.contacts')).fill('Tel. 011 1234567');
    await moretti.button('ui.settings.save').click();
    await moretti.isTold(moretti.say('ui.settings.saved'));
    expect(moretti.unexpected()).toEqual([]);
    await moretti.close();
  });
});

describe('an outcome that is held until it is paid', () => {
  const setting = { language: 'it', width: 1280 } as const;
  let federica: Person;
  let bianchi: Person;
  beforeAll(async () => {
    await setPayment({ payment: 'release', paymentCents: undefined });
    federica = await arrive({ browser, world, setting, album, name: 'federica.neri' });
    bianchi = await arrive({ browser, world, setting, album, name: 'bianchi', app: 'console' });
  });
  afterAll(async () => {
    expect([...federica.unexpected(), ...bianchi.unexpected()]).toEqual([]);
    await federica.close();
    await bianchi.close();
  });

  /** Taken in charge, and approved with a payment. */
  async function approve(): Promise<string> {
    const { id, number } = await sendRequest(mayor);
    await bianchi.go(`/console/pratiche/${id}`);
    await bianchi.button('action.take').click();
    await bianchi.button('action.approve').click();
    await bianchi.field(bianchi.say('dialog.message')).fill('Gli utenti saranno abilitati.');
    await bianchi.page.getByLabel(bianchi.say('dues.deferred.ask')).check();
    await bianchi.field(bianchi.say('stamps.reason')).fill('Diritti di segreteria');
    await bianchi.field(bianchi.say('stamps.amount')).fill('25,00');
    await bianchi.page.getByLabel(bianchi.say('dialog.confirm.approve', { number })).check();
    await bianchi.look('approva-con-pagamento');
    await bianchi.button('dialog.send.approve').click();
    await bianchi.dialog().waitFor({ state: 'detached' });
    expect(await statusOf(id)).toBe('awaiting_payment');
    return id;
  }

  test('PRA-50, PAY-09: the applicant pays, and only then reads the outcome', async () => {
    const id = await approve();
    await federica.go(`/area-personale/pratiche/${id}`);
    await federica.page.getByText(federica.say('dues.release')).waitFor();
    expect(await federica.page.getByText('Gli utenti saranno abilitati.').count()).toBe(0);
    await federica.look('esito-da-pagare');
    const { payments } = await mayor.ask('rpc.practices.get.v1', { id });
    const positionId = payments?.[0]?.id ?? '';
    await eventually(async () => expect((await mayor.ask('rpc.payments.get.v1', { id: positionId })).state).toBe('to_pay'));
    await federica.page.getByRole('link', { name: federica.say('dues.payNamed', { reason: 'Diritti di segreteria' }) }).click();
    await federica.button('payments.online').click();
    await press(federica, /^Carta che paga$/, /^Paga /);
    await federica.page.getByText(federica.say('payments.outcome.completed')).waitFor();
    await eventually(async () => expect(await statusOf(id)).toBe('approved'));
    await federica.go(`/area-personale/pratiche/${id}`);
    await federica.sees('Gli utenti saranno abilitati.');
    await federica.look('esito-pagato');
  });

  test('PAY-45: an officer registers what was paid elsewhere, after being told that it cannot be undone', async () => {
    const id = await approve();
    await bianchi.page
      .getByRole('navigation', { name: bianchi.say('practice.tabs') })
      .getByRole('link', { name: bianchi.say('tab.payments') })
      .click();
    await bianchi.button('dues.register').click();
    await bianchi.dialog().waitFor();
    await bianchi.look('registra-pagamento');
    await bianchi
      .dialog()
      .getByRole('button', { name: bianchi.say('dues.register.send') })
      .click();
    await bianchi.dialog().waitFor({ state: 'detached' });
    await bianchi.sees(bianchi.say('dues.register.done'));
    await eventually(async () => expect(await statusOf(id)).toBe('approved'));
    await bianchi.look('pagamento-registrato');
  });

  test('PRA-06: a request that waits for its payment is thrown away with its notice', async () => {
    await setPayment({ payment: 'request', paymentCents: 1_000 });
    const { id, positionId } = await ask();
    // Word of the deletion may reach the page before the answer to it: the page then asks for what is gone.
    federica.expectTrouble(new RegExp(`status of 404 .*practices/${id}`));
    await federica.go(`/area-personale/pratiche/${id}`);
    await federica.page.getByRole('button', { name: /^Elimina/ }).click();
    await federica.sees(federica.say('delete.detail.notice'));
    await federica.look('elimina-da-pagare');
    await federica
      .dialog()
      .getByRole('button', { name: federica.say('delete.confirm.notice') })
      .click();
    await federica.seesTitle(federica.say('menu.mine'));
    await eventually(async () => expect((await mayor.ask('rpc.payments.get.v1', { id: positionId })).state).toBe('cancelled'));
  });
});

test('payments and practices each miss what the other told while they were away, and nothing of it is lost', async () => {
  const payments = stack.service('payments');
  await payments.stop();
  const id = await toBePaid();
  expect(await statusOf(id)).toBe('awaiting_payment');
  await payments.start();
  const positionId = await noticeOf(id);
  const { creditorFiscalCode, options } = await mayor.ask('rpc.payments.get.v1', { id: positionId });
  const noticeNumber = options[0]?.instalments[0]?.noticeNumber ?? '';
  const practices = stack.service('practices');
  await practices.stop();
  const desk = { method: 'POST', body: new URLSearchParams({ noticeNumber, fiscalCode: creditorFiscalCode ?? '' }) };
  expect(await fetch(`${stack.pagopa.url}/sportello/pagamento`, desk)).toMatchObject({ status: 200 });
  await eventually(async () => expect((await mayor.ask('rpc.payments.get.v1', { id: positionId })).state).toBe('paid'));
  await practices.start();
  await eventually(async () => expect(await statusOf(id)).toBe('submitted'));
});
