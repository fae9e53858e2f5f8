import { useAsk } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { useSay, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import type { Service } from './service.js';

/** The service as a file, with what the file does not carry said beforehand. */
export const ExportDialog = ({ service: { id, code }, onClose }: { service: Service; onClose: () => void }) => {
  const text = useText();
  const say = useSay();
  const query = useAsk('rpc.practices.export-procedure.v1', { id }, { staleTimeMs: 0 });
  return (
    <Dialog
      title={text('services.export')}
      onClose={onClose}
      actions={
        <>
          {query.data && (
            <a className="btn btn-primary btn-sm" href={`/api/v1/procedures/${id}/definition`} download={`${code}.json`} onClick={onClose}>
              {text('services.export.download')}
            </a>
          )}
          <Button type="button" outline color="primary" size="sm" onClick={onClose}>
            {text('ui.cancel')}
          </Button>
        </>
      }
    >
      <p>{text('services.export.lead')}</p>
      <Loaded query={query}>
        {({ leftOut }) => (
          <>
            <h3 className="h6">{text('services.export.leftOut')}</h3>
            <ul>
              {leftOut.map((each) => (
                <li key={each.it}>{say(each)}</li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Dialog>
  );
};
