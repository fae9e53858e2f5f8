import type { Asked, Text } from '@sportello/contracts/contract';
import type { bringArticle } from '@sportello/contracts/knowledge/articles';
import type { putTopic } from '@sportello/contracts/knowledge/topics';
import { organizations, topics } from '../ids.ts';
import type { BroughtArticle } from './article.ts';
import { accessArticles } from './articles-access.ts';
import { paymentArticles } from './articles-payments.ts';
import { schoolArticles } from './articles-school.ts';

type Topic = Omit<Asked<typeof putTopic>, 'version'>;

const text = (it: string, en: string): Text => ({ it, en });

/** The categories of the seed, and those of the topics beside it; by their names in the articles. */
const categories: Record<BroughtArticle['topic'], [key: string, name: Text][]> = {
  access: [
    ['eidas', text('eIDAS', 'eIDAS')],
    ['general', text('Informazioni Generali', 'General information')],
    ['joining', text('Processo Adesione Aggregato', 'Joining as an aggregated body')],
    ['suppliers', text('Processo Fornitori', 'Suppliers')],
  ],
  payments: [
    ['families', text('Famiglie', 'Families')],
    ['schools', text('Scuole', 'Schools')],
  ],
  school: [
    ['enrolments', text('Iscrizioni', 'Enrolments')],
    ['documents', text('Documenti e diritti', 'Documents and rights')],
    ['canteen', text('Mensa', 'Canteen')],
    ['transport', text('Trasporto', 'Transport')],
  ],
};

/** Ids that are the same each time the world is loaded. */
const idOf = (kind: string, number: number) => `01890000-0000-7000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`;
const topicKeys = ['access', 'payments', 'school'] as const;
const categoryId = (topic: BroughtArticle['topic'], key: string) => {
  const at = categories[topic].findIndex(([one]) => one === key);
  if (at < 0) throw new RangeError(`want a category of the topic ${topic}, got ${key}`);
  return idOf('1d', topicKeys.indexOf(topic) * 100 + at);
};

const topicOf = (key: BroughtArticle['topic'], slug: string, name: Text, position: number): Topic => ({
  ...{ id: topics[key], organizationId: organizations.ministry, slug, name, position, audience: [] },
  categories: categories[key].map(([category, label]) => ({ id: categoryId(key, category), name: label })),
});

export const libraryTopics: Topic[] = [
  topicOf('payments', 'pago-in-rete', text('Pago In Rete', 'Pago In Rete'), 1),
  topicOf('access', 'spid-cie', text('SPID/CIE', 'SPID/CIE'), 2),
  topicOf('school', 'scuola', text('Scuola e famiglie', 'School and families'), 3),
];

const DAY_MS = 24 * 3_600_000;

/** The articles as they come from the library before: their counters begin here. */
export const articlesAt = (now: Date): Asked<typeof bringArticle>[] =>
  [...accessArticles, ...paymentArticles, ...schoolArticles].map(({ number, topic, category, daysAgo, audience = [], ...article }) => ({
    ...{ id: idOf('1e', Number(number.slice(2))), number, ...article, audience, reviewOn: null },
    ...{ topicId: topics[topic], categoryId: categoryId(topic, category) },
    publishedAt: new Date(now.getTime() - daysAgo * DAY_MS).toISOString(),
  }));
