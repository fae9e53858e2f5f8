import type { ArticleStatus } from '@sportello/contracts/knowledge/states';

/** Beside their words, which say it alone. */
export const statusColours: Record<ArticleStatus, string> = {
  draft: 'secondary',
  in_review: 'warning',
  published: 'success',
  archived: 'secondary',
};
