import { expect, test } from '@jest/globals';
import { findComune } from '@sportello/italy/territory';
import { everything, schoolRequest } from '../test/sample.js';
import { emptyData, issuesOf, issuesOfPage, prefill, pruneHidden } from './check.js';
import { parseForm } from './parse-form.js';
import { compileForm } from './schema.js';

const validate = compileForm(everything);
const validateSchool = compileForm(schoolRequest);
const context = { today: '2026-11-25', lookups: { comune: (code: string) => findComune(code)?.name } };

const mario = {
  givenName: 'Mario',
  familyName: 'Rossi',
  fiscalCode: 'RSSMRA85T10A562S',
  mail: 'mario.rossi@example.com',
  hasCompany: false,
  true: true,
};

/** The issues of Mario's data with some of them changed, as `pointer severity` and the Italian message. */
function issuesWith(changes: Record<string, unknown>) {
  return issuesOf(everything, validate, { ...mario, ...changes }, context);
}

function pointersWith(changes: Record<string, unknown>) {
  return issuesWith(changes).map(({ pointer, severity }) => `${pointer} ${severity}`);
}

test('data that are whole and right have no issue', () => {
  expect(issuesWith({})).toEqual([]);
});

test('CAT-10: what is missing is listed in the order of the form, and each disappears when it is filled', () => {
  const labels = (data: Record<string, unknown>) =>
    issuesOf(schoolRequest, validateSchool, data, context)
      .filter(({ missing }) => missing)
      .map(({ label }) => label.it);
  const data = { name: 'Maria Rossi', knowsCode: false };
  expect(labels(data)).toEqual(['Regione Scuola', 'Informazioni aggiuntive']);
  expect(labels({ ...data, region: '01' })).toEqual(['Informazioni aggiuntive']);
  expect(labels({ ...data, region: '01', details: 'Il conto non si inserisce' })).toEqual([]);
  expect(labels({ ...data, details: '   ' })).toEqual(['Regione Scuola', 'Informazioni aggiuntive']);
});

test('CAT-06: the fields asked for depend on an answer', () => {
  const missing = (knowsCode: boolean) =>
    issuesOf(schoolRequest, validateSchool, { name: 'Maria Rossi', knowsCode, details: 'x' }, context).map(({ fieldKey }) => fieldKey);
  expect(missing(true)).toEqual(['code']);
  expect(missing(false)).toEqual(['region']);
});

test('CAT-07: what is known is filled in, what the person wrote is kept, and read-only fields say what the source says', () => {
  const source = { person: { givenName: 'Giulia', familyName: 'Verdi' } };
  expect(prefill(everything, source)).toEqual({ givenName: 'Giulia', familyName: 'Verdi', pupils: [{}] });
  const forged = { givenName: 'Altra', familyName: 'Bianchi', phone: '011 432' };
  expect(prefill(everything, source, forged)).toEqual({ givenName: 'Giulia', familyName: 'Bianchi', phone: '011 432' });
  expect(prefill(everything, { person: {} }, forged)).toEqual(forged);
  expect(prefill(schoolRequest, null)).toEqual({});
  expect(prefill(schoolRequest, JSON.parse('{"person":{"__proto__":{"fullName":"x"}}}'))).toEqual({});
});

test('CAT-09: a school is found by its code, or by lists that narrow each other', () => {
  const pointers = (data: Record<string, unknown>) =>
    issuesOf(schoolRequest, validateSchool, { name: 'Maria Rossi', details: 'x', ...data }, context).map(({ pointer }) => pointer);
  expect(pointers({ knowsCode: true, code: 'toic8aa00a' })).toEqual([]);
  expect(pointers({ knowsCode: true, code: 'TOIC8AA00Z' })).toEqual(['/code']);
  const torino = { knowsCode: false, region: '01', province: '001', comune: '001272', school: 'TOIC8AA00A' };
  expect(pointers(torino)).toEqual([]);
  expect(pointers({ ...torino, school: 'CNIC8AA00B' })).toEqual(['/school']);
  expect(pointers({ ...torino, comune: '004078' })).toEqual(['/comune', '/school']);
  expect(pointers({ ...torino, region: '12' })).toEqual(['/province']);
  expect(pointers({ ...torino, comune: '001999', school: undefined })).toEqual(['/comune']);
});

test('CAT-79: a message names the field, says how to put it right, in Italian and in English', () => {
  expect(issuesWith({ fiscalCode: 'RSSMRA85T10A562T' })).toEqual([
    {
      pointer: '/fiscalCode',
      fieldKey: 'fiscalCode',
      page: 'person',
      severity: 'error',
      missing: false,
      label: { it: 'Codice fiscale', en: 'Fiscal code' },
      message: {
        it: '"Codice fiscale": l\'ultima lettera non corrisponde alle altre: c\'è un errore di battitura, ricopia il codice dalla tessera sanitaria.',
        en: '"Fiscal code": the last letter does not agree with the others: there is a typing error, copy the code from the health card.',
      },
    },
  ]);
  expect(issuesWith({ familyName: 'x'.repeat(21) })[0]?.message.it).toBe(
    '"Cognome": accorcia il testo: al massimo 20 caratteri, ora sono 21.',
  );
});

