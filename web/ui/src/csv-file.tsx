import { useId, useState } from 'react';
import { useText } from './i18n.js';
import { ReadFile } from './read-file.js';

export interface ChosenCsv {
  name: string;
  csv: string;
}

interface CsvFileProps {
  /** What was read last; null before, and once it was dealt with. */
  chosen: ChosenCsv | null;
  /** True once something was to be done with a file and none was chosen. */
  isMissing?: boolean;
  /** Null while the next one is being read: what was shown of the one before holds no more. */
  onChange: (chosen: ChosenCsv | null) => void;
}

/** What a service takes at once, with room for its encoding. In bytes. */
const MOST_BYTES = 2_000_000;

/** Lets somebody choose a table, reads it, and says why one cannot be read. */
export const CsvFile = ({ chosen, isMissing = false, onChange }: CsvFileProps) => {
  const text = useText();
  const id = useId();
  const [refused, setRefused] = useState<'tooLarge' | 'unreadable' | null>(null);
  const read = async (file: File) => {
    onChange(null);
    setRefused(null);
    if (file.size > MOST_BYTES) return setRefused('tooLarge');
    try {
      onChange({ name: file.name, csv: await wordsOf(file) });
    } catch {
      // It was moved or changed since it was chosen.
      setRefused('unreadable');
    }
  };
  const mistake = refused ?? (isMissing && !chosen ? 'missing' : null);
  return (
    <div className="sp-field">
      <ReadFile choose={text('ui.csv.choose')} describedBy={id} accept=".csv,text/csv" onFile={(file) => void read(file)} />
      <p id={id} className="mt-2 mb-0" aria-live="polite">
        {chosen ? text('ui.csv.chosen', { name: chosen.name }) : text('ui.csv.none')}
      </p>
      {mistake && (
        <p className="sp-error" role="alert">
          <strong>{text('ui.form.error')}</strong> {text(`ui.csv.${mistake}`)}
        </p>
      )}
    </div>
  );
};

/** The text of a file: in UTF-8; else in the code page in which spreadsheets on Windows write Italian, so that no accented letter is lost. */
async function wordsOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
