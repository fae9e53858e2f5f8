import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from './mail.ts';

const pdf = Buffer.from('%PDF-1.7 a receipt');
let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher();
});

afterEach(() => {
  catcher.behave('ok');
  catcher.clear();
});

afterAll(() => catcher?.stop());

function send(subject: string) {
  const transport = createTransport({ url: catcher.smtpUrl });
  return transport.sendMail({
    from: 'Sportello <no-reply@sportello.example>',
    to: 'Giulia <giulia@example.org>',
    subject,
    text: 'La sua istanza è stata inviata.',
    html: '<p>La sua istanza è stata <b>inviata</b>.<script>alert(1)</script></p>',
    attachments: [{ filename: 'ricevuta n° 1.pdf', content: pdf }],
  });
}

test('a mail is shown with its text and its attachments, the newest first', async () => {
  await send('Prima');
  await send('<b>Seconda</b>');

  const messages: unknown = await (await fetch(`${catcher.url}/messages`)).json();
  expect(messages).toHaveLength(2);
  expect(messages).toHaveProperty('0.html');
  expect(catcher.messages()).toEqual(messages);
  expect(catcher.messages()[0]).toMatchObject({
    to: ['giulia@example.org'],
    subject: '<b>Seconda</b>',
    messageId: expect.stringMatching(/^<.+@sportello\.example>$/),
    text: expect.stringContaining('La sua istanza è stata inviata.'),
    attachments: [
      {
        filename: 'ricevuta n° 1.pdf',
        size: pdf.length,
        contentType: 'application/pdf',
        sha256: createHash('sha256').update(pdf).digest('hex'),
      },
    ],
  });
  const list = await (await fetch(catcher.url)).text();
  expect(list.indexOf('&lt;b&gt;Seconda')).toBeGreaterThan(0);
  expect(list.indexOf('Prima')).toBeGreaterThan(list.indexOf('Seconda'));
});

test('the page of a mail runs nothing of what the mail brings', async () => {
  await send('Pratica');
  const { number } = catcher.messages()[0] ?? {};

  const page = await (await fetch(`${catcher.url}/mails/${number}`)).text();
  expect(page).toContain('<iframe title="The mail as HTML" sandbox');
  expect(page).not.toContain('<script>');
  const html = await fetch(`${catcher.url}/mails/${number}/html`);
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  const attachment = await fetch(`${catcher.url}/mails/${number}/attachments/0`);
  expect(attachment.headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(Buffer.from(await attachment.arrayBuffer())).toEqual(pdf);
  expect((await fetch(`${catcher.url}/mails/999`)).status).toBe(404);
});

test('it forgets its mails when it is asked to', async () => {
  await send('Pratica');
  expect((await fetch(`${catcher.url}/messages`, { method: 'DELETE' })).status).toBe(204);
  expect(catcher.messages()).toEqual([]);
});

test('no more than the newest 500 mails are kept', async () => {
  const transport = createTransport({ url: catcher.smtpUrl, pool: true, maxMessages: Number.POSITIVE_INFINITY });
  const numbers = Array.from({ length: 505 }, (_, index) => index + 1);
  await Promise.all(
    numbers.map((number) => transport.sendMail({ from: 'a@example.org', to: 'b@example.org', subject: `${number}`, text: '' })),
  );
  transport.close();
  expect(catcher.messages()).toHaveLength(500);
});

test.each([
  ['refuse', 'EENVELOPE', 550],
  ['temporary-failure', 'EENVELOPE', 451],
] as const)('told to misbehave (%s), it answers the sender with an error and keeps nothing', async (mode, code, responseCode) => {
  await behave(mode);
  await expect(send('Pratica')).rejects.toMatchObject({ code, responseCode });
  expect(catcher.messages()).toEqual([]);
});

test('told to drop after data, it takes the mail and the sender is never told', async () => {
  await behave('drop-after-data');
  await expect(send('Pratica')).rejects.toMatchObject({ code: 'ECONNECTION' });
  expect(catcher.messages()).toHaveLength(1);
});

test('an unknown behaviour is refused', async () => {
  expect((await behave('rude')).status).toBe(422);
});

function behave(mode: string): Promise<Response> {
  return fetch(`${catcher.url}/behaviour`, { method: 'PUT', body: JSON.stringify({ mode }) });
}
