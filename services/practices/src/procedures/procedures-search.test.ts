import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { putForm } from '@sportello/contracts/practices/forms';
import { listProcedures, putProcedure } from '@sportello/contracts/practices/procedures';
import { visitor } from '@sportello/messaging/actor';
import { administrator } from '@sportello/testing/people';
import { procedureInput, World } from '../../test/world.js';
import { nearestWords } from './catalogue-search.js';

let world: World;
const titles = new Map<string, string>();
const guest = visitor('it');

beforeAll(async () => {
  world = await World.start();
  await service('Richiesta di certificati anagrafici', {
    subtitle: 'Residenza, stato di famiglia, cittadinanza',
    en: 'Registry certificates',
  });
  await service('Accesso con SPID/CIE', { subtitle: 'Guida', synonyms: ['identità digitale', 'carta d’identità elettronica'] });
  await service('Iscrizioni 2026/2027 al nido', { en: 'Enrolment in nursery school' });
  await service('Accesso agli atti (D.P.R. 445/2000)');
  await service('Legge 241/1990: dichiarazioni');
  await service('Imposta di bollo (DPR 642/1972)');
  await service('Apertura di partita (P. IVA)');
  await service('Avvisi PagoPA', { en: 'Payment notices' });
  await service('Pago In Rete');
  await service('Riduzione TARI', { subtitle: 'Tassa sui rifiuti' });
  await service('Taratura delle bilance');
  await service('Il PIN della CIE non arriva: cosa fare');
  await service('Dove trovo il codice meccanografico');
  await service('Contributo L’Aquila e Valle d’Aosta');
  const fee = await service('Agevolazioni per la mensa');
  await world.ask(putForm, { procedureId: fee, id: randomUUID(), version: 0, definition: form as never }, administrator);
});
afterAll(() => world?.stop());

const form = {
  pages: [
    {
      key: 'page',
      title: { it: 'Dati', en: 'Data' },
      sections: [
        {
          key: 'section',
          fields: [
            {
              kind: 'number',
              key: 'isee',
              label: { it: 'Valore ISEE', en: 'ISEE value' },
              help: { it: 'Indica l’ammontare', en: 'Give the amount' },
            },
          ],
        },
      ],
    },
  ],
};

async function service(it: string, { subtitle = 'Servizio', en = 'A service', synonyms = [] as string[] } = {}): Promise<string> {
  const id = randomUUID();
  titles.set(id, it);
  const texts = { title: { it, en }, subtitle: { it: subtitle, en: 'Service' }, synonyms };
  await world.ask(putProcedure, { ...procedureInput(id), ...texts }, administrator);
  return id;
}

const find = async (search: string) => (await world.ask(listProcedures, { search }, guest)).items.map(({ id }) => titles.get(id));

test.each([
  ['richiesta certificati', 'Richiesta di certificati anagrafici'],
  ['certificati richiesta', 'Richiesta di certificati anagrafici'],
  ['certificato', 'Richiesta di certificati anagrafici'],
  ['certif', 'Richiesta di certificati anagrafici'],
  ['residenza', 'Richiesta di certificati anagrafici'],
  ['CITTADINANZA', 'Richiesta di certificati anagrafici'],
  ['  richiesta\u00a0certificati\u200b ', 'Richiesta di certificati anagrafici'],
  ['registry certificate', 'Richiesta di certificati anagrafici'],
  ['certifcato', 'Richiesta di certificati anagrafici'],
  ['richesta certificatti', 'Richiesta di certificati anagrafici'],
  ['reisdenza', 'Richiesta di certificati anagrafici'],
  ['cie', 'Accesso con SPID/CIE'],
  ['spid', 'Accesso con SPID/CIE'],
  ['SPID CIE', 'Accesso con SPID/CIE'],
  ['spid/cie', 'Accesso con SPID/CIE'],
  ['cos’è lo spid', 'Accesso con SPID/CIE'],
  ['identita digitale', 'Accesso con SPID/CIE'],
  ["carta d'identità", 'Accesso con SPID/CIE'],
  ['2027', 'Iscrizioni 2026/2027 al nido'],
  ['iscrizioni 2027', 'Iscrizioni 2026/2027 al nido'],
  ['2026-2027', 'Iscrizioni 2026/2027 al nido'],
  ['enrolments', 'Iscrizioni 2026/2027 al nido'],
  ['nurseries', 'Iscrizioni 2026/2027 al nido'],
  ['dpr 445', 'Accesso agli atti (D.P.R. 445/2000)'],
  ['445', 'Accesso agli atti (D.P.R. 445/2000)'],
  ['d.p.r. 445/2000', 'Accesso agli atti (D.P.R. 445/2000)'],
  ['d.p.r. 642/1972', 'Imposta di bollo (DPR 642/1972)'],
  ['D.P.R. n. 642 del 1972', 'Imposta di bollo (DPR 642/1972)'],
  ['dpr 642/1972', 'Imposta di bollo (DPR 642/1972)'],
  ['p.iva', 'Apertura di partita (P. IVA)'],
  ['i.s.e.e.', 'Agevolazioni per la mensa'],
  ['regione piemonte', 'Riduzione TARI'],
  ['certificati regione piemonte', 'Richiesta di certificati anagrafici'],
  ['241', 'Legge 241/1990: dichiarazioni'],
  ['legge 241', 'Legge 241/1990: dichiarazioni'],
  ['pagopa', 'Avvisi PagoPA'],
  ['pago-pa', 'Avvisi PagoPA'],
  ['pago pa', 'Avvisi PagoPA'],
  ['isee', 'Agevolazioni per la mensa'],
  ['valore isee mensa', 'Agevolazioni per la mensa'],
  ['agevolazione', 'Agevolazioni per la mensa'],
  ['perché non arriva il pin', 'Il PIN della CIE non arriva: cosa fare'],
  ['perche non arriva il pin', 'Il PIN della CIE non arriva: cosa fare'],
  ["perche' non arriva il pin", 'Il PIN della CIE non arriva: cosa fare'],
  ['PERCHÉ NON ARRIVA IL PIN', 'Il PIN della CIE non arriva: cosa fare'],
  ['dove', 'Dove trovo il codice meccanografico'],
  ['l’aquila', 'Contributo L’Aquila e Valle d’Aosta'],
  ["valle d'aosta", 'Contributo L’Aquila e Valle d’Aosta'],
])('CAT-15: whoever types %j finds "%s"', async (search, title) => {
  expect(await find(search)).toContain(title);
});

