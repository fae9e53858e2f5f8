import { useSay } from '@sportello/ui/i18n';
import { JobProgress } from '@sportello/ui/job';
import { State } from '../state.js';

export const Jobs = () => {
  const label = useSay()({ it: 'Solleciti', en: 'Reminders' });
  return (
    <>
      <State name={{ it: 'In corso', en: 'Running' }}>
        <JobProgress label={label} job={{ total: 12, done: 5, failed: [], isRunning: true }} onRetry={() => undefined} />
      </State>
      <State name={{ it: 'Finito, con qualcosa di non riuscito', en: 'Over, with something that failed' }}>
        <JobProgress label={label} job={{ total: 12, done: 12, failed: ['a', 'b'], isRunning: false }} onRetry={() => undefined} />
      </State>
    </>
  );
};
