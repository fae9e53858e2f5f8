import { announce } from '@sportello/ui/announcer';
import { ask } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Notice } from '@sportello/ui/notice';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { UnusedFile } from './use-draft.js';

interface UnusedFilesProps {
  practiceId: string;
  files: readonly UnusedFile[];
  onRemoved: (id: string) => void;
}

/** Files that were uploaded and that no answer names any more: the request is not completed with them (PRA-82). */
export const UnusedFiles = ({ practiceId, files, onRemoved }: UnusedFilesProps) => {
  const text = useText();
  const [error, setError] = useState<unknown>(null);
  if (files.length === 0) return null;
  const remove = async ({ id, name }: UnusedFile) => {
    setError(null);
    try {
      await ask('rpc.practices.remove-attachment.v1', { id: practiceId, attachmentId: id });
      onRemoved(id);
      announce(text('ui.files.removed', { name }));
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section aria-label={text('request.unused.title')}>
      <Notice>{text('request.unused.detail')}</Notice>
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