test('CAT-79: issues follow the form, through pages, blocks and items', () => {
  const pupils = [{ name: 'Pippo' }, { diet: true }, { name: '', code: 'x' }];
  expect(pointersWith({ familyName: '', children: 3, pupils, true: false, topics: ['other'] })).toEqual([
    '/familyName error',
    '/topics error',
    '/pupils/1/name error',
    '/pupils/1/dietName error',
    '/pupils/2/name error',
    '/pupils/2/code error',
    '/true error',
  ]);
  expect(issuesWith({ children: 1, pupils: [{}] })[0]?.label).toEqual({ it: 'Figlio 1: Nome', en: 'Child 1: Name' });
  expect(issuesOfPage(everything, validate, { ...mario, mail: '', true: false }, 'request', context).map(({ pointer }) => pointer)).toEqual(
    ['/true'],
  );
});

test('CAT-88: what a condition hides is neither stored nor checked, nor does anything that depends on it', () => {
  const company = { hasCompany: true, vatNumber: '00514490010', entityCode: '80087670016' };
  expect(pruneHidden(everything, { ...mario, ...company })).toMatchObject(company);
  const hidden = pruneHidden(everything, { ...mario, ...company, hasCompany: false });
  expect(Object.keys(hidden)).not.toContain('vatNumber');
  expect(Object.keys(hidden)).not.toContain('entityCode');
  expect(pointersWith({ vatNumber: 'wrong', entityCode: 'wrong', pupils: [{}], whySport: 7 })).toEqual([]);
  expect(pointersWith({ hasCompany: true })).toEqual(['/vatNumber error']);
  expect(pointersWith({ topics: ['sport'] })).toEqual(['/whySport error']);
  expect(pointersWith({ topics: ['sport'], hasCompany: true, vatNumber: '00514490010' })).toEqual([]);
  expect(pointersWith({ children: 2 })).toEqual(['/pupils error']);
  expect(pointersWith({ children: 4 })).toEqual([]);
});

test('CAT-88: unknown keys and values of a wrong type are not stored', () => {
  const data = JSON.parse(
    '{"givenName":["x"],"familyName":{"it":"x"},"income":["12"],"hasCompany":"yes","other":1,"__proto__":{"mail":"a@b.it"}}',
  );
  expect(pruneHidden(everything, data)).toEqual({});
  expect(issuesOf(everything, validate, data, context).map(({ pointer, missing }) => [pointer, missing])).toEqual([
    ['/givenName', false],
    ['/familyName', false],
    ['/fiscalCode', true],
    ['/mail', true],
    ['/income', false],
    ['/hasCompany', false],
    ['/true', true],
  ]);
  for (const nothing of [null, undefined, 7, 'x', []]) expect(pruneHidden(everything, nothing)).toEqual({});
});

test('codes may be typed with spaces and small letters', () => {
  expect(
    pruneHidden(everything, { ...mario, fiscalCode: ' rss mra 85t10 a562s ', iban: 'it60 x054 2811 1010 0000 0123 456' }),
  ).toMatchObject({
    fiscalCode: 'RSSMRA85T10A562S',
    iban: 'IT60X0542811101000000123456',
  });
});

test('a fiscal code whose birth date or sex differs is an error', () => {
  expect(pointersWith({ birthDate: '1985-12-10', sex: 'M' })).toEqual([]);
  expect(pointersWith({ birthDate: '1985-12-11' })).toEqual(['/fiscalCode error']);
  expect(pointersWith({ sex: 'F' })).toEqual(['/fiscalCode error']);
});

test('a fiscal code whose surname or given name differs is a warning, because the registry may write the name in another way', () => {
  expect(pointersWith({ familyName: 'Bianchi' })).toEqual(['/fiscalCode warning']);
  expect(pointersWith({ givenName: 'Luca' })).toEqual(['/fiscalCode warning']);
  expect(pointersWith({ familyName: 'Bianchi', birthDate: '1985-12-11' })).toEqual(['/fiscalCode error']);
  expect(issuesWith({ familyName: 'Bianchi' })[0]?.message.it).toContain('non corrisponde al cognome');
});

test('a homocody variant is as good as the plain code', () => {
  expect(pointersWith({ fiscalCode: 'RSSMRA85T10A56NH', birthDate: '1985-12-10', sex: 'M' })).toEqual([]);
});

test('dates must exist, keep their order and not be in the future where the form says so', () => {
  expect(pointersWith({ from: '2026-02-30' })).toEqual(['/from error']);
  expect(pointersWith({ from: '30/02/2026' })).toEqual(['/from error']);
  expect(pointersWith({ from: '28/2/2026' })).toEqual([]);
  expect(pointersWith({ from: '2026-03-02', until: '2026-03-01' })).toEqual(['/until error']);
  expect(pointersWith({ from: '2026-03-02', until: '2026-03-02' })).toEqual([]);
  expect(pointersWith({ until: '2026-03-01' })).toEqual([]);
  expect(issuesWith({ birthDate: '2026-11-26' }).map(({ message }) => message.it)[0]).toBe(
    '"Codice fiscale": il codice non corrisponde alla data di nascita. Controlla tutti e due.',
  );
  expect(pointersWith({ birthDate: '2026-11-26' })).toContain('/birthDate error');
});

