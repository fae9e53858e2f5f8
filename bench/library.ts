import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { topics } from '../deploy/world/ids.ts';
import { startBare } from './bare.ts';
import { type Measured, measure } from './load.ts';

const ARTICLES = 100_000;
/** Different words of all articles: a few of them stand in nearly every text, most in some. */
const WORDS = 30_000;
const AT_A_TIME = 10_000;
const ROUNDS = 3;
const ASKED = 500;
const CONNECTIONS = 16;

/** As people write them; the first words of the list are in most texts, so that nothing is easy. */
const questions = [
  ...['come mi registro', 'pagare la mensa', 'ho dimenticato la password', 'errore accesso spid', 'ricevuta pagamento scuola'],
  ...[
    'registrazzione portale',
    'perche non arriva il pin',
    'rimborso contributo',
    'certificato iscrizione',
    'dieta allergia',
    'spid',
    'pag',
  ],
];
const common = [
  ...['spid', 'cie', 'accesso', 'pagamento', 'scuola', 'mensa', 'servizio', 'portale', 'utente', 'registrazione', 'password', 'errore'],
  ...['avviso', 'famiglia', 'alunno', 'codice', 'pin', 'carta', 'identita', 'digitale', 'modulo', 'adesione', 'fornitore', 'ricevuta'],
  ...['iscrizione', 'anno', 'dati', 'comune', 'ufficio', 'documento', 'domanda', 'richiesta', 'genitore', 'figlio', 'retta', 'rimborso'],
  ...['conto', 'posta', 'elenco', 'classe', 'contributo', 'dieta', 'allergia', 'trasporto', 'orario', 'certificato'],
];

export interface Library {
  articles: number;
  /** Against PostgreSQL's own ranking of the same rows, by one statement without anything around it. */
  search: { connections: number; rounds: { product: Measured; bare: Measured }[]; ratio: number };
  /** Milliseconds, one question at a time. */
  alone: { p50: number; p95: number };
}

/** @param stack with the demonstration world */
export async function measureLibrary(stack: Stack, say: (what: string) => void): Promise<Library> {
  const DATABASE_URL = stack.environmentOf('knowledge')['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const bare = await startBare(DATABASE_URL, {
    search: `select json_agg(found) as items from (
      select number, title, excerpt, author, published_at, ts_rank(text_words, query) as rank
      from published_texts, websearch_to_tsquery('italian', replace($1, '+', ' ')) query
      where language = 'it' and text_words @@ query order by rank desc limit 10) found`,
  });
  try {
    await seedArticles(client);
    say(`${ARTICLES} articles are there`);
    const all = Array.from({ length: ASKED }, (_, at) => questions[at % questions.length] ?? '');
    const product = {
      ...{ url: stack.baseUrl, method: 'GET' as const, connections: CONNECTIONS },
      asked: all.map((query) => ({ path: `/api/v1/library/search?${new URLSearchParams({ query })}` })),
    };
    const plain = {
      ...{ url: bare.url, method: 'GET' as const, connections: CONNECTIONS },
      asked: all.map((query) => ({ path: `/search/${query.replaceAll(' ', '+')}` })),
    };
    await measure({ ...product, connections: 1 });
    const { p50, p95 } = whole(await measure({ ...product, connections: 1 }));
    say(`a search alone: p50 ${p50} ms, p95 ${p95} ms`);
    const rounds: Library['search']['rounds'] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ bare: whole(await measure(plain)), product: whole(await measure(product)) });
    const rate = (side: 'product' | 'bare') => median(rounds.map((round) => round[side].requestsPerSecond));
    return { articles: ARTICLES, search: { connections: CONNECTIONS, rounds, ratio: rate('product') / rate('bare') }, alone: { p50, p95 } };
  } finally {
    await bare.stop();
    await client.end();
  }
}

/** Texts of 160 words and titles of 6, each word as rare as its place in the list is far (Zipf), counted as publishing counts them. */
async function seedArticles(client: pg.Client): Promise<void> {
  await client.query('set synchronous_commit = off');
  await client.query(
    `create table bench_words as select n, coalesce(($1::text[])[n], translate(left(md5(n::text), 5 + n % 5), '0123456789', 'aeiourtnlc')) as word
     from generate_series(1, $2::int) n`,
    [common, WORDS],
  );
  await client.query('create unique index on bench_words (n)');
  const some = (count: number) => `cross join lateral (
    select string_agg(word, ' ') as words from (select greatest(1, floor(exp(random() * ln(${WORDS}))))::int as n from generate_series(1, ${count} + a * 0)) drawn
    join bench_words using (n))`;
  for (let made = 0; made < ARTICLES; made += AT_A_TIME)
    await client.query(
      `insert into published_texts (id, language, written_in, organization_id, topic_id, audience, number, title, excerpt, author, published_at, updated_at,
         folded, title_words, text_words)
       select gen_random_uuid(), 'it', 'it', gen_random_uuid(), ($1::uuid[])[1 + a % 3], '{}', 'KB' || (1000000 + a), title.words, left(body.words, 240), 'Autore',
         now(), now(), left(title.words, 200), setweight(to_tsvector('simple', title.words) || to_tsvector('italian', title.words), 'A'),
         to_tsvector('simple', body.words) || to_tsvector('italian', body.words)
       from generate_series($2::int, $2::int + ${AT_A_TIME - 1}) a ${some(6)} title ${some(160)} body`,
      [Object.values(topics), made],
    );
  await client.query(
    `insert into articles (id, organization_id, number, status, topic_id, title, languages, author_name, owner_name, published_at, revision, published_revision,
       changed_at, version)
     select id, organization_id, number, 'published', topic_id, title, '{it}', author, author, now(), 1, 1, now(), 1 from published_texts where author = 'Autore'`,
  );
  await client.query('delete from library_words');
  for (const language of ['it', 'en'])
    await client.query(
      `insert into library_words select $1, word, ndoc from ts_stat(format('select title_words || text_words from published_texts where language = %L', $1::text))
       union all select $1, '', count(*) from published_texts where language = $1`,
      [language],
    );
  await client.query('vacuum (analyze) published_texts, library_words, articles');
}

function whole(measured: Measured): Measured {
  if (measured.failures > 0) throw new Error(`${measured.failures} requests failed`);
  return measured;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportLibrary({ articles, search, alone }: Library): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  console.log(
    `${'search of the library'.padEnd(24)} ratio ${search.ratio.toFixed(2)}   target 0.5   ${verdict(search.ratio >= 0.5)}   ${search.connections} connections`,
  );
  console.log(
    `${`among ${articles} articles`.padEnd(24)} p95 ${alone.p95} ms alone, p50 ${alone.p50} ms: at most 50 ${verdict(alone.p95 <= 50)}`,
  );
}
