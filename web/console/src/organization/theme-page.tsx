import { schema } from 'virtual:form-of/rpc.identity.put-theme.v1';
import { useAsk, useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded } from '@sportello/ui/page-states';
import { useSession, useSessionRefresh } from '@sportello/ui/session';
import { SettingsForm } from '@sportello/ui/settings/settings-form';
import { ColourField } from './colour-field.js';
import { LogoField } from './logo-field.js';
import { ThemePreview } from './theme-preview.js';
import './theme.css';

/** What is explained besides its name. */
const explained = new Set([
  'primaryColour',
  'logo',
  'name',
  'footer.phone',
  'footer.vatNumber',
  'footer.fiscalCode',
  'footer.privacyPolicy',
]);
const special = { logo: LogoField, primaryColour: ColourField };

/** How the body shows itself (ADM-34): to whom its administrator shows it before she saves it. */
export const ThemePage = () => {
  const text = useText();
  const refresh = useSessionRefresh();
  const organization = useSession().account?.officer;
  const organizationId = organization?.organizationId ?? '';
  const theme = useAsk('rpc.identity.get-theme.v1', { organizationId });
  const change = useCommand('rpc.identity.put-theme.v1', ['rpc.identity.get-theme.v1']);
  return (
    <Page
      title={text('theme.title')}
      appName={text('console.name')}
      hasBreadcrumb={false}
      lead={text('theme.lead', { organization: organization?.organizationName ?? '' })}
    >
      <Loaded query={theme}>
        {(stored) => (
          <SettingsForm
            schema={schema}
            stored={stored}
            fixed={['organizationId']}
            title={text('theme.title')}
            label={(path) => text(`theme.field.${path}`)}
            help={(path) => (explained.has(path) ? text(`theme.help.${path}`) : undefined)}
            special={special}
            save={async (settings) => {
              const saved = await change.mutateAsync(settings);
              await refresh();
              return saved;
            }}
            onConflict={theme.refetch}
            preview={(settings) => <ThemePreview {...settings} />}
          />
        )}
      </Loaded>
    </Page>
  );
};
