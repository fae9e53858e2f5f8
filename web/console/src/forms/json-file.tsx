import { useText } from '@sportello/ui/i18n';
import { ReadFile } from '@sportello/ui/read-file';
import { useId, useState } from 'react';
import type { Definition } from './definition.js';

/** A form or a service is text: the largest of ours has some hundred kilobytes. In bytes. */
const MOST_BYTES = 1_000_000;

interface JsonFileProps {
  /** What the file is, and what happens to it. */
  help: string;
  /** A file was chosen: what was shown of the one before holds no more. */
  onBegin: () => void;
  onRead: (read: Definition) => void;
}

/** Lets somebody choose a file with an object in JSON, and says why one cannot be read. */
export const JsonFile = ({ help, onBegin, onRead }: JsonFileProps) => {
  const text = useText();
  const id = useId();
  const [refused, setRefused] = useState('');
  const read = async (file: File) => {
    onBegin();
    setRefused('');
    if (file.size > MOST_BYTES) return setRefused(text('forms.tooLarge'));
    const found = parsed(await file.text());
    if (!found) return setRefused(text('forms.notJson'));
    onRead(found);
  };
  return (
    <div className="sp-field">
      <p id={`${id}-aiuto`}>{help}</p>
      <ReadFile
        choose={text('forms.choose')}
        describedBy={`${id}-aiuto${refused ? ` ${id}-errore` : ''}`}
        accept="application/json,.json"
        onFile={(file) => void read(file)}
      />
      {refused && (
        <p id={`${id}-errore`} className="sp-error" role="alert">
          <strong>{text('ui.form.error')}</strong> {refused}
        </p>
      )}
    </div>
  );
};

/** @returns undefined for what is no object in JSON, as a file that was cut off */
const parsed = (words: string): Definition | undefined => {
  try {
    const value: unknown = JSON.parse(words);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Definition) : undefined;
  } catch {
    return undefined;
  }
};
