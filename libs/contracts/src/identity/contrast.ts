/** The brightness of a colour, from 0 (black) to 1 (white). Source: WCAG 2.2, relative luminance. */
const luminanceOf = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const partsOf = (colour: string): number[] => [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));

/**
 * How well one colour is told from another, from 1 (not at all) to 21.
 * @param one `#rrggbb`, as the other
 * Source: WCAG 2.2, contrast ratio
 */
export function contrastOf(one: string, other: string): number {
  const [brighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

/** What the pages of a body are drawn on, and what stands on its colour. */
export const backgrounds = { white: '#ffffff', page: '#f2f6fa' } as const;

/** Of text that is not large. Source: WCAG 2.2, success criterion 1.4.3 */
export const LEAST_CONTRAST = 4.5;

/**
 * A deeper tone of a colour, for what lies beside it, is under a pointer or is pressed: its contrast is never less.
 * @param share of the brightness that stays, from 0 to 1
 */
const deepened = (colour: string, share: number): string =>
  `#${partsOf(colour)
    .map((part) =>
      Math.round(part * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** The tones in which pages are drawn: of the head, of what is over it or pressed, of the foot. */
export const tonesOf = (primary: string) => ({ primary, deep: deepened(primary, 0.7), dark: deepened(primary, 0.45) });
