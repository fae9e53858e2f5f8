import { Dialog } from '@sportello/ui/dialog';
import { CompiledForm } from '@sportello/ui/form/form-summary';
import { useText } from '@sportello/ui/i18n';
import { Button } from 'design-react-kit';
import type { Practice } from './practice.js';

/** A command was not done because another window or device changed the request: how it is now, to be read before going on. */
export const ChangedDialog = ({ practice, onClose }: { practice: Pick<Practice, 'id' | 'version'>; onClose: () => void }) => {
  const text = useText();
  return (
    <Dialog
      title={text('changed.title')}
      onClose={onClose}
      actions={
        <Button type="button" color="primary" onClick={onClose}>
          {text('changed.close')}
        </Button>
      }
    >
      <p>{text('changed.detail')}</p>
      <CompiledForm practiceId={practice.id} version={practice.version} level={3} />
    </Dialog>
  );
};