test('an address typed twice must be the same', () => {
  expect(pointersWith({ mailAgain: 'mario.rossi@example.com' })).toEqual([]);
  expect(pointersWith({ mailAgain: 'mario.rossi@example.org' })).toEqual(['/mailAgain error']);
});

test('two items with the same code are told apart, and items are counted', () => {
  const pupil = { name: 'Mario', code: 'RSSMRA85T10A562S' };
  expect(issuesWith({ children: 2, pupils: [pupil, pupil] }).map(({ message }) => message.it)).toEqual([
    '"Figlio 2: Codice fiscale": è uguale a quello di Figlio 1. Correggilo o elimina uno dei due.',
  ]);
  expect(issuesWith({ children: 2, pupils: Array(90).fill({ name: 'x' }) }).map(({ message }) => message.it)).toEqual([
    '"Figli iscritti": sono troppi: al massimo 3.',
  ]);
  expect(pointersWith({ topics: ['school', 'sport', 'health'], whySport: 'x' })).toEqual(['/topics error']);
  expect(pointersWith({ topics: ['school', 'school'] })).toEqual(['/topics error']);
});

test.each([
  [
    'mail',
    ['mario@example.com', "o'neil+x@sub.example.co.uk"],
    ['mario', 'mario@', '@example.com', 'a b@example.com', 'a@b', 'a..b@example.com', 'a@-b.it'],
  ],
  ['pec', ['comune@pec.comune.torino.it'], ['comune']],
  ['phone', ['12345678', '+39 011 432 1111', '011/0824108', '(011) 4325303'], ['1234', 'abc', '+39', '1234567890123456', '011 432 ext 1']],
  ['cap', ['10121', '00185'], ['1012', '101211', 'abcde']],
  ['province', ['001', '103'], ['TO', '999']],
  ['children', [0, 20], [-1, 21, 1.5, '2']],
  ['income', [0, 12.5], [-0.01, '12', true]],
  ['documents', [[{ id: '0197f1d2-0000-7000-8000-000000000000', name: 'a.pdf' }]], [[{ id: 'x', name: 'a.pdf' }], ['a.pdf'], 'a.pdf']],
])('%s takes what is right and refuses what is wrong', (key, right, wrong) => {
  for (const value of right) expect([value, pointersWith({ [key]: value })]).toEqual([value, []]);
  for (const value of wrong) expect([value, pointersWith({ [key]: value })]).toEqual([value, [`/${key} error`]]);
});

test('a number that can be read in two ways is kept as typed, and the error says how to write it in either language', () => {
  const typed = (income: unknown, key = 'income') => issuesWith({ [key]: income })[0]?.message;
  expect(pruneHidden(everything, { ...mario, income: ' 1.234 ' })['income']).toBe('1.234');
  expect(typed('1.234')).toEqual({
    it: '"Reddito": "1.234" si può leggere in due modi: scrivi 1234 oppure 1,234.',
    en: '"Income": write a number, for example 1234.5.',
  });
  expect(typed('1,234')?.en).toBe('"Income": "1,234" can be read in two ways: write 1234 or 1.234.');
  expect(typed('dodici')?.it).toBe('"Reddito": scrivi un numero, per esempio 1234,5.');
  expect(typed('1234.567', 'children')?.it).toBe('"Figli": scrivi un numero intero, senza virgola.');
});

test('limits and decimals of numbers are told as the language writes them', () => {
  const label = { it: 'Peso', en: 'Weight' };
  const weight = (value: number) => {
    const form = parseForm({
      pages: [
        {
          key: 'page',
          title: label,
          sections: [{ key: 'section', fields: [{ kind: 'number', key: 'weight', label, min: 0.5, max: 99.5, decimals: 2 }] }],
        },
      ],
    });
    return issuesOf(form, compileForm(form), { weight: value })[0]?.message;
  };
  expect(weight(0.25)).toEqual({ it: '"Peso": indica un numero non minore di 0,5.', en: '"Weight": give a number not less than 0.5.' });
  expect(weight(100)).toEqual({
    it: '"Peso": indica un numero non maggiore di 99,5.',
    en: '"Weight": give a number not greater than 99.5.',
  });
  expect(weight(1.005)).toEqual({ it: '"Peso": scrivi al massimo 2 decimali.', en: '"Weight": write at most 2 decimals.' });
  expect([weight(1.1), weight(0.5), weight(33.33)]).toEqual([undefined, undefined, undefined]);
});

test('a form that nobody has begun holds the least number of empty items', () => {
  expect(emptyData(everything)).toEqual({ pupils: [{}] });
  expect(emptyData(schoolRequest)).toEqual({});
});
