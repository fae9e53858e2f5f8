import { explainProblem } from '@sportello/contracts/gateway/explanations';
import { notFound } from '@sportello/contracts/problems';
import { problems } from '@sportello/contracts/registry';
import { Problem } from '@sportello/messaging/problem';
import { own } from './own-answers.js';

/** What each type of problem means. */
export const explanations = [
  own(explainProblem, ({ type }) => {
    const problem = problems.get(type);
    if (!problem) throw new Problem(notFound);
    const { status, title, explanation } = problem;
    return { type, status, title, explanation };
  }),
];
