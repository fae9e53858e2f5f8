/** The list of all comuni, some 220 kB: for services. What runs in a browser uses places.ts and asks for the comuni of one province. */
import { capLines } from './cap-data.js';
import { type Comune, type Province, provinceTable, type Region, regionTable } from './places.js';
import { comuniLines } from './territory-data.js';

const collator = new Intl.Collator('it');

const comuniByCode = new Map<string, Comune>();
const comuniByCadastralCode = new Map<string, Comune>();
const comuniByProvince = new Map<string, Comune[]>();

for (const line of comuniLines.split('\n')) {
  const comune: Comune = {
    istatCode: line.slice(0, 6),
    cadastralCode: line.slice(7, 11),
    province: line.slice(0, 3),
    name: line.slice(12),
  };
  comuniByCode.set(comune.istatCode, comune);
  comuniByCadastralCode.set(comune.cadastralCode, comune);
  comuniByProvince.set(comune.province, [...(comuniByProvince.get(comune.province) ?? []), comune]);
}
for (const list of comuniByProvince.values()) list.sort((a, b) => collator.compare(a.name, b.name));

const regionsByName = [...regionTable].sort((a, b) => collator.compare(a.name, b.name));
const provincesByName = [...provinceTable].sort((a, b) => collator.compare(a.name, b.name));

/** The 20 regions, by name. */
export function regions(): readonly Region[] {
  return regionsByName;
}

/** The provinces, by name: all, or those of a region (ISTAT code of 2 digits); none if there is no such region. */
export function provinces(regionCode?: string): readonly Province[] {
  return regionCode === undefined ? provincesByName : provincesByName.filter(({ region }) => region === regionCode);
}

/** The comuni of a province (ISTAT code of 3 digits), by name; none if there is no such province. */
export function comuni(provinceCode: string): readonly Comune[] {
  return comuniByProvince.get(provinceCode) ?? [];
}

/** The comune of an ISTAT code, as `001272`. */
export function findComune(istatCode: string): Comune | undefined {
  return comuniByCode.get(istatCode);
}

/**
 * The postal codes (CAP) of a comune, ascending: one, or all those of the zones of a larger town; none where they are not known, as of a comune born
 * after 2020.
 */
export function capsOf({ cadastralCode }: Pick<Comune, 'cadastralCode'>): string[] {
  rangesByCadastralCode ??= new Map(capLines.split('\n').map((line) => [line.slice(0, 4), line.slice(5)]));
  return (rangesByCadastralCode.get(cadastralCode) ?? '').split(',').filter(Boolean).flatMap(capsBetween);
}

let rangesByCadastralCode: Map<string, string> | undefined;

function capsBetween(range: string): string[] {
  const [first = '', last = first] = range.split('-');
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index).padStart(5, '0'));
}

/** The comune of a cadastral code, as `L219`. Codes of comuni that are no more are not found, though fiscal codes may hold them. */
export function findComuneByCadastralCode(cadastralCode: string): Comune | undefined {
  return comuniByCadastralCode.get(cadastralCode);
}
