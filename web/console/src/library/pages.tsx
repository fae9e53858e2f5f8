import { ArticlePage, NewArticlePage } from './article-page.js';
import { ArticlesPage } from './articles-page.js';
import { FeedbackPage } from './feedback-page.js';

export const pages = {
  conoscenza: ArticlesPage,
  'conoscenza/nuovo': NewArticlePage,
  'conoscenza/commenti': FeedbackPage,
  'conoscenza/:id': ArticlePage,
};
