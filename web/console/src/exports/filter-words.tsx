import type { AskedOf } from '@sportello/contracts/web';
import { LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { statusLabel } from '@sportello/ui/status-chip';
import { readView, writeView } from '../practices/queue/filters.js';
import { useQueueFilters } from '../use-queue-filters.js';

export type Filters = AskedOf<'rpc.practices.request-export.v1'>['filters'];

/** What an export takes, in words; the list of practices shows the same. */
export const FilterWords = ({ filters }: { filters: Filters }) => {
  const text = useText();
  const say = useSay();
  const language = useLanguage();
  const { practiceIds, ...view } = filters;
  const { procedureId, status, search, protocol } = view;
  const procedure = useQueueFilters().data?.procedures.find(({ id }) => id === procedureId);
  const words = [
    practiceIds ? text('exports.chosen', { count: practiceIds.length }) : '',
    procedure ? say(procedure.title) : procedureId || practiceIds ? '' : text('exports.every-service'),
    status ? statusLabel(status, language) : '',
    search ? text('exports.search', { words: search }) : '',
    protocol ? text('exports.protocol', { number: protocol }) : '',
  ].filter(Boolean);
  const address = new URLSearchParams(Object.entries(view).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  const query = writeView(readView(address)).toString();
  return (
    <span className="sc-service">
      {words.join(', ')} <LocalLink to={`/pratiche${query && `?${query}`}`}>{text('exports.see-list')}</LocalLink>
    </span>
  );
};