test('CAT-15: a title that is what was typed goes first, though stems join it with others', async () => {
  expect((await find('tari'))[0]).toBe('Riduzione TARI');
  expect((await find('Pago in rete'))[0]).toBe('Pago In Rete');
});

test.each([':*', '!', '&', "'", '"abc', 'a -', '%', '\\', "'; drop table procedures", 'zzzzzz', 'è', 'x'.repeat(100)])(
  'CAT-15: a search for %j is answered',
  async (search) => expect(Array.isArray(await find(search))).toBe(true),
);

test('CAT-15: pages of a search follow each other without a gap, also when a slip was put right', async () => {
  for (const search of ['servizio', 'sevrizio']) {
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await world.ask(listProcedures, { search, limit: 3, after }, guest);
      seen.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength((await world.ask(listProcedures, { search, limit: 100 }, guest)).items.length);
    expect(seen.length).toBeGreaterThan(3);
  }
});

test('CAT-15: a service is found by its new words once it is changed, and not by the old ones', async () => {
  const id = await service('Passo carrabile');
  expect(await find('carrabile')).toContain('Passo carrabile');
  const texts = { title: { it: 'Occupazione di suolo', en: 'Use of public ground' } };
  await world.ask(putProcedure, { ...procedureInput(id), ...texts, version: 1 }, administrator);
  titles.set(id, texts.title.it);
  expect(await find('suolo')).toEqual(['Occupazione di suolo']);
  expect(await find('carrabile')).not.toContain('Occupazione di suolo');
});

test('CAT-15: the services of a body are found by its name, and by its new name once it has another', async () => {
  expect(await find('regione piemonte')).toHaveLength(titles.size);
  const organizationId = administrator.organizationId ?? '';
  await world.say(organizationNamed, { organizationId, name: 'Comune Dimostrativo', version: 900 }, 2);
  expect(await find('comune dimostrativo')).toHaveLength(titles.size);
  expect(await find('isee dimostrativo')).toEqual(['Agevolazioni per la mensa']);
  expect(await find('piemonte')).toEqual([]);
});

test('CAT-15: among ten thousand services words and slips are found by their indexes', async () => {
  const { db } = world.service;
  for (let from = 0; from < 10_000; from += 1_000) {
    await db.query(
      `insert into procedures (id, organization_id, code, title, subtitle, category, status, audience, settings, search_text, words)
       select gen_random_uuid(), gen_random_uuid(), 'MANY_' || n, '{"it":"x","en":"x"}', '{"it":"x","en":"x"}', 'taxes', 'published',
         '{citizen}', '{}', 'many', to_tsvector('simple', 'many word' || n) from generate_series($1::int, $1 + 999) n`,
      [from],
    );
  }
  for (let from = 0; from < 40_000; from += 4_000) {
    const text = 'insert into search_words select gen_random_uuid(), left(md5(n::text), 12) from generate_series($1::int, $1 + 3999) n';
    await db.query(text, [from]);
  }
  await db.query('analyze procedures, search_words');
  const plan = async (text: string, values: unknown[]) =>
    (await db.query(`explain ${text}`, values)).map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
  const words = "select id from procedures where words @@ (to_tsquery('simple', $1) || to_tsquery('italian', $2)) and status = 'published'";
  expect(await plan(words, ['carrabile:*', 'carrabile'])).toContain('procedures_words');
  expect(await plan(nearestWords, [['certifcato']])).toContain('search_words_slips');
  expect(await find('certifcato')).toContain('Richiesta di certificati anagrafici');
});
