import { readNoticeNumber } from '@sportello/italy/notice-number';
import { useAsk } from '@sportello/ui/api';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { SummaryList } from '@sportello/ui/summary-list';
import { TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { PayOnline } from './pay-online.js';

const digits = (typed: string) => typed.replace(/\D/g, '');
const isBody = (code: string) => /^\d{11}$/.test(code);

/** Whoever holds a notice pays it without signing in; a link in a message brings both codes with it (PAY-51). */
export const PayNoticePage = () => {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const asked = { fiscalCode: digits(search.get('ente') ?? ''), noticeNumber: digits(search.get('avviso') ?? '') };
  const [fiscalCode, setFiscalCode] = useState(asked.fiscalCode);
  const [noticeNumber, setNoticeNumber] = useState(asked.noticeNumber);
  const [isTried, setTried] = useState(false);
  const typed = { fiscalCode: digits(fiscalCode), noticeNumber: digits(noticeNumber) };
  const wrong = {
    noticeNumber: noticeMistake(typed.noticeNumber),
    fiscalCode: isBody(typed.fiscalCode) ? undefined : ('payments.find.body.wrong' as const),
  };
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const first = wrong.noticeNumber ? 'avviso' : wrong.fiscalCode ? 'ente' : null;
    if (first) event.currentTarget.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    else setSearch({ ente: typed.fiscalCode, avviso: typed.noticeNumber });
  };
  const isAsked = isBody(asked.fiscalCode) && readNoticeNumber(asked.noticeNumber) !== null;
  return (
    <Page title={text('payments.find')} lead={text('payments.find.lead')}>
      <form noValidate onSubmit={show}>
        <div className="row">
          <div className="col-12 col-md-6">
            <TextField
              label={text('payments.noticeNumber')}
              help={text('payments.find.notice.help')}
              value={noticeNumber}
              onChange={setNoticeNumber}
              isRequired
              error={isTried && wrong.noticeNumber ? text(wrong.noticeNumber) : undefined}
              input={{ name: 'avviso', inputMode: 'numeric', maxLength: 30, autoComplete: 'off' }}
            />
          </div>
          <div className="col-12 col-md-6">
            <TextField
              label={text('payments.creditorFiscalCode')}
              help={text('payments.find.body.help')}
              value={fiscalCode}
              onChange={setFiscalCode}
              isRequired
              error={isTried && wrong.fiscalCode ? text(wrong.fiscalCode) : undefined}
              input={{ name: 'ente', inputMode: 'numeric', maxLength: 20, autoComplete: 'off' }}
            />
          </div>
        </div>
        <Button type="submit" color="primary" outline>
          {text('payments.find.show')}
        </Button>
      </form>
      {isAsked && <Found key={`${asked.fiscalCode} ${asked.noticeNumber}`} {...asked} />}
    </Page>
  );
};

function noticeMistake(noticeNumber: string) {
  if (noticeNumber.length !== 18) return 'payments.find.notice.short' as const;
  return readNoticeNumber(noticeNumber) ? undefined : ('payments.find.notice.wrong' as const);
}

const Found = (notice: { fiscalCode: string; noticeNumber: string }) => {
  const text = useText();
  const { data, error, refetch } = useAsk('rpc.payments.find-notice.v1', notice);
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={4} />;
  return (
    <Panel aria-labelledby="trovato" className="mt-4">
      <h2 id="trovato" className="h5">
        {text('payments.find.found')}
      </h2>
      <SummaryList
        items={[
          { label: text('payments.body'), value: data.creditorName },
          { label: text('payments.amount'), value: formatEuro(data.amountCents) },
          ...(data.dueOn ? [{ label: text('payments.dueOn'), value: formatDate(data.dueOn) }] : []),
        ]}
      />
      <PayOnline notices={[notice]}>{text('payments.online')}</PayOnline>
    </Panel>
  );
};
