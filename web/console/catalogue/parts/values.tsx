import { Collapsible } from '@sportello/ui/collapsible';
import { useSay } from '@sportello/ui/i18n';
import { Moment } from '@sportello/ui/moment';
import { Panel } from '@sportello/ui/panel';
import { StatusChip, statuses } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import { words } from '../rows.js';
import { State } from '../state.js';

export const Values = () => {
  const say = useSay();
  return (
    <>
      <State name={{ it: 'Stati di una pratica', en: 'States of a practice' }}>
        <div className="ct-buttons">
          {statuses.map((status) => (
            <StatusChip key={status} status={status} />
          ))}
        </div>
      </State>
      <State name={{ it: 'Nomi e valori', en: 'Names and values' }}>
        <SummaryList
          items={[
            { label: say(words.title), value: 'Zibaldone' },
            { label: say(words.reader), value: null },
            { label: say(words.days), value: <Moment at="2026-11-24T09:30:00Z" /> },
          ]}
        />
      </State>
      <State name={{ it: 'Parti che si aprono, riquadro', en: 'Parts that open, panel' }}>
        <Collapsible title={say({ it: 'Chiusa', en: 'Closed' })}>
          <p>Zibaldone</p>
        </Collapsible>
        <Collapsible title={say({ it: 'Aperta', en: 'Open' })} isOpen>
          <p>Zibaldone</p>
        </Collapsible>
        <Panel tag="div">Zibaldone</Panel>
      </State>
    </>
  );
};
