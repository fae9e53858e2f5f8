import { Button } from 'design-react-kit';
import { useState } from 'react';
import { ErrorNote } from './error-note.js';
import { useText } from './i18n.js';
import { Icon } from './icon.js';

interface DownloadProps {
  label: string;
  /** What tells it from others with the same label, as it is read aloud: it begins with the label. */
  name?: string;
  /** Where the file is; it is made when it is asked for. */
  addressOf: () => Promise<{ url: string }>;
}

/** A button for a file that is made when it is wanted. */
export const Download = ({ label, name, addressOf }: DownloadProps) => {
  const text = useText();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const download = async () => {
    if (isPending) return;
    setPending(true);
    setError(null);
    try {
      location.assign((await addressOf()).url);
    } catch (caught) {
      setError(caught);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        className="sp-no-print me-2 mb-2"
        aria-label={isPending ? undefined : name}
        aria-disabled={isPending || undefined}
        onClick={() => void download()}
      >
        <Icon name="it-download" className="icon-sm icon-primary me-2" />
        {isPending ? text('ui.wait') : label}
      </Button>
      {error !== null && <ErrorNote error={error} onRetry={() => void download()} />}
    </>
  );
};
