import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clickDayReceipt, longRequest, receipt, request } from '../test/inputs.js';
import { type DailyRegisterInput, dailyRegisterPdf, receiptPdf, requestPdf } from './pdf.js';

const hashOf = (pdf: Buffer) => createHash('sha256').update(pdf).digest('hex');
const hasPoppler = spawnSync('pdfinfo', ['-v']).error === undefined;
/** What poppler's tool says of a document; undefined, with a word about it, where poppler is not installed. */
function poppler(tool: string, options: string[], pdf: Buffer): string | undefined {
  if (!hasPoppler) {
    process.stderr.write(`Left out: ${tool} is not installed (Debian: poppler-utils)\n`);
    return undefined;
  }
  return execFileSync(tool, [...options, '-', ...(tool === 'pdftotext' ? ['-'] : [])], { input: pdf, stdio: 'pipe' }).toString();
}

test('a receipt made again has the same hash, also when others were made in between', async () => {
  const [first, firstRequest] = [hashOf(await receiptPdf(receipt)), hashOf(await requestPdf(longRequest))];
  await receiptPdf(clickDayReceipt);
  expect(hashOf(await receiptPdf(structuredClone(receipt)))).toBe(first);
  expect(hashOf(await requestPdf(structuredClone(longRequest)))).toBe(firstRequest);
  expect(hashOf(await receiptPdf({ ...receipt, number: 'SERV06_UTENTI_2022.0000009' }))).not.toBe(first);
});

test("ADM-34: a document bears the body's logo in the place of the mark, and reads aloud what it did without one", async () => {
  // Two by two pixels, one of them transparent.
  const logo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAYAAABytg0kAAAAGElEQVR4nGP4z8Dw/z8DA4j8//8EA0MDAElsCEIteWl5AAAAAElFTkSuQmCC',
    'base64',
  );
  const bearing = { ...receipt, organization: { ...receipt.organization, logo } };
  const [plain, marked] = [await receiptPdf(receipt), await receiptPdf(bearing)];
  expect(plain.toString('latin1')).not.toContain('/Subtype /Image');
  expect(marked.toString('latin1')).toContain('/Subtype /Image');
  expect(hashOf(await receiptPdf(structuredClone(bearing)))).toBe(hashOf(marked));
  expect(poppler('pdftotext', [], marked)).toBe(poppler('pdftotext', [], plain));
  expect(marked.toString('latin1').match(/\/S \/Figure/g)).toEqual(plain.toString('latin1').match(/\/S \/Figure/g));
});

test('a document says that it is an accessible archive copy, in which language, of whom and when', async () => {
  const source = (await receiptPdf(receipt)).toString('latin1');
  expect(source).toMatch(/^%PDF-1\.7/);
  expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
  expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
  expect(source).toContain('<xmp:CreateDate>2022-07-21T12:01:00Z</xmp:CreateDate>');
  expect(source).toContain('/Lang (it-IT)');
  expect(source).toContain('/DisplayDocTitle true');
  expect(source).toContain('/Marked true');
  expect(source).toContain('/OutputIntents');
  expect(source).not.toContain('Helvetica');
  expect(source).toContain(
    '/Alt (Codice QR che apre la pagina di verifica del documento: https://sportello.example/verifica/7KXM-2QPR-9WTB-C4H6)',
  );
  expect((await receiptPdf(clickDayReceipt)).toString('latin1')).toContain('/Lang (en-GB)');
});

const dailyRegister: DailyRegisterInput = {
  language: 'it',
  organization: { name: 'Regione Piemonte' },
  day: '21/07/2022',
  part: 1,
  parts: 1,
  createdAt: new Date('2022-07-21T22:00:00Z'),
  entries: Array.from({ length: 120 }, (_, at) => ({
    number: String(at + 1).padStart(7, '0'),
    at: new Date(Date.UTC(2022, 6, 21, 8, at % 60)),
    direction: at % 2 === 0 ? ('incoming' as const) : ('outgoing' as const),
    subject: `Istanza, ACCESSO_ATTI.${String(at + 1).padStart(7, '0')}`,
    correspondent: 'Federica Neri',
    sha256: receipt.sha256,
    documents: 2,
  })),
  annulments: [{ number: '0000003/2022', at: new Date('2022-07-21T09:00:00Z'), byName: 'Laura Galli', reason: 'Registrata due volte' }],
  previousSha256: receipt.sha256,
};

