import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as reader from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Output } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { confirmUpload, prepareUpload } from '@sportello/contracts/practices/attachments';
import { completePractice } from '@sportello/contracts/practices/drafts';
import { getExportAddress, listExports, requestExport } from '@sportello/contracts/practices/exports';
import { checkHistory } from '@sportello/contracts/practices/history-check';
import { sendMessage } from '@sportello/contracts/practices/messages';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { bianchi, federica, ferrari } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';
import { Export } from './export.entity.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const pathOf = (key: string) => fileURLToPath(`${world.service.environment['STORAGE_URL']}/${key}`);
const delegation = { purpose: 'form', fieldKey: 'delegation' } as const;
/** As the reader of archives gives it. */
interface Archive {
  FullPaths: string[];
  FileIndex: { content?: Uint8Array }[];
}
const pdf = Buffer.from('%PDF-1.4 delega');

/** Sent with an attachment that is called so. */
async function sentWith(fileName: string): Promise<{ id: string; number: string; key: string }> {
  const attachmentId = randomUUID();
  const id = await world.draft(procedureId, federica, {
    ...answers,
    isDelegate: true,
    delegation: [{ id: attachmentId, name: 'delega.pdf' }],
  });
  const { key } = await world.ask(prepareUpload, { id, attachmentId, ...delegation }, federica);
  mkdirSync(dirname(pathOf(key)), { recursive: true });
  writeFileSync(pathOf(key), pdf);
  const file = { name: fileName, type: 'application/pdf', sizeBytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') };
  await world.ask(confirmUpload, { id, attachmentId, ...delegation, key, ...file }, federica);
  await world.move(completePractice, { id }, federica);
  await world.move(submitPractice, { id }, federica);
  const [{ number }] = await eventually(async () => {
    const rows = await world.service.db.query('select number from practices where id = $1 and receipt_issued_at is not null', [id]);
    expect(rows).toHaveLength(1);
    return rows;
  });
  return { id, number, key };
}

type Wish = Partial<Asked<typeof requestExport>>;
async function archived(
  wish: Wish,
  by = bianchi,
): Promise<{ id: string; row: Output<typeof listExports>['items'][number]; files: Map<string, Buffer> }> {
  const id = randomUUID();
  await world.ask(requestExport, { id, format: 'zip', filters: {}, columns: null, ...wish }, by);
  const row = await eventually(async () => {
    const found = (await world.ask(listExports, {}, by)).items.find((item) => item.id === id);
    expect(['ready', 'failed']).toContain(found?.state);
    return found as Output<typeof listExports>['items'][number];
  });
  const { key } = await world.service.db.manager.findOneByOrFail(Export, { id });
  const { FullPaths, FileIndex } = reader.CFB.read(readFileSync(pathOf(key ?? '')), { type: 'buffer' }) as Archive;
  const entries = FullPaths.map((path, at) => [path.replace('Root Entry/', ''), Buffer.from(FileIndex[at]?.content ?? [])] as const);
  return { id, row, files: new Map(entries.filter(([path]) => path && !path.endsWith('/') && !path.endsWith('Sh33tJ5'))) };
}
const indexOf = (files: Map<string, Buffer>) =>
  String(files.get('indice.csv'))
    .slice(1)
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';'));

test('BKO-24: an archive has a folder for each practice, with form, attachments, receipts, outcome and a history that can be verified', async () => {
  const { id, number } = await sentWith('../../etc/passwd\u202Efdp.pdf');
  await world.move(takePractice, { id }, bianchi);
  await world.ask(sendMessage, { id, messageId: randomUUID(), text: 'Buongiorno', attachmentIds: [] }, bianchi);
  await world.move(decidePractice, { id, decision: 'approved', message: 'Accolta', attachmentIds: [] }, bianchi);
  const { row, files } = await archived({ filters: { procedureId, practiceIds: [id] } });
  expect(row).toMatchObject({ format: 'zip', total: 1, state: 'ready', name: expect.stringMatching(/\.zip$/) });
  const names = [
    `${number}/pratica.json`,
    `${number}/storico-${number}.json`,
    `${number}/domanda-${number}.pdf`,
    `${number}/ricevuta-${number}.pdf`,
  ];
  expect([...files.keys()].sort()).toEqual([...names, `${number}/allegati/01 passwdfdp.pdf`, 'indice.csv'].sort());
  expect(files.get(`${number}/allegati/01 passwdfdp.pdf`)).toEqual(pdf);
  expect(String(files.get(`${number}/ricevuta-${number}.pdf`)).slice(0, 5)).toBe('%PDF-');
  expect(await checkHistory(new Uint8Array(files.get(`${number}/storico-${number}.json`) as Buffer), null)).toMatchObject({
    is: 'genuine',
  });
  expect(JSON.parse(String(files.get(`${number}/pratica.json`)))).toMatchObject({
    number,
    status: { value: 'approved' },
    form: { isDelegate: true },
    outcome: { message: 'Accolta' },
    messages: [{ from: 'office', text: 'Buongiorno' }],
  });
  for (const [, name = '', , presence, size, sha256] of indexOf(files)) {
    const bytes = files.get(name);
    expect([presence, Number(size), sha256]).toEqual([
      'Presente',
      bytes?.length,
      createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    ]);
  }
});

test('BKO-24: what is no longer in the storage, or is another file there, is named in the index, and the rest of the archive is whole', async () => {
  const [gone, changed] = [await sentWith('a.pdf'), await sentWith('a.pdf')];
  rmSync(pathOf(gone.key));
  writeFileSync(pathOf(changed.key), 'something else');
  await world.service.db.query(`update passages set reason = 'x' where subject_id = $1 and move = 'submit'`, [changed.id]);
  const { row, files } = await archived({ filters: { procedureId, practiceIds: [gone.id, changed.id] } });
  expect(row).toMatchObject({ state: 'ready', total: 2 });
  const faults = indexOf(files).filter(([, , , presence]) => presence !== 'Presente');
  expect(faults.map(([number, , what, presence]) => [number, what, presence?.split(' ')[0]]).sort()).toEqual(
    [
      [gone.number, 'Allegato', 'Mancante:'],
      [changed.number, 'Allegato', 'Non'],
      [changed.number, 'Storico verificabile', 'Non'],
    ].sort(),
  );
  expect([...files.keys()].filter((name) => name.includes('ricevuta'))).toHaveLength(2);
});

test('BKO-24: an archive holds what its requester may work, is noted for each applicant, and is not downloaded by whoever may no longer', async () => {
  const { id } = await sentWith('b.pdf');
  const other = await world.sent(await world.procedure());
  const hers = { ...ferrari, personId: randomUUID() };
  await world.enable(hers, procedureId);
  const { id: exported, row } = await archived({ filters: { practiceIds: [id, other] } }, hers);
  expect(row.total).toBe(1);
  const noted = (await world.service.published(accessNoted)) as { action: string; officerId: string; subjectId: string }[];
  expect(noted.filter((one) => one.action === 'practice-exported' && JSON.stringify(one).includes(hers.personId))).toHaveLength(1);
  const lost = { officerId: hers.personId, organizationId: hers.organizationId, officeId: null, officeName: null, version: 2 };
  await world.say(rightsChanged, { ...lost, role: 'officer', subjects: [], isActive: true, name: 'X' } as never);
  expect((await refusal(world.ask(getExportAddress, { id: exported }, hers))).type).toBe('export-not-found');
  const wish = { id: randomUUID(), format: 'zip' as const, filters: {}, columns: ['number'] };
  expect((await refusal(world.ask(requestExport, wish, hers))).type).toBe('invalid-input');
});
