import { expect, test } from '@jest/globals';
import { emptyData, issuesOf, issuesOfPage, prefill } from '@sportello/forms/check';
import type { Block, Field } from '@sportello/forms/form';
import { parseForm } from '@sportello/forms/parse-form';
import { compileForm } from '@sportello/forms/schema';
import { summaryOf } from '@sportello/forms/summary';
import { findComune } from '@sportello/italy/territory';
import { utentiServizi06 as form } from './utenti-servizi-06.js';

const validate = compileForm(form);
const context = { today: '2022-07-25', lookups: { comune: (code: string) => findComune(code)?.name } };
const fields = form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));

const federica = { person: { givenName: 'FEDERICA', familyName: 'NERI', fiscalCode: 'NREFRC80A41L219T' } };
const verdi = {
  givenName: 'GIUSEPPE',
  familyName: 'VERDI',
  fiscalCode: 'VRDGPP13R10B293P',
  birthDate: '1813-10-10',
  mail: 'g.verdi@ascalea.it',
  phone: '12345678',
};
const rossini = {
  givenName: 'GIOACCHINO',
  familyName: 'ROSSINI',
  fiscalCode: 'RSSGCH92B29G479P',
  birthDate: '1792-02-29',
  mail: 'g.rossini@opera.fr',
  phone: '78901234',
};
const whole = prefill(form, federica, {
  noticeRead: true,
  province: '001',
  municipality: '001272',
  cap: '10122',
  address: 'Piazza Palazzo di Città, 1',
  bodyFiscalCode: '00514490010',
  pec: 'comune@pec.example.it',
  rupName: 'Anna Bianchi',
  rupMail: 'anna.bianchi@example.it',
  rupPhone: '011 4325303',
  users: [verdi, rossini],
});

function pointersWith(changes: Record<string, unknown>) {
  return issuesOf(form, validate, { ...whole, ...changes }, context).map(({ pointer, severity }) => `${pointer} ${severity}`);
}

test('the form can be published, and whole data have no issue', () => {
  expect(parseForm(JSON.parse(JSON.stringify(form)))).toEqual(form);
  expect(pointersWith({})).toEqual([]);
});

test('CAT-18: the form has three named steps', () => {
  expect(form.pages.map(({ title }) => title.it)).toEqual(['Informativa privacy', 'Dati del Comune', 'Elenco utenti']);
});

test('CAT-19: the notice comes first, and its step is not passed without the declaration', () => {
  const notice = fields.find(({ key }) => key === 'notice');
  expect(notice?.kind === 'note' && notice.text.it).toContain('La Regione Piemonte, in qualità di titolare del trattamento');
  expect(notice?.kind === 'note' && notice.text.it).toContain('https://servizi.regione.piemonte.it/catalogo/');
  for (const noticeRead of [undefined, false, 'true']) {
    const [issue, ...others] = issuesOfPage(form, validate, { noticeRead }, 'privacy', context);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ pointer: '/noticeRead', severity: 'error', missing: true });
    expect(issue?.label.it).toBe(
      "Dichiaro di aver preso visione dell'informativa sulla privacy e di averla condivisa con i funzionari nel seguito indicati",
    );
  }
  expect(issuesOfPage(form, validate, { noticeRead: true }, 'privacy', context)).toEqual([]);
});

test('CAT-20: a step with missing data stops, and each field is told with a short message', () => {
  const issues = issuesOfPage(form, validate, prefill(form, federica), 'comune', context);
  expect(issues.map(({ label }) => label.it)).toEqual([
    'Provincia',
    'Comune',
    'CAP',
    "Indirizzo sede legale dell'Ente",
    'Codice fiscale del Comune',
    'Indirizzo PEC Comune',
    'Nominativo RUP per i Servizi 06',
    'Indirizzo email del RUP',
    'Recapito telefonico del RUP',
  ]);
  for (const { missing, message } of issues) {
    expect(missing).toBe(true);
    expect(message.it.length).toBeLessThan(90);
  }
});

test('CAT-23: the comune is of Piemonte and of the chosen province, and every datum of the body is asked for', () => {
  expect(pointersWith({ province: '004', municipality: '004078' })).toEqual([]);
  expect(pointersWith({ province: '058', municipality: '058091' })).toEqual(['/province error']);
  expect(pointersWith({ province: '004' })).toEqual(['/municipality error']);
  expect(pointersWith({ municipality: '001999' })).toEqual(['/municipality error']);
  expect(pointersWith({ bodyFiscalCode: '00514490011' })).toEqual(['/bodyFiscalCode error']);
  const asked = form.pages[1]?.sections[1]?.fields.filter(
    (field): field is Exclude<Field, { kind: 'note' | 'declaration' }> => 'required' in field,
  );
  expect(asked).toHaveLength(9);
  expect(asked?.every(({ required }) => required)).toBe(true);
});

