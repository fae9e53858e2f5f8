/** A row of a file with its values by heading. */
export interface CsvRow {
  /** On which it begins, from 1. */
  line: number;
  values: Record<string, string>;
}

/**
 * The rows of a CSV file by RFC 4180, below its line of headings. Columns are parted by semicolons, as Italian spreadsheets write them, or by
 * commas: by what stands more often in the headings. Empty lines are left out; what a quotation mark opens and none closes goes on to the end.
 */
export function csvRows(text: string): CsvRow[] {
  const clean = text.replace(/^\uFEFF/, '');
  const first = clean.split('\n', 1)[0] ?? '';
  const mark = first.split(';').length >= first.split(',').length ? ';' : ',';
  const [headings, ...rows] = records(clean, mark);
  if (!headings) return [];
  const names = headings.cells.map((name) => name.trim());
  return rows.map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
  }));
}

interface CsvRecord {
  line: number;
  cells: string[];
}

function records(text: string, mark: string): CsvRecord[] {
  const found: CsvRecord[] = [];
  let [line, began, cell, isQuoted] = [1, 1, '', false];
  let cells: string[] = [];
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRecord = () => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) found.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\n') line += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === mark) endCell();
    else if (letter === '\n') endRecord();
    else if (letter !== '\r') cell += letter;
  }
  endRecord();
  return found;
}
