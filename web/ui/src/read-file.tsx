import { Button } from 'design-react-kit';
import { useRef } from 'react';
import { Icon } from './icon.js';

interface ReadFileProps {
  /** Word on the button. */
  choose: string;
  /** Id of the text that says what happens to the file. */
  describedBy: string;
  /** Kinds that the window of files offers, as `.csv,text/csv`; all where it is absent. */
  accept?: string;
  onFile: (file: File) => void;
}

/** Lets somebody choose a file that the page reads, by a button in its own language. The same one can be chosen again. */
export const ReadFile = ({ choose, describedBy, accept, onFile }: ReadFileProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
      <Button type="button" outline color="primary" aria-describedby={describedBy} onClick={() => input.current?.click()}>
        <Icon name="it-file" className="icon-sm icon-primary me-2" />
        {choose}
      </Button>
    </>
  );
};
