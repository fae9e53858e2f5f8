import { Inject, Injectable } from '@nestjs/common';
import { FlowHeader, FlowList, FlowPayments } from '@sportello/pagopa/flows';
import { CONFIG } from '@sportello/service/config';
import type { z } from 'zod';
import type { Config } from '../config.js';
import { keyHeader, withKeys } from '../subscription-keys.js';
import type { Flow } from './flow.entity.js';

const DEADLINE_MS = 30_000;
const PAGE = 1_000;
/** More pages than a flow of a million payments has. */
const MOST_PAGES = 1_000;
/** One page of a thousand payments takes some 250 kB. */
const LONGEST_ANSWER = 4_194_304;

type Named = Pick<Flow, 'name' | 'revision' | 'pspId'>;

/** The reporting flows of pagoPA. What cannot be read is thrown, and asked again. */
@Injectable()
export class Fdr {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isThere(): boolean {
    return this.config.FDR_URL !== undefined;
  }

  /** Those of a body that were published in the last thirty days, each with its newest revision. */
  async *listed(fiscalCode: string): AsyncGenerator<z.output<typeof FlowList>['data']> {
    yield* this.pages(`organizations/${fiscalCode}/fdrs`, FlowList);
  }

  header(fiscalCode: string, flow: Named): Promise<z.output<typeof FlowHeader>> {
    return this.ask(addressOf(fiscalCode, flow), FlowHeader);
  }

  /** Its payments, a thousand at a time: there are never more than two pages of it in memory. */
  async *payments(fiscalCode: string, flow: Named): AsyncGenerator<z.output<typeof FlowPayments>['data']> {
    yield* this.pages(`${addressOf(fiscalCode, flow)}/payments`, FlowPayments);
  }

  /** The next page is asked for while somebody works on the one before. */
  private async *pages<Row>(path: string, shape: z.ZodType<{ metadata: { totPage: number }; data: Row[] }>): AsyncGenerator<Row[]> {
    const asked = (page: number) => this.ask(`${path}?page=${page}&size=${PAGE}`, shape);
    let coming = asked(1);
    for (let page = 1; page <= MOST_PAGES; page++) {
      const { metadata, data } = await coming;
      const isLast = page >= metadata.totPage;
      if (!isLast) {
        coming = asked(page + 1);
        // Whoever leaves in the middle does not wait for it; whoever goes on gets its error.
        coming.catch(() => undefined);
      }
      yield data;
      if (isLast) return;
    }
    throw new Error('a list of pagoPA has no end');
  }

  private async ask<Answer>(path: string, shape: z.ZodType<Answer>): Promise<Answer> {
    const response = await withKeys(this.config.FDR_SUBSCRIPTION_KEYS, (key) =>
      fetch(`${this.config.FDR_URL}/${path}`, { headers: keyHeader(key), redirect: 'error', signal: AbortSignal.timeout(DEADLINE_MS) }),
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`pagoPA answered ${response.status} when it was asked for flows`);
    }
    if (Number(response.headers.get('content-length') ?? 0) > LONGEST_ANSWER) throw new Error('an answer of pagoPA is too long');
    return shape.parse(await response.json());
  }
}

const addressOf = (fiscalCode: string, { name, revision, pspId }: Named): string =>
  `organizations/${fiscalCode}/fdrs/${encodeURIComponent(name)}/revisions/${revision}/psps/${encodeURIComponent(pspId)}`;
