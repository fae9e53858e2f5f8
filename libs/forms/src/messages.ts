import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { writeNumber } from '@sportello/italy/typed-number';
import type { Field, Text } from './form.js';
import { readNumberIn } from './numbers.js';

/** Labels that are whole sentences, as those of declarations, are cut in messages. */
const longestLabel = 100;

function short(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1).trimEnd()}…` : label;
}

/**
 * Says what is wrong with a value and how to put it right.
 *
 * @param keyword of JSON Schema that refused the value; `required` if it is missing
 */
export function messageOf(field: Field, keyword: string, value: unknown, label: Text): Text {
  const { it, en } = keyword === 'required' ? missing(field) : (tooMuch(field, keyword, value) ?? wrong(field, value));
  return { it: `"${short(label.it)}": ${it}`, en: `"${short(label.en)}": ${en}` };
}

function missing(field: Field): Text {
  switch (field.kind) {
    case 'choice':
    case 'region':
    case 'province':
    case 'comune':
    case 'school':
      return { it: 'scegli una voce, è obbligatorio.', en: 'choose one, it is required.' };
    case 'multiChoice':
      return { it: 'scegli almeno una voce, è obbligatorio.', en: 'choose at least one, it is required.' };
    case 'yesNo':
      return { it: 'rispondi sì o no, è obbligatorio.', en: 'answer yes or no, it is required.' };
    case 'declaration':
      return { it: 'spunta la casella, la dichiarazione è obbligatoria.', en: 'tick the box, the declaration is required.' };
    case 'file':
      return { it: 'allega il documento, è obbligatorio.', en: 'attach the document, it is required.' };
    case 'block':
      return { it: `aggiungi almeno ${Math.max(1, field.min)}.`, en: `add at least ${Math.max(1, field.min)}.` };
    default:
      return { it: 'compila questo campo, è obbligatorio.', en: 'fill in this field, it is required.' };
  }
}

/** Bounds on length, number and amount; null for any other keyword. */
function tooMuch(field: Field, keyword: string, value: unknown): Text | null {
  if (keyword === 'maxLength' && (field.kind === 'text' || field.kind === 'longText') && typeof value === 'string') {
    const most = field.maxLength ?? (field.kind === 'text' ? 255 : 4000);
    return {
      it: `accorcia il testo: al massimo ${most} caratteri, ora sono ${[...value].length}.`,
      en: `shorten the text: at most ${most} characters, there are ${[...value].length}.`,
    };
  }
  if (keyword === 'minimum' && field.kind === 'number' && field.min !== undefined) {
    const [it, en] = [writeNumber(field.min, 'it'), writeNumber(field.min, 'en')];
    return { it: `indica un numero non minore di ${it}.`, en: `give a number not less than ${en}.` };
  }
  if (keyword === 'maximum' && field.kind === 'number' && field.max !== undefined) {
    const [it, en] = [writeNumber(field.max, 'it'), writeNumber(field.max, 'en')];
    return { it: `indica un numero non maggiore di ${it}.`, en: `give a number not greater than ${en}.` };
  }
  if (keyword === 'minItems' && (field.kind === 'block' || field.kind === 'multiChoice')) {
    return { it: `servono almeno ${field.min}: aggiungi ciò che manca.`, en: `at least ${field.min} are needed: add what is missing.` };
  }
  if (keyword === 'maxItems') {
    const most = mostItems(field);
    return { it: `sono troppi: al massimo ${most}.`, en: `these are too many: at most ${most}.` };
  }
  return null;
}

function mostItems(field: Field): number {
  if (field.kind === 'file') return field.maxFiles ?? 1;
  if (field.kind === 'block') return field.max;
  return field.kind === 'multiChoice' ? (field.max ?? field.options.length) : 1;
}

const asked = {
  it: {
    whole: 'scrivi un numero intero, senza virgola.',
    any: 'scrivi un numero, per esempio 1234,5.',
    twoWays: (text: string, one: string, other: string) => `"${text}" si può leggere in due modi: scrivi ${one} oppure ${other}.`,
  },
  en: {
    whole: 'write a whole number.',
    any: 'write a number, for example 1234.5.',
    twoWays: (text: string, one: string, other: string) => `"${text}" can be read in two ways: write ${one} or ${other}.`,
  },
};

function wrongNumber(field: Extract<Field, { kind: 'number' }>, value: unknown, language: 'it' | 'en'): string {
  const { whole, any, twoWays } = asked[language];
  if (field.integer) return whole;
  if (typeof value !== 'string' || readNumberIn(field, value, language) !== 'ambiguous') return any;
  return twoWays(value, value.replace(/[.,]/g, ''), value.replace(/[.,]/g, language === 'it' ? ',' : '.'));
}

function wrong(field: Field, value: unknown): Text {
  switch (field.kind) {
    case 'number':
      return { it: wrongNumber(field, value, 'it'), en: wrongNumber(field, value, 'en') };
    case 'date':
      return {
        it: 'scrivi una data che esiste, giorno/mese/anno, per esempio 31/12/1980.',
        en: 'write a date that exists, day/month/year, for example 31/12/1980.',
      };
    case 'fiscalCode':
      return typeof value === 'string' && checkFiscalCode(value) === 'wrongControlCharacter'
        ? {
            it: "l'ultima lettera non corrisponde alle altre: c'è un errore di battitura, ricopia il codice dalla tessera sanitaria.",
            en: 'the last letter does not agree with the others: there is a typing error, copy the code from the health card.',
          }
        : {
            it: 'scrivi le 16 lettere e cifre del codice fiscale, come sulla tessera sanitaria.',
            en: 'write the 16 letters and digits of the fiscal code, as on the health card.',
          };
    case 'entityFiscalCode':
      return {
        it: "scrivi le 11 cifre del codice fiscale dell'ente, e controllale.",
        en: "write the 11 digits of the body's fiscal code, and check them.",
      };
    case 'vatNumber':
      return { it: 'scrivi le 11 cifre della partita IVA, e controllale.', en: 'write the 11 digits of the VAT number, and check them.' };
    case 'mail':
    case 'pec':
      return { it: 'scrivi un indirizzo come nome@esempio.it.', en: 'write an address like name@example.com.' };
    case 'phone':
      return { it: 'scrivi un numero di telefono, da 5 a 15 cifre.', en: 'write a phone number, 5 to 15 digits.' };
    case 'cap':
      return { it: 'scrivi le 5 cifre del CAP.', en: 'write the 5 digits of the postcode.' };
    case 'iban':
      return { it: "l'IBAN non è valido: ricopialo dall'estratto conto.", en: 'the IBAN is not valid: copy it from the bank statement.' };
    case 'choice':
    case 'multiChoice':
    case 'region':
    case 'province':
    case 'comune':
    case 'school':
      return { it: "scegli fra le voci dell'elenco.", en: 'choose from the list.' };
    case 'yesNo':
      return { it: 'rispondi sì o no.', en: 'answer yes or no.' };
    case 'file':
      return { it: 'allega di nuovo il documento.', en: 'attach the document again.' };
    default:
      return { it: 'il valore non è valido: scrivilo di nuovo.', en: 'the value is not valid: write it again.' };
  }
}
