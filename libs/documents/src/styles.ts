import { type TextStyle } from './lines.js';

export const blue = '#0066cc'; // the blue of Italian public bodies; 5.6:1 on white
/** Rules and boxes: decoration, which needs no contrast. */
export const line = '#c5d1de';
const ink = '#17324d';
const soft = '#455a6f'; // 7:1 on white

export const styles = {
  organization: { weight: 'semibold', size: 15, leading: 19, color: ink },
  unit: { weight: 'regular', size: 10, leading: 14, color: soft },
  h1: { weight: 'semibold', size: 21, leading: 26, color: ink },
  h2: { weight: 'semibold', size: 14, leading: 18, color: blue },
  h3: { weight: 'semibold', size: 11, leading: 15, color: ink },
  text: { weight: 'regular', size: 10, leading: 14, color: ink },
  lead: { weight: 'semibold', size: 11.5, leading: 16, color: ink },
  label: { weight: 'regular', size: 9.5, leading: 14, color: soft },
  value: { weight: 'semibold', size: 10, leading: 14, color: ink },
  longValue: { weight: 'regular', size: 10, leading: 14, color: ink },
  absent: { weight: 'regular', size: 10, leading: 14, color: soft },
  columnHead: { weight: 'semibold', size: 9, leading: 13, color: soft },
  small: { weight: 'regular', size: 8.5, leading: 12, color: ink },
  margin: { weight: 'regular', size: 8, leading: 11, color: soft },
  code: { weight: 'semibold', size: 15, leading: 20, color: ink },
} as const satisfies Record<string, TextStyle>;
