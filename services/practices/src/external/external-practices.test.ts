import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  deleteExternalPractice,
  importExternalPractices,
  listOwnExternalPractices,
  putExternalPractice,
} from '@sportello/contracts/practices/external';
import { administrator, bianchi, dimostrativo, federica, federicaAsCitizen, giulia } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

/** As the stand-in of identity says it. */
const codeOf = ({ personId }: typeof giulia) => `RSSMRA80A01H5${String(personId).slice(-3).toUpperCase()}`;
const told = (changes: object = {}) => ({
  id: randomUUID(),
  fiscalCode: codeOf(giulia),
  number: randomUUID().slice(0, 8),
  origin: 'SUAP Unione Montana',
  title: 'Ampliamento',
  status: 'In istruttoria',
  submittedOn: '2026-10-05',
  changedOn: '2026-11-20',
  link: 'https://suap.example.it/1',
  ...changes,
});
const own = async (who = giulia) => (await world.ask(listOwnExternalPractices, {}, who)).items;
const foreign = { ...administrator, organizationId: dimostrativo };

test('PRA-53, INT-03, INT-21: what another system tells is in the list of whom it belongs to, with its origin; told again it goes on', async () => {
  const practice = told();
  for (let press = 0; press < 2; press += 1) await world.ask(putExternalPractice, practice, administrator);
  const older = told({ changedOn: '2025-01-01', link: null, submittedOn: null });
  await world.ask(putExternalPractice, older, administrator);
  expect(await own()).toMatchObject([
    { id: practice.id, number: practice.number, origin: 'SUAP Unione Montana', organizationName: 'Regione Piemonte', link: practice.link },
    { id: older.id },
  ]);
  await world.ask(putExternalPractice, { ...practice, status: 'Conclusa', changedOn: '2026-11-25' }, administrator);
  expect((await own())[0]).toMatchObject({ id: practice.id, status: 'Conclusa', changedOn: '2026-11-25' });
  // Under another id, or in the name of another body, it is not changed.
  expect(await refusal(world.ask(putExternalPractice, { ...practice, id: randomUUID() }, administrator))).toMatchObject({
    type: 'external-practice-known',
  });
  expect(await refusal(world.ask(putExternalPractice, practice, foreign))).toMatchObject({ type: 'external-practice-known' });
  expect(await refusal(world.ask(deleteExternalPractice, { id: practice.id }, foreign))).toMatchObject({ status: 404 });
  for (const { id } of [practice, older]) await world.ask(deleteExternalPractice, { id }, administrator);
  expect(await own()).toEqual([]);
});

test('PRA-53: nobody else sees it, nor an officer tells it, nor a link that is not secure is taken', async () => {
  const practice = told({ fiscalCode: codeOf(federica) });
  await world.ask(putExternalPractice, practice, administrator);
  expect(await own(giulia)).toEqual([]);
  expect(await own(federica)).toEqual([]);
  expect(await own(federicaAsCitizen)).toHaveLength(1);
  expect(await refusal(world.ask(putExternalPractice, told(), bianchi))).toMatchObject({ status: 403 });
  for (const link of ['http://suap.example.it/1', 'javascript:alert(1)'])
    expect(await refusal(world.ask(putExternalPractice, told({ link }), administrator))).toMatchObject({ type: 'invalid-input' });
});

test('INT-03: a file is imported with a report for each row, and again without doubling anything', async () => {
  const head = 'fiscalCode;number;origin;title;status;submittedOn;changedOn;link';
  const right = 'RSSMRA80A01H501U;A-1;SUAP;"Dehors; 20 m²";Aperta;05/10/2026;2026-11-20;https://suap.example.it/1';
  const file = (...rows: string[]) => world.ask(importExternalPractices, { csv: [head, ...rows, ''].join('\r\n') }, administrator);
  const wrong = [
    'NOCODE;A-2;SUAP;X;Y;;20/11/2026;',
    'RSSMRA80A01H501U;A-3;SUAP;X;Y;;31/02/2026;',
    'RSSMRA80A01H501X;A-4;SUAP;X;Y;;20/11/2026;',
  ];
  const report = await file(right, ...wrong);
  expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 0, refused: 3 });
  expect(report.rows).toMatchObject([
    { line: 2, number: 'A-1', result: 'added', reason: null },
    { line: 3, number: 'A-2', result: 'refused', reason: 'Valore mancante o non valido: fiscalCode' },
    { line: 4, number: 'A-3', result: 'refused', reason: 'Valore mancante o non valido: changedOn' },
    { line: 5, number: 'A-4', result: 'refused', reason: 'Valore mancante o non valido: fiscalCode' },
  ]);
  expect(await file(right)).toMatchObject({ added: 0, unchanged: 1 });
  expect(await file(right.replace('Aperta', 'Chiusa'))).toMatchObject({ added: 0, changed: 1 });
  // Twice in one file it is one.
  expect(await file(right, right)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  const kept = await world.service.db.query(`select title, status, submitted_on::text from external_practices where number = 'A-1'`);
  expect(kept).toEqual([{ title: 'Dehors; 20 m²', status: 'Aperta', submitted_on: '2026-10-05' }]);
  for (const csv of ['fiscalCode;number\r\nX;1', head])
    expect(await refusal(world.ask(importExternalPractices, { csv }, administrator))).toMatchObject({ type: 'invalid-input' });
});
