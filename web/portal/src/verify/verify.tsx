import { asLine } from '@sportello/italy/typed-text';
import { announce } from '@sportello/ui/announcer';
import { ProblemError, useAsk } from '@sportello/ui/api';
import { formatDateTime, LocalLink, rome, useGo, useLocalPath, useSay, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { CompareFile } from './compare-file.js';

const asCode = (typed: string) => asLine(typed).toUpperCase();

/** Was a document with this code issued here? Unknown and expired codes are answered alike. */
export const VerifyPage = () => {
  const text = useText();
  const go = useGo();
  const local = useLocalPath();
  const [search] = useSearchParams();
  // The form says the code in this way where there is no script, or where it is sent before the script is there.
  const { code = asCode(search.get('codice') ?? '') } = useParams();
  const [typed, setTyped] = useState(code);
  const [isMissing, setMissing] = useState(search.has('codice') && code === '');
  return (
    <Page title={text('verify.title')} lead={text('verify.lead')}>
      <form
        className="sp-find"
        action={local('/verifica')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const plain = asCode(typed);
          setMissing(plain === '');
          if (plain === '') event.currentTarget.querySelector('input')?.focus();
          else go(`/verifica/${encodeURIComponent(plain)}`);
        }}
      >
        <TextField
          label={text('verify.code')}
          help={text('verify.code.help')}
          value={typed}
          onChange={setTyped}
          isRequired
          error={isMissing && asLine(typed) === '' ? text('verify.missing') : undefined}
          input={{ name: 'codice', maxLength: 40, autoCapitalize: 'characters', spellCheck: false, autoComplete: 'off' }}
        />
        <Button type="submit" color="primary">
          {text('verify.go')}
        </Button>
      </form>
      {code && <Verification key={code} code={code} />}
      <p className="mt-4">
        {text('verify.history')} <LocalLink to="/verifica-storico">{text('verify.history.link')}</LocalLink>
      </p>
    </Page>
  );
};

const Verification = ({ code }: { code: string }) => {
  const text = useText();
  const say = useSay();
  const { data, error, refetch } = useAsk('rpc.practices.confirm-document.v1', { code });
  useEffect(() => {
    if (data) announce(text('verify.authentic'));
  }, [data, text]);
  if (error instanceof ProblemError && error.status === 404) return <Empty icon="it-close-circle">{text('verify.unknown')}</Empty>;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />;
  return (
    <Panel aria-labelledby="verificato">
      <h2 id="verificato" className="h4">
        <Icon name="it-check-circle" className="icon-success me-2" />
        {text('verify.authentic')}
      </h2>
      <SummaryList
        items={[
          { label: text('verify.kind'), value: text(`verify.kind.${data.kind}`) },
          { label: text('verify.body'), value: data.organizationName },
          { label: text('sent.form'), value: say(data.procedureTitle) },
          { label: text('practice.number'), value: data.number },
          { label: text('verify.issuedAt'), value: formatDateTime(data.issuedAt, rome) },
          { label: text('practice.submittedAt'), value: data.submittedAt ? formatDateTime(data.submittedAt, rome) : '' },
          { label: text('verify.hash'), value: <code className="sp-break">{data.sha256}</code> },
          { label: text('practice.mark.hash'), value: data.contentSha256 ? <code className="sp-break">{data.contentSha256}</code> : '' },
        ]}
      />
      <div className="mt-4">
        <CompareFile sha256={data.sha256} />
      </div>
    </Panel>
  );
};
