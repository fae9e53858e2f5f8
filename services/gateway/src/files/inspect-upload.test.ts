import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { ScannerUnavailable, startScan } from '@sportello/documents/clamd';
import { Storage } from '@sportello/documents/storage';
import { fileTypes as all, type FileType } from '@sportello/forms/file-kinds';
import fc from 'fast-check';
import { eicar, startFakeClamd } from '../../../../libs/documents/test/clamd.js';
import { compoundFile, docx, jpeg, pdf, pem, png, signedDocument, xlsx } from '../../../../libs/forms/test/files.js';
import { inspectUpload, UploadRefused, type UploadRules } from './inspect-upload.js';

const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
const storage = await Storage.open(pathToFileURL(folder).href);
const clamd = await startFakeClamd();

afterAll(async () => {
  await clamd.stop();
  await rm(folder, { recursive: true });
});

/** Uploads the bytes in pieces of a size, as a browser would. */
function upload(bytes: Buffer, rules: Partial<UploadRules> = {}, pieceSize = 1000) {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, i) => bytes.subarray(i * pieceSize, (i + 1) * pieceSize));
  return inspectUpload(Readable.from(pieces), { storage, key: 'in/1', name: 'file', ...rules });
}
const refused = (reason: string) => expect.objectContaining({ constructor: UploadRefused, reason });

