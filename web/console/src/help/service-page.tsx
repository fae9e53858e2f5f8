import { schema } from 'virtual:form-of/rpc.ticketing.put-service.v1';
import { ProblemError, useAsk, useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { BackLink } from '@sportello/ui/page';
import { Empty, Loaded } from '@sportello/ui/page-states';
import type { SpecialFieldProps } from '@sportello/ui/settings/settings-field';
import { type Schema, SettingsForm } from '@sportello/ui/settings/settings-form';
import { SelectField } from '@sportello/ui/text-field';
import { useAll } from '@sportello/ui/use-all';
import { useParams } from 'react-router';
import { CatalogueFrame, catalogueReads, type HelpService } from './catalogue.js';
import { FormPart } from './form-part.js';

/** Without what its form says by itself. */
const asked = ({ formId: _, ...settings }: HelpService) => settings;

const CategoryField = ({ field: { path }, value, label, write, mistake }: SpecialFieldProps) => {
  const say = useSay();
  const { data = [] } = useAll('rpc.ticketing.list-own-categories.v1', {});
  return (
    <SelectField
      label={label(path)}
      value={String(value ?? '')}
      isRequired
      error={mistake(path)}
      options={data.map(({ id, name }) => ({ value: id, label: say(name) }))}
      onChange={(chosen) => write(path, chosen)}
    />
  );
};

/** A desk of the kind that the route is for. */
const DeskField = ({ field: { path }, value, settings, label, write, mistake }: SpecialFieldProps) => {
  const text = useText();
  const say = useSay();
  const desks = useAll('rpc.ticketing.list-desks.v1', {});
  const route = (settings['routes'] as HelpService['routes'])[Number(path.split('.')[1])];
  const offered = (desks.data ?? []).filter(({ kind }) => kind === route?.kind);
  const isOffered = offered.some(({ id }) => id === value);
  const isOther = Boolean(value) && desks.data !== undefined && !isOffered;
  return (
    <SelectField
      label={label(path)}
      value={isOffered ? String(value) : ''}
      isRequired
      error={mistake(path) ?? (isOther ? text('catalogue.desk.otherKind') : undefined)}
      options={[{ value: '', label: text('catalogue.choose') }, ...offered.map(({ id, name }) => ({ value: id, label: say(name) }))]}
      onChange={(chosen) => write(path, chosen)}
    />
  );
};

const special = { categoryId: CategoryField, 'routes.*.deskId': DeskField };
/** What is explained besides its name. */
const explained = new Set(['group', 'intro', 'audience', 'routes', 'status']);

/** One service of help: its words, who may ask for it, and which desk answers (CAT-03, TIC-02). */
export const ServicePage = () => {
  const text = useText();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useAsk('rpc.ticketing.get-own-service.v1', { id });
  const put = useCommand('rpc.ticketing.put-service.v1', catalogueReads);
  const { data, error } = query;
  const isMissing = !data && error instanceof ProblemError && (error.status === 404 || error.status === 422);
  const title = data ? say(data.name) : text('catalogue.service');
  return (
    <CatalogueFrame title={title} trail={[{ label: text('catalogue.title'), to: '/assistenza/catalogo' }]}>
      {isMissing ? (
        <Empty icon="it-files">{text('catalogue.service.missing')}</Empty>
      ) : (
        <Loaded query={query}>
          {(stored) => (
            <>
              <SettingsForm
                schema={schema as Schema}
                stored={asked(stored)}
                fixed={['id', 'organizationId']}
                title={title}
                label={(path) => text(`catalogue.field.${path.replaceAll(/\.\d+/g, '')}`)}
                help={(path) => (explained.has(path) ? text(`catalogue.help.${path}`) : undefined)}
                special={special}
                save={async (settings) => asked(await put.mutateAsync(settings))}
                onConflict={query.refetch}
              />
              <FormPart service={stored} />
            </>
          )}
        </Loaded>
      )}
      <BackLink to="/assistenza/catalogo">{text('catalogue.title')}</BackLink>
    </CatalogueFrame>
  );
};
