import { ProblemError, useAsk } from '@sportello/ui/api';
import { Collapsible } from '@sportello/ui/collapsible';
import { LinkedText } from '@sportello/ui/form/linked-text';
import { formatDate, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
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

/** `/problems/…`: what the type of a problem means and what to do about it, as the installation says it. */
export const ProblemPage = () => {
  const text = useText();
  const say = useSay();
  const { type = '' } = useParams();
  const problem = useAsk('rpc.gateway.explain-problem.v1', { type }, { staleTimeMs: Number.POSITIVE_INFINITY });
  const { data, error } = problem;
  // What is no name of a problem is none either.
  if (error instanceof ProblemError && [404, 422].includes(error.status)) return <NotFound />;
  return (
    <Page title={data ? say(data.title) : text('problem.title')}>
      <Loaded query={problem} skeleton={<Skeleton lines={3} />}>
        {({ explanation }) => (
          <div className="sp-prose">
            <p>{say(explanation)}</p>
            <p>{text('problem.reference')}</p>
            <p>
              <LocalLink to="/faq">{text('help.faq')}</LocalLink>
            </p>
          </div>
        )}
      </Loaded>
    </Page>
  );
};
