/** At most so many lists of comuni are read for one form. */
const most = 12;

/**
 * The provinces of the comuni named in a content: an ISTAT code of a comune is six digits, of which three are the
 * province. A number of six digits that is no comune costs one reading and harms nothing.
 */
export function comuneProvinces(content: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/^\d{6}$/.test(value)) found.add(value.slice(0, 3));
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) look(inner);
    }
  };
  look(content);
  return [...found].sort().slice(0, most);
}
