import type { Form } from '@sportello/forms/form';
import { summaryOf } from '@sportello/forms/summary';
import { ask, useAsk } from '@sportello/ui/api';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { SummaryList } from '@sportello/ui/summary-list';
import { useQuery } from '@tanstack/react-query';
import { comuneProvinces } from './comune-provinces.js';

/** The compiled form in words, page after page (PRA-47): what the person wrote, as she reads it herself. */
export const FormContent = ({ practiceId }: { practiceId: string }) => {
  const text = useText();
  const language = useLanguage();
  const content = useAsk('rpc.practices.get-content.v1', { id: practiceId }, { staleTimeMs: Number.POSITIVE_INFINITY });
  const formId = content.data?.formId ?? '';
  const form = useAsk('rpc.practices.get-form.v1', { id: formId }, { enabled: formId !== '', staleTimeMs: Number.POSITIVE_INFINITY });
  const names = useComuneNames(comuneProvinces(content.data?.content));
  const error = content.error ?? form.error;
  if (error)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void content.refetch();
          if (formId) void form.refetch();
        }}
      />
    );
  if (!content.data || !form.data) return <Skeleton lines={6} />;
  const { definition } = form.data;
  const pages = isForm(definition) ? summaryOf(definition, content.data.content, language, { comune: (code) => names.get(code) }) : [];
  if (pages.length === 0) return <p className="sc-none">{text('form.empty')}</p>;
  return (
    <div className="sc-form">
      {pages.map((page) => (
        <section key={page.key} aria-label={page.title}>
          <h3 className="sc-form-page">{page.title}</h3>
          {page.sections.map((section) => (
            <div key={section.key} className="sc-form-section">
              {section.title && section.title !== page.title && <h4 className="sc-form-title">{section.title}</h4>}
              {section.parts.map((part, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of a compiled form have no other name and never move
                <div key={index} className="sc-form-part">
                  {part.title && <p className="sc-form-item">{part.title}</p>}
                  {part.text && <p className="sc-words">{part.text}</p>}
                  {part.rows.length > 0 && <SummaryList items={part.rows} />}
                </div>
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
};

/** Names of the comuni of some provinces by ISTAT code; a code stands for itself until its name is read. */
function useComuneNames(provinces: readonly string[]): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: ['comune-names', provinces],
    queryFn: async ({ signal }) => {
      const lists = await Promise.all(provinces.map((province) => ask('rpc.practices.list-comuni.v1', { province }, signal)));
      return new Map(lists.flatMap(({ items }) => items.map(({ code, name }) => [code, name] as const)));
    },
    enabled: provinces.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? new Map();
}

/** The server publishes only definitions that its own check accepted: here it is enough to know that it is one. */
const isForm = (definition: object): definition is Form => 'pages' in definition && Array.isArray(definition.pages);
