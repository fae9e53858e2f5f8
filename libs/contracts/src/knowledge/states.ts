/** What an article can be in, and what every door to one may answer. */
import { z } from 'zod';
import { problem, type Text } from '../contract.js';

export const ArticleStatus = z
  .enum(['draft', 'in_review', 'published', 'archived'])
  .describe('State of an article; docs/knowledge.md says how one leads to another');
export type ArticleStatus = z.infer<typeof ArticleStatus>;

export const articleStatusLabels: Record<ArticleStatus, Text> = {
  draft: { it: 'Bozza', en: 'Draft' },
  in_review: { it: 'In revisione', en: 'In review' },
  published: { it: 'Pubblicato', en: 'Published' },
  archived: { it: 'Ritirato', en: 'Withdrawn' },
};

/** What is done with an article, as pages offer it. */
export const ArticleMove = z
  .enum(['save', 'propose', 'return', 'publish', 'schedule', 'discard', 'archive', 'restore', 'bring'])
  .meta({ description: 'What is done with an article', examples: ['propose'] });
export type ArticleMove = z.infer<typeof ArticleMove>;

export const articleNotFound = problem(404, 'article-not-found', 'Questo articolo non esiste', 'There is no such article', {
  it: "L'articolo non esiste, non è pubblicato, oppure non è fra quelli che può leggere il profilo che stai usando. Cercalo nella libreria.",
  en: 'The article does not exist, is not published, or is not among those that your profile may read. Look for it in the library.',
});

export const articleWithdrawn = problem(410, 'article-withdrawn', 'Questo articolo è stato ritirato', 'This article was withdrawn', {
  it: "L'articolo non vale più e non si può più leggere. Se un altro lo sostituisce, il suo numero è in «replacedBy».",
  en: 'The article no longer holds and cannot be read any more. If another one replaces it, its number is in “replacedBy”.',
});

export const articleMoveRefused = problem(
  409,
  'article-move-refused',
  "In questo stato l'articolo non lo permette",
  'The state of the article does not allow this',
  {
    it: "L'articolo è passato a un altro stato, o manca qualcosa che serve prima. Ricarica la pagina per vedere che cosa puoi fare.",
    en: 'The article has moved to another state, or something is missing that is needed first. Reload the page to see what you can do.',
  },
);

export const topicNotFound = problem(404, 'topic-not-found', 'Questo argomento non esiste', 'There is no such topic', {
  it: "L'argomento non esiste, non ha articoli, oppure non è fra quelli del profilo che stai usando.",
  en: 'The topic does not exist, has no articles, or is not among those of the profile that you are using.',
});
