import type { AnswerOf } from '@sportello/contracts/web';
import { LocalLink, useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';

type Officer = AnswerOf<'rpc.practices.get-auto-assignment.v1'>['officers'][number];

/** The offices of a service: who works it, by office. Rights are given on the page of each officer. */
export const Workers = ({ officers }: { officers: readonly Officer[] }) => {
  const text = useText();
  const byOffice = Map.groupBy(officers, ({ officeName }) => officeName ?? text('services.workers.noOffice'));
  return (
    <Panel aria-label={text('services.workers')}>
      <h2 className="h5">{text('services.workers')}</h2>
      {officers.length === 0 ? (
        <Notice>{text('services.workers.none')}</Notice>
      ) : (
        <SummaryList
          items={[...byOffice].map(([label, those]) => ({
            label,
            value: (
              <ul className="list-unstyled mb-0">
                {those.map(({ id, name }) => (
                  <li key={id}>
                    <LocalLink to={`/operatori/${id}`}>{name}</LocalLink>
                  </li>
                ))}
              </ul>
            ),
          }))}
        />
      )}
    </Panel>
  );
};
