import type { AnswerOf } from '@sportello/contracts/web';
import { useLanguage } from './i18n.js';
import { Icon } from './icon.js';
import { statusTable } from './statuses.js';

export type PracticeStatus = AnswerOf<'rpc.practices.get.v1'>['status'];
export { statuses, statusLabel } from './statuses.js';

/** State of a practice by word, shape and colour, the same for citizen and officer. */
export const StatusChip = ({ status }: { status: PracticeStatus }) => {
  const language = useLanguage();
  const { label, colour, icon } = statusTable[status];
  return (
    <span className={`sp-status sp-status-${colour}`}>
      <Icon name={icon} className="icon-sm" />
      {label[language]}
    </span>
  );
};
