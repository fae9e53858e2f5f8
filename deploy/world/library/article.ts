import type { ProfileKind } from '@sportello/contracts/identity/people';
import { html } from '@sportello/service/html';

interface Written {
  title: string;
  body: string;
}

/** An article as it came from the library before this one. */
export interface BroughtArticle {
  number: string;
  topic: 'access' | 'payments' | 'school';
  category: string;
  daysAgo: number;
  authorName: string;
  collectiveAuthor: string | null;
  audience?: ProfileKind[];
  texts: { it: Written | null; en: Written | null };
  keywords: string[];
}

export const by = {
  maria: { authorName: 'Maria Rossi', collectiveAuthor: null },
  ministry: { authorName: 'Maria Rossi', collectiveAuthor: 'Autore MIM' },
};

const written = ([title, ...paragraphs]: [string, ...string[]]): Written => ({
  title,
  body: paragraphs.map((paragraph) => html`<p>${paragraph}</p>`.text).join(''),
});

export const both = (it: [string, ...string[]], en: [string, ...string[]]): BroughtArticle['texts'] => ({
  it: written(it),
  en: written(en),
});

/** One that nobody has translated yet. */
export const italian = (...it: [string, ...string[]]): BroughtArticle['texts'] => ({ it: written(it), en: null });