test('CAT-24: an address longer than 150 characters is refused', () => {
  expect(pointersWith({ address: 'x'.repeat(150) })).toEqual([]);
  expect(pointersWith({ address: 'x'.repeat(151) })).toEqual(['/address error']);
  const address = fields.find(({ key }) => key === 'address');
  expect(address?.kind === 'text' && address.placeholder?.it).toBe('es. Corso Giacomo Matteotti, 10');
  expect(address?.kind === 'text' && address.help?.it).toBe("Indicare l'indirizzo completo di numero civico (max 150 caratteri)");
});

test('CAT-25: confirmations go to the mail of the RUP, and the form says so', () => {
  expect(form.confirmationMail).toBe('rupMail');
  const mail = fields.find(({ key }) => key === 'rupMail');
  expect(mail?.kind === 'mail' && mail.help?.it).toContain(
    'verrà utilizzato come riferimento per la conferma di invio del presente modulo',
  );
});

test('CAT-26: one to fifty people are listed, each with all their data', () => {
  const users = fields.find((field): field is Block => field.kind === 'block');
  expect(users).toMatchObject({ label: { it: 'Dati anagrafici utente' }, addLabel: { it: 'Aggiungi utente' }, min: 1, max: 50 });
  expect(users?.fields.map((field) => ('label' in field ? field.label.it : ''))).toEqual([
    'Nome',
    'Cognome',
    'Codice Fiscale',
    'Data di nascita',
    'Email utente',
    'Telefono utente',
  ]);
  expect(emptyData(form)).toEqual({ users: [{}] });
  expect(pointersWith({ users: [] })).toEqual(['/users error']);
  expect(pointersWith({ users: [verdi, {}] })).toHaveLength(6);
  expect(pointersWith({ users: Array(51).fill(verdi) })).toContain('/users error');
  expect(pointersWith({ users: [verdi, verdi] })).toEqual(['/users/1/fiscalCode error']);
});

test('CAT-26: the two codes printed in the manual are well-formed, but say 1 January of a year 00: with the true birth dates they are refused', () => {
  const printed = [
    { ...verdi, fiscalCode: 'VRDGPP00A01B293E' },
    { ...rossini, fiscalCode: 'RSSGCH00A01G479X' },
  ];
  const issues = issuesOf(form, validate, { ...whole, users: printed }, context);
  expect(issues.map(({ pointer, severity, message }) => [pointer, severity, message.it])).toEqual([
    ['/users/0/fiscalCode', 'error', '"Utente 1: Codice Fiscale": il codice non corrisponde alla data di nascita. Controlla tutti e due.'],
    ['/users/1/fiscalCode', 'error', '"Utente 2: Codice Fiscale": il codice non corrisponde alla data di nascita. Controlla tutti e due.'],
  ]);
  const bornAsPrinted = printed.map((user) => ({ ...user, birthDate: '1900-01-01' }));
  expect(pointersWith({ users: bornAsPrinted })).toEqual([]);
});

test('CAT-27: the request stands in the summary, before the people it is made for', () => {
  const users = summaryOf(form, whole, 'it', context.lookups).find(({ key }) => key === 'users');
  const parts = users?.sections[0]?.parts;
  expect(parts?.[0]?.text).toMatch(/^CHIEDE\n\ndi abilitare al servizio "Sistema Informativo Regionale Servizi Educativi 0-6"/);
  expect(parts?.slice(1).map(({ title }) => title)).toEqual(['Utente 1', 'Utente 2']);
  expect(parts?.[2]?.rows.map(({ value }) => value)).toEqual([
    'GIOACCHINO',
    'ROSSINI',
    'RSSGCH92B29G479P',
    '29/02/1792',
    'g.rossini@opera.fr',
    '78901234',
  ]);
});

test("CAT-07: the mayor's own data come from the sign-in and cannot be forged", () => {
  const forged = prefill(form, federica, { ...whole, mayorFamilyName: 'BIANCHI', mayorFiscalCode: 'RSSMRA85T10A562S' });
  expect(forged).toMatchObject({ mayorGivenName: 'FEDERICA', mayorFamilyName: 'NERI', mayorFiscalCode: 'NREFRC80A41L219T' });
});
