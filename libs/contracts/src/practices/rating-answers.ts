/** What may be said of one to three stars, and of four or five, in the order in which it is asked. */
export const ratingAnswers = {
  negative: ['unclear', 'incomplete', 'lost', 'technical-problems', 'other-negative'],
  positive: ['clear', 'complete', 'confident', 'no-technical-problems', 'other-positive'],
} as const;

export const isPositive = (stars: number): boolean => stars > 3;
