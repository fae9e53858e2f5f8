import { sizeInWords } from '@sportello/forms/file-kinds';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useId, useState } from 'react';
import { announce } from './announcer.js';
import { ask } from './api.js';
import { ErrorNote } from './error-note.js';
import { Download, type ShownFile } from './files.js';
import { useLanguage, useText } from './i18n.js';
import { Skeleton } from './page-states.js';

interface FileViewerProps {
  practiceId: string;
  files: readonly ShownFile[];
}

/** What a page may draw: it is told by its bytes when it comes in, and never runs. */
const drawn = ['image/jpeg', 'image/png'];

/** The files of a practice one after the other, images drawn in place; the others are downloaded, because no page runs what others sent. */
export const FileViewer = ({ practiceId, files }: FileViewerProps) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const [at, setAt] = useState(0);
  const place = Math.min(at, files.length - 1);
  const file = files[place];
  if (!file) return null;
  const show = (next: number) => {
    const shown = files[next];
    if (!shown) return;
    setAt(next);
    announce(text('ui.viewer.shown', { name: shown.name, place: next + 1, count: files.length }));
  };
  return (
    <section className="sp-viewer" aria-labelledby={id}>
      <p id={id} className="sp-viewer-title">
        {text('ui.viewer.shown', { name: file.name, place: place + 1, count: files.length })}
      </p>
      {drawn.includes(file.type) ? (
        <Picture key={file.id} practiceId={practiceId} file={file} />
      ) : (
        <p>{text('ui.viewer.notDrawn', { size: sizeInWords(file.sizeBytes, language) })}</p>
      )}
      <Download practiceId={practiceId} file={file} />
      {files.length > 1 && (
        <div className="sp-viewer-moves">
          <Button type="button" outline color="primary" size="xs" aria-disabled={place === 0 || undefined} onClick={() => show(place - 1)}>
            {text('ui.viewer.previous')}
          </Button>
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-disabled={place === files.length - 1 || undefined}
            onClick={() => show(place + 1)}
          >
            {text('ui.viewer.next')}
          </Button>
        </div>
      )}
    </section>
  );
};

/** The bytes are always sent as a download, so the page makes an address of its own for them. */
const Picture = ({ practiceId, file }: { practiceId: string; file: ShownFile }) => {
  const text = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['picture', practiceId, file.id],
    queryFn: async ({ signal }) => {
      const { url } = await ask('rpc.practices.get-file-address.v1', { id: practiceId, fileId: file.id }, signal);
      const answer = await fetch(url, { signal });
      if (!answer.ok) throw new Error(`the file answered ${answer.status}`);
      return new Blob([await answer.arrayBuffer()], { type: file.type });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return address ? (
    <img className="sp-viewer-picture" src={address} alt={text('ui.viewer.picture', { name: file.name })} />
  ) : (
    <Skeleton lines={4} />
  );
};
