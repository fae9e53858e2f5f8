import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { announce } from './announcer.js';
import { ErrorNote } from './error-note.js';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import { untilReady } from './until-ready.js';

interface DownloadProps {
  label: string;
  /** What tells it from others with the same label, as it is read aloud: it begins with the label. */
  name?: string;
  /** Where the file is; it is made when it is asked for. */
  addressOf: () => Promise<{ url: string }>;
}

/** A button for a file that is made when it is wanted. One that takes long is waited for, as long as its page is there. */
export const Download = ({ label, name, addressOf }: DownloadProps) => {
  const text = useText();
  const [isPending, setPending] = useState(false);
  const [isLate, setLate] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const leaving = useRef<AbortController>(null);
  useEffect(() => {
    const stop = new AbortController();
    leaving.current = stop;
    return () => stop.abort();
  }, []);
  const download = async () => {
    const stop = leaving.current?.signal;
    if (isPending || !stop) return;
    setPending(true);
    setError(null);
    const onLate = () => {
      setLate(true);
      announce(text('ui.download.late'));
    };
    try {
      location.assign((await untilReady(addressOf, onLate, stop)).url);
    } catch (caught) {
      if (!stop.aborted) setError(caught);
    } finally {
      setPending(false);
      setLate(false);
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
      {isLate && <p className="small mb-2">{text('ui.download.late')}</p>}
      {error !== null && <ErrorNote error={error} onRetry={() => void download()} />}
    </>
  );
};
