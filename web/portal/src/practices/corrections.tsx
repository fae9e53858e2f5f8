import { Corrections } from '@sportello/ui/corrections';
import { useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import type { Practice } from './practice.js';

/** What the office corrected of what was sent, and why (PRA-75). */
export const OfficeCorrections = ({ practice: { corrections = [] } }: { practice: Practice }) => {
  const text = useText();
  if (corrections.length === 0) return null;
  return (
    <Panel aria-labelledby="correzioni">
      <h2 id="correzioni" className="h5">
        {text('practice.corrections')}
      </h2>
      <p>{text('practice.corrections.text')}</p>
      <Corrections corrections={corrections} />
    </Panel>
  );
};
