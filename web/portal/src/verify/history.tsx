import { type Checked, checkHistory } from '@sportello/contracts/practices/history-check';
import { useAsk } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Panel } from '@sportello/ui/panel';
import { ReadFile } from '@sportello/ui/read-file';
import { StatusChip, statuses } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import { type DragEvent, useState } from 'react';

type Result = { name: string; count: number } & (Checked | { is: 'unsupported' });

/** Was a history changed since the counter issued it? The browser checks it: the file goes nowhere (PRA-92). */
export const HistoryPage = () => {
  const text = useText();
  const keys = useAsk('rpc.practices.get-mark-keys.v1', {});
  const [result, setResult] = useState<Result | null>(null);
  const check = async (file: File | undefined) => {
    if (!file) return;
    let checked: Checked | { is: 'unsupported' } = { is: 'unsupported' };
    try {
      checked = await checkHistory(new Uint8Array(await file.arrayBuffer()), keys.data ?? null);
    } catch {
      // A browser that knows no Ed25519, or a file that was moved: the page says so.
    }
    setResult((before) => ({ ...checked, name: file.name, count: (before?.count ?? 0) + 1 }));
  };
  return (
    <Page title={text('history.title')} trail={[{ label: text('verify.title'), to: '/verifica' }]} lead={text('history.lead')}>
      <Panel
        aria-labelledby="storico"
        onDragOver={(event: DragEvent) => event.preventDefault()}
        onDrop={(event: DragEvent) => {
          event.preventDefault();
          void check(event.dataTransfer.files[0]);
        }}
      >
        <h2 id="storico" className="h5">
          {text('history.file')}
        </h2>
        <p id="storico-come">{text('history.file.detail')}</p>
        <ReadFile choose={text('verify.compare.choose')} describedBy="storico-come" onFile={(file) => void check(file)} />
        {result && <Outcome result={result} />}
      </Panel>
      <p>
        {text('history.where')} <LocalLink to="/area-personale/pratiche?scheda=inviate">{text('history.where.link')}</LocalLink>
      </p>
    </Page>
  );
};

const Outcome = ({ result }: { result: Result }) => {
  const text = useText();
  const { name, count } = result;
  if (result.is !== 'genuine' || result.isKeyKnown === false) {
    const why = result.is === 'genuine' ? 'foreign' : result.is;
    const passage = result.is === 'altered' ? result.passage : null;
    return (
      <div key={count} className="alert alert-danger mt-3" role="alert">
        {text(`history.${why}`, { name })} {passage !== null && text('history.altered.at', { passage })}
      </div>
    );
  }
  const { number, service, organization, issuedAt, passages } = result.history;
  return (
    <div className="mt-3">
      <Done of={count}>{text('history.genuine', { name })}</Done>
      {result.isKeyKnown === null && <p>{text('history.keyUnknown')}</p>}
      <SummaryList
        items={[
          { label: text('practice.number'), value: number },
          { label: text('sent.form'), value: service },
          { label: text('verify.body'), value: organization },
          { label: text('history.issuedAt'), value: formatDateTime(issuedAt, rome) },
        ]}
      />
      <ol className="sp-iter mt-3" aria-label={text('history.passages')}>
        {passages.map(({ at, to, side, reason, sha256 }) => {
          const status = statuses.find((it) => it === to);
          return (
            <li key={sha256}>
              <p>{status ? <StatusChip status={status} /> : to}</p>
              <p>
                <time dateTime={at}>{formatDateTime(at, rome)}</time> - {text(`history.side.${side}`)}
              </p>
              {reason && <p>{text('ui.iter.reason', { reason })}</p>}
            </li>
          );
        })}
      </ol>
    </div>
  );
};
