import { failureOf, useAsk } from '@sportello/ui/api';
import { Collapsible } from '@sportello/ui/collapsible';
import { LinkedText } from '@sportello/ui/form/linked-text';
import { formatDate, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { ErrorState, Loaded, Skeleton } from '@sportello/ui/page-states';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NotFound } from '../not-found.js';

/** The privacy policy in force, for everybody (IDE-21). */
export const PrivacyPage = () => {
  const text = useText();
  const say = useSay();
  const policy = useAsk('rpc.identity.get-policy.v1', {}, { staleTimeMs: 600_000 });
  return (
    <Page title={text('footer.privacy')}>
      <Loaded query={policy}>
        {({ title, body, version, publishedAt }) => (
          <section className="sp-prose">
            <h2 className="h4">{say(title)}</h2>
            <LinkedText text={say(body)} />
            <p className="text-secondary">
              {text('privacy.version', { version })} - {text('privacy.publishedAt', { date: formatDate(publishedAt) })}
            </p>
          </section>
        )}
      </Loaded>
    </Page>
  );
};

/** Licence of the contents, with the notice that public sites must carry word by word. */
export const LegalPage = () => {
  const text = useText();
  return (
    <Page title={text('footer.notes')}>
      <div className="sp-prose">
        <h2 className="h4" data-element="legal-notes-section">
          {text('legal.licence')}
        </h2>
        <p data-element="legal-notes-body">{text('legal.licence.body')}</p>
        <h2 className="h4">{text('legal.software')}</h2>
        <p>{text('legal.software.body')}</p>
        <h2 className="h4">{text('legal.cookies')}</h2>
        <p>{text('legal.cookies.body')}</p>
      </div>
    </Page>
  );
};

/** How accessible these pages are and whom to tell when they are not. */
export const AccessibilityPage = () => {
  const text = useText();
  return (
    <Page title={text('footer.accessibility')}>
      <div className="sp-prose">
        <LinkedText text={text('accessibility.body')} />
        <h2 className="h4">{text('accessibility.feedback')}</h2>
        <p>{text('accessibility.feedback.body')}</p>
      </div>
    </Page>
  );
};

const questions = ['browser', 'draft', 'valid', 'change', 'mail', 'sign-in', 'profile', 'error'] as const;

/** Answers taken from what people ask most about compiling and sending. */
export const FaqPage = () => {
  const text = useText();
  return (
    <Page title={text('footer.faq')} lead={text('faq.lead')}>
      {questions.map((question) => (
        <Collapsible key={question} title={text(`faq.${question}`)}>
          <LinkedText text={text(`faq.${question}.answer`)} />
        </Collapsible>
      ))}
    </Page>
  );
};

interface Explained {
  title: { it: string; en: string };
  explanation: { it: string; en: string };
}

/** `/problems/…`: what the type of a problem means and what to do about it, as the installation says it. */
export const ProblemPage = () => {
  const text = useText();
  const say = useSay();
  const { type = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['problem', type],
    queryFn: () => explain(type),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data === null) return <NotFound />;
  return (
    <Page title={data ? say(data.title) : text('problem.title')}>
      {data ? (
        <div className="sp-prose">
          <p>{say(data.explanation)}</p>
          <p>{text('problem.reference')}</p>
          <p>
            <LocalLink to="/faq">{text('help.faq')}</LocalLink>
          </p>
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Page>
  );
};

/** Null: there is no such problem. */
async function explain(type: string): Promise<Explained | null> {
  const response = await fetch(`/problems/${encodeURIComponent(type)}`, { headers: { accept: 'application/json' } });
  if (response.status === 404) return null;
  if (!response.ok) throw failureOf(response.status, undefined);
  return (await response.json()) as Explained;
}
