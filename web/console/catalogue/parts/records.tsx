import { LocalLink, useSay } from '@sportello/ui/i18n';
import { Iter } from '@sportello/ui/iter';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { SplitView } from '@sportello/ui/split-view';
import { StatusChip } from '@sportello/ui/status-chip';
import { Tabs } from '@sportello/ui/tabs';
import { useMedia } from '@sportello/ui/use-media';
import { Button } from 'design-react-kit';
import { useParams } from 'react-router';
import { loans, words } from '../rows.js';

const at = '2026-11-24T09:30:00Z';

export const Records = () => {
  const say = useSay();
  const path = `/${useParams()['part']}`;
  const hasRoom = useMedia('(min-width: 1200px)');
  return (
    <SplitView
      hasRoom={hasRoom}
      labelledBy="loans"
      list={
        <>
          <h2 id="loans" className="h5">
            {say(words.loans)}
          </h2>
          <ul>
            {loans.map(({ id, title }) => (
              <li key={id}>
                <LocalLink to={path}>{title}</LocalLink>
              </li>
            ))}
          </ul>
        </>
      }
      record={
        <RecordPage
          title="Zibaldone"
          appName="Sportello"
          nav={<RecordNav label={say(words.loans)} listAddress={path} at={2} of={3} hasMore={false} onPrevious={() => undefined} />}
          kind={say({ it: 'Prestito della biblioteca', en: 'Loan of the library' })}
          standing={<StatusChip status="under_review" />}
        >
          <Button type="button" color="primary" size="sm">
            {say({ it: 'Rinnova', en: 'Renew' })}
          </Button>
          <Tabs
            label={say({ it: 'Parti del prestito', en: 'Parts of the loan' })}
            tabs={[
              { key: 'history', label: say({ it: 'Storia', en: 'History' }), to: path },
              { key: 'messages', label: say({ it: 'Messaggi', en: 'Messages' }), to: path },
            ]}
            active="history"
          />
          <Iter
            passages={[
              { from: null, to: 'submitted', move: 'submit', at, actor: { it: 'Maria Rossi', en: 'Maria Rossi' }, reason: null },
              {
                from: 'submitted',
                to: 'under_review',
                move: 'take',
                at,
                actor: { it: 'Elena Bianchi', en: 'Elena Bianchi' },
                reason: null,
              },
            ]}
          />
        </RecordPage>
      }
    />
  );
};
