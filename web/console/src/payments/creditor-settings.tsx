import { schema } from 'virtual:form-of/rpc.payments.put-creditor.v1';
import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Notice } from '@sportello/ui/notice';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { useSession } from '@sportello/ui/session';
import { SettingsForm } from '@sportello/ui/settings/settings-form';
import { SummaryList } from '@sportello/ui/summary-list';

type Creditor = AnswerOf<'rpc.payments.get-creditor.v1'>;

const get = 'rpc.payments.get-creditor.v1';

/** As they begin: the body collects nothing before all of them are filled in. */
const blank = {
  fiscalCode: '',
  name: '',
  officeName: null,
  contacts: null,
  brokerCode: '',
  stationId: '',
  segregationCode: '',
  iban: '',
  category: '',
  cbillCode: null,
  postal: null,
  namesBeneficiary: false,
  reminderDays: 7,
  version: 0,
} as const satisfies Omit<Creditor, 'organizationId'>;

/** How the body is known to pagoPA, where it collects, and what stands on its notices: its administrator says so. */
export const CreditorSettings = () => {
  const text = useText();
  const { account } = useSession();
  const { organizationId = '', role, organizationName = '' } = account?.officer ?? {};
  const { data, error, refetch } = useAsk(get, { organizationId });
  const change = useCommand('rpc.payments.put-creditor.v1', [get]);
  const isNew = error instanceof ProblemError && error.kind === 'creditor-not-found';
  if (!data && !isNew) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  if (role === undefined || !mayDo([role], 'creditors:write'))
    return (
      <>
        <p>{text('payments.settings.administrator')}</p>
        {data ? <Summary creditor={data} /> : <Notice>{text('payments.settings.none')}</Notice>}
      </>
    );
  const stored: Creditor = data ?? { ...blank, organizationId, name: organizationName.slice(0, 50) };
  return (
    <>
      <p>{text(isNew ? 'payments.settings.none' : 'payments.settings.lead')}</p>
      <SettingsForm
        schema={schema}
        stored={stored}
        fixed={['organizationId']}
        title={text('payments.tab.settings')}
        label={(path) => text(`payments.settings.${path}`)}
        help={(path) => (explained.has(path) ? text(`payments.settings.help.${path}`) : undefined)}
        save={(settings) => change.mutateAsync(settings)}
        onConflict={refetch}
      />
    </>
  );
};

const explained = new Set([
  'fiscalCode',
  'officeName',
  'contacts',
  'brokerCode',
  'stationId',
  'segregationCode',
  'iban',
  'category',
  'cbillCode',
  'postal.iban',
  'postal.authorisation',
  'namesBeneficiary',
  'reminderDays',
]);

const Summary = ({ creditor }: { creditor: Creditor }) => {
  const text = useText();
  const { fiscalCode, name, officeName, contacts, brokerCode, stationId, segregationCode, iban, category, cbillCode, postal } = creditor;
  const values = { fiscalCode, name, officeName, contacts, brokerCode, stationId, segregationCode, iban, category, cbillCode };
  return (
    <SummaryList
      items={[
        ...Object.entries(values).map(([field, value]) => ({ label: text(`payments.settings.${field}`), value })),
        { label: text('payments.settings.postal'), value: postal?.iban ?? null },
      ]}
    />
  );
};
