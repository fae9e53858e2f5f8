import type { ImportKind } from '@sportello/contracts/school/imports';
import { isWorkingDay } from '@sportello/italy/holidays';
import { addDays, displayDate, romeDate } from '@sportello/italy/rome-time';
import { fiscalCodeOf } from './fiscal-code.ts';
import { people } from './ids.ts';
import { characters } from './people.ts';

/** A file as the management system of Comune Dimostrativo brings it, in the order in which one needs the other. */
export interface SchoolFile {
  kind: ImportKind;
  csv: string;
}

interface Pupil {
  code: string;
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: 'F' | 'M';
  badge: string;
  school: string;
  className: string;
  holderId: string;
}

/** The children of the manual, and one of another parent. The codes that are printed there pass no check: these are computed. */
const pupils: Pupil[] = [
  {
    ...{ code: 'A0001', familyName: 'PLUTO', givenName: 'PIPPPO', birthDate: '2017-05-09', sex: 'M' as const },
    ...{ badge: '000101', school: 'MANZONI', className: '3A', holderId: people.daniele },
  },
  {
    ...{ code: 'A0002', familyName: 'BELLONI', givenName: 'ELETTRA', birthDate: '2015-04-12', sex: 'F' as const },
    ...{ badge: '000102', school: 'MANZONI', className: '5B', holderId: people.daniele },
  },
  {
    ...{ code: 'A0003', familyName: 'FERRERO', givenName: 'ALICE', birthDate: '2019-10-02', sex: 'F' as const },
    ...{ badge: '000103', school: 'RODARI', className: '1A', holderId: people.marco },
  },
];

/** The documents of the manual: issued, number, amount, due, and what was paid. */
const invoices: [string, string, string, string, string?][] = [
  ['21/10/2021', '120274', '3,00', '21/10/2021'],
  ['14/10/2021', '120273', '50,00', '14/10/2021'],
  ['01/09/2020', '120272', '13,00', '30/09/2020'],
  ['06/05/2020', '120234', '45,00', '31/05/2020'],
  ['30/04/2020', '120196', '45,00', '30/05/2020'],
  ['30/04/2020', '120039', '45,00', '30/06/2020'],
  ['28/04/2020', '120158', '45,00', '29/05/2020'],
  ['24/04/2020', '120001', '55,00', '31/05/2020'],
  ['11/02/2020', '120077', '45,00', '28/02/2020', '45,00'],
];

const menus = [
  'Pasta al pomodoro, frittata, insalata',
  'Risotto alla zucca, tacchino, carote',
  'Minestra di verdure, pesce al forno, patate',
  'Pasta al pesto, mozzarella, pomodori',
  'Pizza margherita, finocchi, frutta',
];

const birthPlace = 'F205';

export function schoolFilesAt(now: Date): SchoolFile[] {
  const [from, to] = schoolYearsAt(now);
  const rows = (headings: string, lines: string[]) => [headings, ...lines].join('\r\n');
  return [
    { kind: 'schools', csv: rows('Codice scuola;Scuola', ['MANZONI;Primaria Manzoni', 'RODARI;Infanzia Rodari']) },
    {
      kind: 'services',
      csv: rows('Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima;Fido', [
        'MENSA;Refezione scolastica;sì;4,50;09:00;0;10,00',
        'PRE;Pre-scuola;no;2,00;18:00;1;0,00',
      ]),
    },
    { kind: 'children', csv: rows(childHeadings.join(';'), pupils.map(childLine)) },
    {
      kind: 'badges',
      csv: rows(
        'Badge;Codice alunno',
        pupils.map(({ badge, code }) => `${badge};${code}`),
      ),
    },
    {
      kind: 'enrolments',
      csv: rows(
        'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa',
        pupils.flatMap(({ code, school, className }) =>
          ['MENSA', ...(code === 'A0003' ? ['PRE'] : [])].map(
            (service) => `${code};${service};${displayDate(from)};${school};${className};${displayDate(to)};`,
          ),
        ),
      ),
    },
    {
      kind: 'attendance',
      csv: rows(
        'Codice alunno;Codice servizio;Giorno;Presenza',
        daysBetween(from, addDays(romeDate(now), -1)).flatMap((day, at) =>
          pupils.flatMap(({ code }, child) =>
            ['MENSA', ...(code === 'A0003' ? ['PRE'] : [])].map(
              (service) => `${code};${service};${displayDate(day)};${(at + child) % 9 === 0 ? 'assente' : 'presente'}`,
            ),
          ),
        ),
      ),
    },
    {
      kind: 'invoices',
      csv: rows(
        'Numero;Rata;Codice alunno;Emissione;Scadenza;Importo;Pagato;A ruolo',
        invoices.map(([issued, number, amount, due, paid = '0,00']) => `${number};1;A0002;${issued};${due};${amount};${paid};no`),
      ),
    },
    {
      kind: 'credits',
      csv: rows(
        'Numero;Badge;Data;Tipo;Importo;Causale',
        pupils.map(({ badge }) => `SALDO-${from.slice(0, 4)}-${badge};${badge};${displayDate(from)};accredito;300,00;Saldo iniziale`),
      ),
    },
    {
      kind: 'days',
      csv: rows(
        'Codice servizio;Codice scuola;Giorno;Menù',
        daysBetween(from, to).flatMap((day, at) =>
          ['MANZONI', 'RODARI'].map((school) => `MENSA;${school};${displayDate(day)};${menus[at % menus.length]}`),
        ),
      ),
    },
  ];
}

const childHeadings = [
  ...['Codice alunno', 'Cognome', 'Nome', 'Codice fiscale', 'Data di nascita', 'Sesso', 'Comune di nascita', 'Provincia di nascita'],
  ...['Comune', 'CAP', 'Provincia', 'Indirizzo', 'Telefono', 'Stato', 'Codice fiscale intestatario', 'Intestatario'],
  ...['Modalità di pagamento', 'Domiciliazione fattura'],
];

function childLine(pupil: Pupil): string {
  const { code, familyName, givenName, birthDate, sex, holderId } = pupil;
  const holder = characters.find(({ id }) => id === holderId);
  if (!holder) throw new RangeError(`Nobody has the id ${holderId}`);
  return [
    ...[code, familyName, givenName, fiscalCodeOf({ familyName, givenName, birthDate, sex, birthPlace }), displayDate(birthDate), sex],
    ...['MILANO', 'MI', 'MAGENTA', '20013', 'MI', 'VIA MILANO, n.89', '02 9735 0000', 'aperto'],
    ...[fiscalCodeOf(holder), `${holder.familyName} ${holder.givenName}`.toUpperCase(), 'Avviso pagoPA', holder.mail],
  ].join(';');
}

/** The school year that has begun last and the next, so that at any moment there are days behind and days ahead. */
function schoolYearsAt(now: Date): [from: string, to: string] {
  const today = romeDate(now);
  const year = Number(today.slice(0, 4)) - (today.slice(5) <= '09-14' ? 1 : 0);
  return [`${year}-09-14`, `${year + 2}-06-11`];
}

/** Working days without Saturdays, and without those between Christmas and Epiphany and in summer. */
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const date = day.slice(5);
    const isHoliday = date >= '12-23' || date <= '01-06' || (date > '06-11' && date < '09-14');
    if (isWorkingDay(day) && !isHoliday) days.push(day);
  }
  return days;
}
