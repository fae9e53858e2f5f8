import type { DocumentFacts } from './pdf-kit.js';
import { words } from './pdf-words.js';
import { type Cell, contentWidth, Sheet } from './sheet.js';
import { styles } from './styles.js';

export interface AppointmentListInput {
  language: DocumentFacts['language'];
  organization: string;
  /** What the calendar is called, and from when to when. */
  title: string;
  /** Same input, same bytes. */
  createdAt: Date;
  heads: [when: string, who: string, what: string, state: string];
  rows: [when: string, who: string, what: string, state: string][];
  /** What stands in the place of rows where there are none. */
  none: string;
}

/** Appointments of a calendar on paper, for the desk. */
export function appointmentListPdf({ language, organization, title, createdAt, heads, rows, none }: AppointmentListInput): Promise<Buffer> {
  const { pageOf, continued, unknown } = words[language];
  const sheet = new Sheet(
    { title, author: organization, subject: title, language, createdAt },
    { organization, reference: title, note: title, pageOf, continued, unknown },
    {},
  );
  sheet.heading(1, title);
  const [when, state] = [96, 86];
  const half = (contentWidth - when - state) / 2;
  const widths = [when, half, half, state];
  const cells = (values: readonly string[], tag: (at: number) => Cell['tag'], style: Cell['style']): Cell[] =>
    values.map((text, at) => ({ tag: tag(at), text, width: widths[at] ?? 0, style }));
  if (rows.length === 0) sheet.paragraph(none, styles.absent);
  sheet.table(
    cells(heads, () => 'TH', styles.columnHead),
    rows.map((row) => cells(row, (at) => (at === 0 ? 'TH' : 'TD'), styles.small)),
  );
  return sheet.finish();
}
