import { sizeInWords } from '@sportello/forms/file-kinds';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { announce } from './announcer.js';
import { ask } from './api.js';
import { ErrorNote } from './error-note.js';
import { Download, FileList, type ShownFile } from './files.js';
import { useLanguage, useText } from './i18n.js';
import { Skeleton } from './page-states.js';
import { useMedia } from './use-media.js';

interface FileViewerProps {
  practiceId: string;
  files: readonly ShownFile[];
}

/** What a page may draw: it is told by its bytes when it comes in, and never runs. */
const pictures = ['image/jpeg', 'image/png'];

/** Files with their downloads; those that can be seen in place are shown under them by a press, since each reading is noted in the log of accesses. */
export const SeenFiles = ({ practiceId, files }: FileViewerProps) => {
  const text = useText();
  const [isLooking, setLooking] = useState(false);
  return (
    <>
      <FileList practiceId={practiceId} files={files} />
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        className="sp-no-print mb-3"
        aria-expanded={isLooking}
        onClick={() => setLooking(!isLooking)}
      >
        {text(isLooking ? 'ui.viewer.close' : 'ui.viewer.look')}
      </Button>
      {isLooking && <FileViewer practiceId={practiceId} files={files} />}
    </>
  );
};

/** The files of a practice one after the other, images and PDFs in place; the others are downloaded, because no page runs what others sent. */
export const FileViewer = ({ practiceId, files }: FileViewerProps) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const [at, setAt] = useState(0);
  // A telephone shows the first page of a framed PDF at most: there it is opened by its own reader.
  const isWide = useMedia('(min-width: 768px)');
  const place = Math.min(at, files.length - 1);
  const file = files[place];
  if (!file) return null;
  const show = (next: number) => {
    const shown = files[next];
    if (!shown) return;
    setAt(next);
    announce(text('ui.viewer.shown', { name: shown.name, place: next + 1, count: files.length }));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    show(place + by);
  };
  return (
    <section className="sp-viewer sp-no-print" aria-labelledby={id} onKeyDown={step}>
      <p id={id} className="sp-viewer-title">
        {text('ui.viewer.shown', { name: file.name, place: place + 1, count: files.length })}
      </p>
      {pictures.includes(file.type) ? (
        <Picture key={file.id} practiceId={practiceId} file={file} />
      ) : file.type === 'application/pdf' && isWide && navigator.pdfViewerEnabled ? (
        <Pdf key={file.id} practiceId={practiceId} file={file} />
      ) : (
        <p>{text('ui.viewer.notDrawn', { size: sizeInWords(file.sizeBytes, language) })}</p>
      )}
      <Download practiceId={practiceId} file={file} />
      {files.length > 1 && (
        <div className="sp-viewer-moves">
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-keyshortcuts="ArrowLeft"
            aria-disabled={place === 0 || undefined}
            onClick={() => show(place - 1)}
          >
            {text('ui.viewer.previous')}
          </Button>
          <Button
            type="button"
            outline
            color="primary"
            size="xs"
            aria-keyshortcuts="ArrowRight"
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

/** The short-lived address of a file, asked for once as long as it is shown. */
const useAddress = (practiceId: string, fileId: string) =>
  useQuery({
    queryKey: ['file-address', practiceId, fileId],
    queryFn: ({ signal }) => ask('rpc.practices.get-file-address.v1', { id: practiceId, fileId }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });

/** Drawn by the browser's own reader, in a frame of our own address. */
const Pdf = ({ practiceId, file }: { practiceId: string; file: ShownFile }) => {
  const text = useText();
  const { data, error, refetch } = useAddress(practiceId, file.id);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return <iframe className="sp-viewer-pdf" src={`${data.url}?inline=true`} title={text('ui.viewer.document', { name: file.name })} />;
};

/** The bytes of a picture are sent as a download, so the page makes an address of its own for them. */
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
