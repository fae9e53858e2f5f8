import { Dialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { type UnusedFile, UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import type { PracticeDialogProps } from './practice-dialog.js';

/** It is done, and files that were uploaded for it did not go along: they are shown before the dialog goes. */
export const useLeftBehind = ({ practice, onDone }: PracticeDialogProps) => {
  const text = useText();
  const unused = useUnusedFiles();
  return {
    done: (files: readonly UnusedFile[]) => (files.length > 0 ? unused.show(files) : onDone()),
    dialog: unused.files.length > 0 && (
      <Dialog
        title={text('dialog.sent')}
        onClose={onDone}
        actions={
          <Button type="button" color="primary" size="sm" onClick={onDone}>
            {text('ui.dialog.close')}
          </Button>
        }
      >
        <UnusedFiles
          practiceId={practice.id}
          files={unused.files}
          onRemoved={(id) => (unused.files.length > 1 ? unused.drop(id) : onDone())}
        />
      </Dialog>
    ),
  };
};