test('the daily register is the same when it is made again, and another when one hash in it is another', async () => {
  const first = hashOf(await dailyRegisterPdf(dailyRegister));
  expect(hashOf(await dailyRegisterPdf(structuredClone(dailyRegister)))).toBe(first);
  const entries = dailyRegister.entries.map((entry, at) => (at === 60 ? { ...entry, sha256: 'f'.repeat(64) } : entry));
  expect(hashOf(await dailyRegisterPdf({ ...dailyRegister, entries }))).not.toBe(first);
  const empty = { ...dailyRegister, entries: [], annulments: [], previousSha256: null };
  const texts = poppler('pdftotext', ['-raw'], await dailyRegisterPdf(dailyRegister));
  for (const text of ['0000001', '0000120', '0000003/2022', 'Registrata due volte']) expect(texts ?? text).toContain(text);
  expect(poppler('pdftotext', ['-raw'], await dailyRegisterPdf(empty)) ?? 'nessuno').toContain('nessuno: è il primo registro');
});

test('a receipt says that the number in the protocol is awaited, and the one of the registration says the number', async () => {
  const sent = poppler('pdftotext', ['-raw'], await receiptPdf({ ...receipt, protocol: 'awaited' }));
  expect(sent ?? 'in attesa di protocollazione').toContain('in attesa di protocollazione');
  const registered = poppler('pdftotext', ['-raw'], await receiptPdf({ ...receipt, isOfRegistration: true })) ?? '';
  if (registered) for (const text of ['Ricevuta di protocollazione', '0001234/2022 del 21/07/2022']) expect(registered).toContain(text);
});

test('PRA-86: a request that bears its protocol number says it on its first lines and at the foot of every page', async () => {
  const mark = { number: '0001234/2022', at: new Date('2022-07-21T08:00:00Z') };
  const pdf = await requestPdf({ ...request, protocol: mark });
  expect(hashOf(await requestPdf({ ...request, protocol: mark }))).toBe(hashOf(pdf));
  expect(hashOf(await requestPdf(request))).not.toBe(hashOf(pdf));
  const pages = poppler('pdftotext', ['-raw'], pdf)?.split('\f').filter(Boolean) ?? [];
  for (const page of pages) expect(page).toContain('0001234/2022 del 21/07/2022');
});

test('a name with signs of XML leaves the metadata whole', async () => {
  const pdf = await requestPdf({ ...request, procedure: 'Acqua & <luce>', organization: { name: "Comune di Sant'Angelo & C." } });
  expect(pdf.toString()).toContain('Acqua &amp; &lt;luce&gt;</rdf:li>');
  expect(pdf.toString()).toContain("<rdf:li>Comune di Sant'Angelo &amp; C.</rdf:li>");
  expect(poppler('pdfinfo', [], pdf) ?? 'Acqua & <luce>').toContain('Acqua & <luce>');
});

test('PRA-08: the receipt is read aloud in order: body, confirmation, form, number, date, hash, files, verification', async () => {
  const structure = poppler('pdfinfo', ['-struct-text'], await receiptPdf(receipt));
  if (structure === undefined) return;
  const spoken = [...structure.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text);
  expect(spoken.slice(0, 10)).toEqual([
    'Regione Piemonte',
    'Settore Politiche dell’istruzione',
    'Ricevuta di presentazione',
    "L'istanza è stata inviata correttamente",
    'Modulo',
    'Utenti Servizi 06',
    'Codice istanza',
    'SERV06_UTENTI_2022.0000008',
    'Data invio',
    '21/07/2022 14:01 (ora italiana, UTC+2)',
  ]);
  expect(spoken).toEqual(expect.arrayContaining([receipt.sha256, ...receipt.files.map((file) => file.sha256), receipt.verification.code]));
  expect(structure.match(/^ *\w+/gm)?.map((it) => it.trim())).toEqual(
    expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Link', 'Sect', 'Figure']),
  );
});

test('PRA-16: the printed request holds everything that was filled in, each value after its label', async () => {
  const structure = poppler('pdfinfo', ['-struct-text'], await requestPdf(request));
  if (structure === undefined) return;
  const spoken = [...structure.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text);
  for (const { label, value } of request.pages.flatMap((page) => page.sections).flatMap((section) => section.rows)) {
    const said = spoken[spoken.indexOf(label) + 1];
    expect(said).toBe(value === '' ? 'non compilato' : value.replaceAll('\n', ''));
  }
  expect(spoken[spoken.indexOf('Altre sedi') + 1]).toBe('Nessun dato in questa sezione.');
});

