/** For 95 %. */
const Z = 1.96;

/**
 * The lower bound of Wilson's interval for the share of good opinions: what few have said weighs little, so that one vote of five stars does not
 * pass twenty of four and a half (K4).
 *
 * @param good opinions in favour; stars count in parts, `(stars - 1) / 4`
 * @param all opinions
 * @returns 0 to 1; 0 where there is none
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927
 */
export function usefulnessOf(good: number, all: number): number {
  if (all === 0) return 0;
  const share = good / all;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * all);
  const spread = Z * Math.sqrt((share * (1 - share) + z2 / (4 * all)) / all);
  return Math.max(0, (middle - spread) / (1 + z2 / all));
}

/** How far an opinion is in favour, from 0 to 1; null for one that says nothing. Stars say more than yes and no. */
export const favourOf = ({ isUseful, stars }: { isUseful: boolean | null; stars: number | null }): number | null =>
  stars !== null ? (stars - 1) / 4 : isUseful === null ? null : Number(isUseful);
