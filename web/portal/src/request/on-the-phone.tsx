import { useAsk } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { useText } from '@sportello/ui/i18n';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useState } from 'react';

/** White around the code, in modules: readers want as many. Source: ISO/IEC 18004 */
const QUIET = 4;

/** Goes on with the draft on another device, which is taken up there as it is here (CAT-89). */
export const OnThePhone = ({ practiceId, onOpen }: { practiceId: string; onOpen: () => Promise<boolean> }) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <p className="sp-no-print">
      <Button type="button" outline color="primary" size="sm" onClick={() => void onOpen().then((isSaved) => isSaved && setOpen(true))}>
        {text('request.phone')}
      </Button>
      {isOpen && (
        <Dialog title={text('request.phone')} onClose={() => setOpen(false)}>
          <Code practiceId={practiceId} />
        </Dialog>
      )}
    </p>
  );
};

const Code = ({ practiceId }: { practiceId: string }) => {
  const text = useText();
  const query = useAsk('rpc.practices.get-continuation.v1', { id: practiceId });
  return (
    <>
      <p>{text('request.phone.detail')}</p>
      <Loaded query={query} skeleton={<Skeleton lines={6} />}>
        {({ address, modules, path }) => {
          const size = modules + 2 * QUIET;
          return (
            <>
              <svg className="sp-qr" role="img" aria-label={text('request.phone.code')} viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}>
                <rect x={-QUIET} y={-QUIET} width={size} height={size} fill="#fff" />
                <path d={path} fill="#000" fillRule="evenodd" />
              </svg>
              <p className="sp-qr-address">
                <a href={address}>{address}</a>
              </p>
            </>
          );
        }}
      </Loaded>
    </>
  );
};