test('every page bears its number, the number of the request and the verification code', async () => {
  const pages = poppler('pdftotext', ['-layout'], await requestPdf(longRequest))
    ?.split('\f')
    .slice(0, -1);
  if (pages === undefined) return;
  expect(pages.length).toBeGreaterThan(10);
  pages.forEach((page, index) => {
    expect(page).toContain(`Pagina ${index + 1} di ${pages.length}`);
    expect(page).toContain('Codice istanza: SERV06_UTENTI_2022.0000008 · Codice di verifica: 7KXM-2QPR-9WTB-C4H6');
    expect(page).toContain('Regione Piemonte');
  });
});

test('no heading is left alone at the foot of a page, and the heads of a table come again on its next', async () => {
  const pages = poppler('pdftotext', ['-layout'], await requestPdf(longRequest))
    ?.split('\f')
    .slice(0, -1);
  if (pages === undefined) return;
  const headings = /^(Componente \d+|Componenti del nucleo|Testi|Relazione|Allegati|Nome del file.*)$/;
  for (const page of pages) {
    const lines = page.split('\n').map((line) => line.trim());
    const body = lines.filter((line) => line !== '').slice(0, -1); // without the foot
    expect(body.at(-1)).not.toMatch(headings);
    if (/^Documento \d+\.pdf/m.test(page)) expect(page).toContain('Nome del file');
  }
});

test('no text lies on another, and none leaves the page', async () => {
  for (const pdf of [await requestPdf(longRequest), await receiptPdf(receipt)]) {
    const layout = poppler('pdftotext', ['-bbox'], pdf);
    if (layout === undefined) return;
    for (const page of layout.split('<page ').slice(1)) {
      const words = [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">/g)].map((word) => {
        const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = word.slice(1).map(Number);
        const middle = (yMin + yMax) / 2; // the boxes are as tall as the tallest letters with accents: what lies between is looked at
        return { xMin, xMax, top: middle - (yMax - yMin) / 4, bottom: middle + (yMax - yMin) / 4 };
      });
      for (const [index, one] of words.entries()) {
        expect(one.xMin).toBeGreaterThan(50);
        expect(one.xMax).toBeLessThan(545);
        const covered = words.slice(index + 1).filter((two) => {
          return one.xMin < two.xMax - 0.5 && two.xMin < one.xMax - 0.5 && one.top < two.bottom && two.top < one.bottom;
        });
        expect(covered).toEqual([]);
      }
    }
  }
});

test('only fonts that the file itself holds are used', async () => {
  const list = poppler('pdffonts', [], await requestPdf(longRequest));
  if (list === undefined) return;
  const fonts = list
    .split('\n')
    .slice(2)
    .filter((line) => line !== '');
  expect(fonts).toHaveLength(4); // both weights, one of them for the rarer letters, and one for other alphabets
  for (const font of fonts) expect(font).toMatch(/(TitilliumWeb|DejaVuSans).* yes yes yes /);
});

test('a long document has bookmarks, a short one none', async () => {
  expect((await requestPdf(longRequest)).toString('latin1')).toContain('/Outlines');
  expect((await requestPdf(request)).toString('latin1')).not.toContain('/Outlines');
});

test('whatever was typed gives a document, and always the same', async () => {
  const value = fc.string({ unit: 'binary', maxLength: 300 });
  const row = fc.record({ label: value, value });
  const pages = fc.array(
    fc.record({ title: value, sections: fc.array(fc.record({ title: value, rows: fc.array(row) }), { maxLength: 3 }) }),
    { maxLength: 3 },
  );
  await fc.assert(
    fc.asyncProperty(pages, value, fc.constantFrom('it' as const, 'en' as const), async (filled, name, language) => {
      const input = { ...request, pages: filled, language, procedure: name, applicant: { name, fiscalCode: name }, organization: { name } };
      const pdf = await requestPdf(input);
      expect(pdf.subarray(-6).toString()).toBe('%%EOF\n');
      expect((await requestPdf(input)).equals(pdf)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
