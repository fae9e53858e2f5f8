import type { AnswerOf } from '@sportello/contracts/web';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { announce } from './announcer.js';
import { ask } from './api.js';
import { ErrorNote } from './error-note.js';
import { useFollowed } from './followed.js';
import { useText } from './i18n.js';
import { Icon } from './icon.js';
import { Notice } from './notice.js';

/** Uploaded, and named by nothing. */
export type UnusedFile = AnswerOf<'rpc.practices.get-content.v1'>['unusedFiles'][number];

interface UnusedFilesProps {
  practiceId: string;
  files: readonly UnusedFile[];
  /** What they were not used for, and what to do; what was not sent, by default. */
  detail?: string;
  onRemoved: (id: string) => void;
}

/** Files that were uploaded and that nothing names: they are not sent, and each can be removed (PRA-82). */
export const UnusedFiles = ({ practiceId, files, detail, onRemoved }: UnusedFilesProps) => {
  const text = useText();
  const { doors } = useFollowed();
  const [error, setError] = useState<unknown>(null);
  const words = detail ?? text('ui.unused.detail');
  const isEmpty = files.length === 0;
  useEffect(() => {
    if (!isEmpty) announce(words);
  }, [isEmpty, words]);
  if (isEmpty) return null;
  const remove = async ({ id, name }: UnusedFile) => {
    setError(null);
    try {
      await ask(doors.removeAttachment, { id: practiceId, attachmentId: id });
      onRemoved(id);
      announce(text('ui.files.removed', { name }));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section aria-label={text('ui.unused.title')} className="sp-no-print">
      <Notice>{words}</Notice>
      <ul className="sp-files">
        {files.map((file) => (
          <li key={file.id}>
            <Icon name="it-file" className="icon-sm icon-primary" />
            <span className="sp-file-name">{file.name}</span>
            <Button type="button" outline color="danger" size="xs" onClick={() => void remove(file)}>
              {text('ui.files.remove', { name: file.name })}
            </Button>
          </li>
        ))}
      </ul>
      {error ? <ErrorNote error={error} /> : null}
    </section>
  );
};

/** What a command left behind, until it is removed or another command says anew. */
export const useUnusedFiles = () => {
  const [files, setFiles] = useState<readonly UnusedFile[]>([]);
  return {
    files,
    show: setFiles,
    drop: (id: string) => setFiles((list) => list.filter((file) => file.id !== id)),
  };
};