const samples: [FileType, string, Buffer][] = [
  ['application/pdf', 'domanda.pdf', pdf],
  ['image/jpeg', 'foto.jpeg', jpeg],
  ['image/jpeg', 'FOTO.JPG', jpeg],
  ['image/png', 'foto.png', png],
  ['application/msword', 'lettera.doc', compoundFile('WordDocument')],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'lettera.docx', docx],
  ['application/pkcs7-mime', 'domanda.pdf.p7m', signedDocument],
  ['application/pkcs7-mime', 'in una riga.p7m', Buffer.from(signedDocument.toString('base64'))],
  ['application/pkcs7-mime', 'in righe.p7m', Buffer.from(signedDocument.toString('base64').replace(/.{64}/g, '$&\r\n'))],
  ['application/pkcs7-mime', 'con cornice.p7m', pem(signedDocument, 'PKCS7')],
  ['application/pkcs7-mime', 'con cornice CMS.p7m', pem(signedDocument, 'CMS')],
  [
    'application/pkcs7-mime',
    'con attributi.p7m',
    Buffer.concat([
      Buffer.from(
        'Bag Attributes\r\n    friendlyName: Firma di Maria Rossi\r\n    localKeyID: 01 02 03 \r\nsubject=C = IT, CN = Maria Rossi\r\n\r\n',
      ),
      pem(signedDocument, 'PKCS7'),
    ]),
  ],
  ['application/xml', 'fattura.xml', Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a/>')],
  ['application/xml', 'con segno.xml', Buffer.from('\ufeff<?xml version="1.0"?><a/>')],
  ['application/xml', 'altra codifica.xml', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>perch\xe9</a>', 'latin1')],
  ['application/xml', 'sedici bit.xml', Buffer.from('\ufeff<?xml version="1.0"?><a/>', 'utf16le')],
  ['application/pdf', 'con riga vuota.pdf', Buffer.concat([Buffer.from('\r\n'), pdf])],
  ['text/plain', 'nota.txt', Buffer.from('Perché così?\r\nBMW targata AB123CD, 20 €')],
];

test.each(samples)('CAT-84: %s is known by its bytes (%s)', async (type, name, bytes) => {
  for (const pieceSize of [1, 7, 100_000]) {
    const stored = await upload(bytes, { name, allowedTypes: all }, pieceSize);
    expect(stored).toEqual({ key: 'in/1', name, type, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(await storage.getBytes('in/1')).toEqual(bytes);
    await storage.delete('in/1');
  }
});

test.each(samples)('CAT-84: %s is refused where it is not asked for, and nothing is kept (%s)', async (type, name, bytes) => {
  const allowedTypes = all.filter((other) => other !== type);
  await expect(upload(bytes, { name, allowedTypes })).rejects.toEqual(refused('wrong-type'));
  expect(await storage.exists('in/1')).toBe(false);
});

test.each([
  ['a program called .pdf', 'fattura.pdf', Buffer.from(`MZ${'\x90\0'.repeat(100)}`)],
  ['a sheet called .doc', 'lettera.doc', compoundFile('Workbook')],
  [
    'a sheet that speaks of Word',
    'lettera.doc',
    Buffer.concat([compoundFile('Workbook'), Buffer.from('x'), Buffer.from('WordDocument\0', 'utf16le')]),
  ],
  ['an archive called .docx', 'lettera.docx', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ['a sheet that holds a Word document, called .docx', 'lettera.docx', xlsx],
  ['a page called .txt', 'nota.txt', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a rich text called .txt', 'nota.txt', Buffer.from('{\\rtf1 ciao}')],
  ['a text with a null', 'nota.txt', Buffer.from('ciao\0')],
  ['a text that is not UTF-8', 'nota.txt', Buffer.from('perch\xe9', 'latin1')],
  ['a text cut within a character', 'nota.txt', Buffer.from('è').subarray(0, 1)],
])('CAT-84: a file that lies about its type is refused: %s', async (_, name, bytes) => {
  await expect(upload(bytes, { name, allowedTypes: all })).rejects.toEqual(refused('wrong-type'));
  expect(await storage.exists('in/1')).toBe(false);
});

test.each([
  ['fattura.pdf', jpeg, "Il file è un'immagine JPEG, il nome dice PDF", 'The file is a JPEG image, its name says PDF'],
  ['foto.jpg', pdf, 'Il file è un documento PDF, il nome dice JPEG', 'The file is a PDF document, its name says JPEG'],
  [
    'contratto.pdf',
    signedDocument,
    'Il file è un file firmato (P7M), il nome dice PDF',
    'The file is a signed file (P7M), its name says PDF',
  ],
  ['nota.txt', Buffer.from('<?xml version="1.0"?><html/>'), 'Il file è un file XML, il nome dice TXT', 'an XML file, its name says TXT'],
  ['a.p7m', Buffer.from(pdf.toString('base64')), 'Il file è un testo semplice (TXT), il nome dice P7M', 'its name says P7M'],
  [
    'c.p7m',
    Buffer.concat([Buffer.from('Bag Attributes\n'), pem(signedDocument, 'CMS'), Buffer.from('<script>')]),
    'Il file è un testo',
    'P7M',
  ],
  ['d.p7m', Buffer.concat([Buffer.from('echo: 1\n'), pem(signedDocument, 'CMS')]), 'Il file è un testo semplice', 'its name says P7M'],
  ['b.p7m', Buffer.from(`${signedDocument.toString('base64')}\n<script>`), 'Il file è un testo semplice', 'its name says P7M'],
])('CAT-84: a file whose name says something else is refused with what it is and what it says: %s', async (name, bytes, it, en) => {
  const refusal = (await upload(bytes, { name, allowedTypes: all }).catch((error: unknown) => error)) as UploadRefused;
  expect(refusal).toEqual(refused('misnamed'));
  expect(refusal.tell('it')).toContain(it);
  expect(refusal.tell('en')).toContain(en);
  expect(await storage.exists('in/1')).toBe(false);
});

test.each([
  ['fattura.pdf', jpeg, "Il file è un'immagine JPEG, il nome dice PDF. Formati ammessi: .pdf.", 'Accepted formats: .pdf.'],
  ['fattura.jpg', jpeg, "Il file è un'immagine JPEG. Formati ammessi: .pdf.", 'The file is a JPEG image. Accepted formats: .pdf.'],
  ['dati.xlsx', xlsx, 'Il file è un foglio Excel. Formati ammessi: .pdf.', 'The file is an Excel sheet.'],
  ['pagina.html', Buffer.from('<html></html>'), 'Il file è una pagina web.', 'The file is a web page.'],
  [
    'a.pdf',
    Buffer.from('noise\0'),
    'Il contenuto del file non è di un formato ammesso, il nome dice PDF.',
    'not in an accepted format, its name says PDF',
  ],
])('CAT-84: a refusal says what the file is, in both languages: %s', async (name, bytes, it, en) => {
  const refusal = (await upload(bytes, { name, allowedTypes: ['application/pdf'] }).catch((error: unknown) => error)) as UploadRefused;
  expect(refusal).toEqual(refused('wrong-type'));
  expect(refusal.tell('it')).toContain(it);
  expect(refusal.tell('en')).toContain(en);
});

test.each([
  ['x.html', 'x.pdf'],
  ['a.pdf.exe', 'a.pdf'],
  ['fattura.hta', 'fattura.pdf'],
  ['senza', 'senza.pdf'],
  ['Delibera n.12', 'Delibera n.12.pdf'],
  ['a.pdf.', 'a.pdf'],
  ['a.svgz', 'a.pdf'],
  ['DOMANDA.PDF', 'DOMANDA.PDF'],
  ['a.pdf:b', 'a.pdf_b.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
  ['x'.repeat(300), `${'x'.repeat(146)}.pdf`],
])('CAT-84: a PDF called %s is kept under the name %s', async (name, kept) => {
  expect(await upload(pdf, { name })).toMatchObject({ name: kept });
  await storage.delete('in/1');
});

test('CAT-84: the long name of a signed file keeps both endings', async () => {
  const { name } = await upload(signedDocument, { name: `${'x'.repeat(300)}.pdf.p7m`, allowedTypes: all });
  expect(name).toMatch(/^x{142}\.pdf\.p7m$/);
  await storage.delete('in/1');
});

test('TIC-07: .jpeg, .pdf and .doc up to 5 MB are taken, other formats and bigger files are refused naming format or size', async () => {
  const fiveMegabytes = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024 - pdf.length, ' ')]);
  expect(await upload(fiveMegabytes, {}, 65_536)).toMatchObject({ size: 5_242_880 });
  const tooBig: unknown = await upload(Buffer.concat([fiveMegabytes, Buffer.from(' ')]), { key: 'in/2' }, 65_536).catch(
    (it: unknown) => it,
  );
  expect(tooBig).toEqual(refused('too-big'));
  expect((tooBig as UploadRefused).tell('it')).toBe('Il file supera la dimensione massima di 5 MB.');
  const wrong: unknown = await upload(png, { key: 'in/2' }).catch((it: unknown) => it);
  expect((wrong as UploadRefused).tell('it')).toBe("Il file è un'immagine PNG. Formati ammessi: .jpeg, .jpg, .pdf, .doc.");
  expect((wrong as UploadRefused).tell('en')).toContain('Accepted formats: .jpeg, .jpg, .pdf, .doc.');
  expect(await storage.exists('in/2')).toBe(false);
});

test('a file too big is let go at once and not read to its end', async () => {
  let sent = 0;
  async function* endless() {
    yield pdf;
    for (;;) {
      sent += 1000;
      yield Buffer.alloc(1000);
    }
  }
  await expect(inspectUpload(Readable.from(endless()), { storage, key: 'in/3', name: 'a.pdf', maxBytes: 10_000 })).rejects.toEqual(
    refused('too-big'),
  );
  expect(sent).toBeLessThan(50_000);
});

test('an empty file is refused', async () => {
  await expect(upload(Buffer.alloc(0), { name: 'vuoto.pdf' })).rejects.toEqual(refused('empty'));
});

test('a line that falls leaves nothing', async () => {
  async function* falling() {
    yield pdf;
    throw new Error('the line fell');
  }
  await expect(inspectUpload(Readable.from(falling()), { storage, key: 'in/4', name: 'a.pdf' })).rejects.toThrow('the line fell');
  expect(await storage.exists('in/4')).toBe(false);
});

test('noise never passes for a document, and never breaks the reader', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.constantFrom(...samples), async (noise, [, , sample]) => {
      const bytes = Buffer.concat([sample.subarray(0, noise[0]), noise]);
      const key = `noise/${crypto.randomUUID()}`;
      const outcome: unknown = await upload(bytes, { key, allowedTypes: all }).catch((it: unknown) => it);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UploadRefused);
    }),
  );
});

test('CAT-84: with a scanner a clean file is taken and an infected one is not', async () => {
  const startOne = () => startScan(clamd.address);
  expect(await upload(pdf, { key: 'in/5', startScan: startOne })).toMatchObject({ size: pdf.length });
  const infected = upload(Buffer.concat([pdf, Buffer.from(eicar)]), { key: 'in/6', startScan: startOne }, 10);
  await expect(infected).rejects.toEqual(refused('infected'));
  expect(await storage.exists('in/6')).toBe(false);
});

test.each(['refuses', 'is silent', 'hangs up', 'says too big'] as const)('a file is not taken when the scanner %s', async (mood) => {
  const moody = await startFakeClamd(mood);
  if (mood === 'refuses') await moody.stop();
  const bytes = Buffer.concat([pdf, Buffer.alloc(2_000_000, 'x')]);
  await expect(upload(bytes, { key: 'in/7', startScan: () => startScan(moody.address, 0.3) }, 65_536)).rejects.toThrow(ScannerUnavailable);
  expect(await storage.exists('in/7')).toBe(false);
  if (mood !== 'refuses') await moody.stop();
});
