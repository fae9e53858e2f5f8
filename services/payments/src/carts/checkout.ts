import { Inject, Injectable, Logger } from '@nestjs/common';
import { checkoutAway, paymentUnderWay } from '@sportello/contracts/payments/carts';
import { currentContext } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { type CartRequest, CheckoutProblem, notProcessable } from '@sportello/pagopa/checkout';
import { CONFIG } from '@sportello/service/config';
import type { Config } from '../config.js';
import { keyHeader, withKeys } from '../subscription-keys.js';

/** After a failure nobody waits for the payment page for so long, twice as long after each further one, in milliseconds. */
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 60_000;
const LONGEST_ANSWER = 16_384;
/** What is left of the caller's time to note that somebody leaves for the payment page, in milliseconds. */
const NOTING_MS = 1_000;

/** The payment page of pagoPA, as far as this service speaks with it: it takes carts, and says where the browser goes. */
@Injectable()
export class Checkout {
  private readonly logger = new Logger(Checkout.name);
  private failures = 0;
  private restsUntil = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Makes a cart. Nothing is reserved by it, so that it may be made again.
   *
   * @returns where the browser goes; from here that address is never asked
   * @throws Problem `paymentUnderWay` where a notice is paid or being paid, `checkoutAway`
   */
  async create(cart: CartRequest): Promise<string> {
    if (!this.config.CHECKOUT_URL || Date.now() < this.restsUntil) throw new Problem(checkoutAway);
    // All tries together are done while somebody waits: nobody is noted as gone to pay who was told of no page.
    const asked = Date.now();
    const until = Math.min(asked + this.config.CHECKOUT_DEADLINE_SECONDS * 1_000, (currentContext()?.deadline ?? Infinity) - NOTING_MS);
    const signal = AbortSignal.timeout(Math.max(0, until - asked));
    for (let isLast = false; ; isLast = true) {
      const answer = await withKeys(this.config.PAGOPA_SUBSCRIPTION_KEYS, (key) => this.post(key, cart, signal));
      if (answer.redirectUrl) {
        this.failures = 0;
        return answer.redirectUrl;
      }
      if (answer.status === 422 && answer.detail === notProcessable) throw new Problem(paymentUnderWay);
      const isWorthAgain = answer.status === undefined || answer.status >= 500;
      if (isWorthAgain && !isLast && !signal.aborted) continue;
      this.logger.error({ status: answer.status, detail: answer.detail, msg: 'Checkout did not take a cart' });
      if (isWorthAgain) this.rest();
      throw new Problem(checkoutAway);
    }
  }

  private rest(): void {
    this.restsUntil = Date.now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 10);
  }

  private async post(
    key: string | undefined,
    cart: CartRequest,
    signal: AbortSignal,
  ): Promise<{ status?: number; redirectUrl?: string | undefined; detail?: string | undefined }> {
    try {
      const response = await fetch(`${this.config.CHECKOUT_URL}/carts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...keyHeader(key) },
        body: JSON.stringify(cart),
        redirect: 'manual',
        signal,
      });
      const { status } = response;
      if (status === 302) {
        await response.body?.cancel();
        return { status, redirectUrl: this.checked(response.headers.get('location')) };
      }
      const text = (await response.text()).slice(0, LONGEST_ANSWER);
      return { status, detail: detailIn(text) };
    } catch {
      return {};
    }
  }

  /** A browser is sent nowhere but to a site with a certificate; the simulated one of a laboratory has none. */
  private checked(location: string | null): string | undefined {
    if (!location || !URL.canParse(location)) return undefined;
    const { protocol } = new URL(location);
    return protocol === 'https:' || (protocol === 'http:' && this.config.LABORATORY) ? location : undefined;
  }
}

function detailIn(text: string): string | undefined {
  try {
    const { data } = CheckoutProblem.safeParse(JSON.parse(text));
    return data?.detail ?? data?.title;
  } catch {
    return undefined;
  }
}
