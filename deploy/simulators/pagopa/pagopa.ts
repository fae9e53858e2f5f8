import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { CartRequest, MOST_NOTICES, notProcessable } from '@sportello/pagopa/checkout';
import { readNoticeCode } from '@sportello/pagopa/notice-code';
import { type SimulatedFlows, startFlows } from './flows.ts';
import { type Activated, NodeRefusal, type Notice, type SimulatedNode, type Station, startNode } from './node.ts';
import { type Card, cards, checkoutPage, deskPage, failurePage, homePage, noticePage, paidPage, type Setting } from './pages.ts';
import { type Language, texts } from './texts.ts';

/** How Checkout behaves: `slow` answers after anybody's deadline, `fails` is out of order. */
export type CheckoutBehaviour = 'ok' | 'slow' | 'fails';

export interface Pagopa {
  /** Its home page. */
  url: string;
  /** For CHECKOUT_URL. */
  checkoutUrl: string;
  /** For FDR_URL. */
  fdrUrl: string;
  flows: SimulatedFlows;
  node: SimulatedNode;
  behave(behaviour: CheckoutBehaviour): void;
  /** Confirmations that are held back are sent now. */
  confirmLate(): void;
  stop(): Promise<void>;
}

/** Checkout sends people back before the receipt is sent. Milliseconds. */
const RECEIPT_AFTER_MS = 400;
/** How long the late card takes, in milliseconds. */
const LATE_MS = 20_000;
const FEE_CENTS = 50;
const SLOW_MS = 3_600_000;
const fdrPath = '/fdr-org/service/v1';

/**
 * The neighbours of the payments service, for trying and for tests: the Node, which asks bodies and sends them receipts; Checkout, which takes carts
 * and has a page with test cards; and a desk where a printed notice is paid. No money moves, and its pages say so.
 */
export async function startPagopa({ pagopa: port }: { pagopa: number }, stations: ReadonlyMap<string, Station>): Promise<Pagopa> {
  const node = startNode(stations);
  const flows = startFlows(node);
  const carts = new Map<string, CartRequest>();
  const timers = new Set<NodeJS.Timeout>();
  let late: (() => void)[] = [];
  let behaviour: CheckoutBehaviour = 'ok';

  const later = (milliseconds: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    // Nobody waits for a simulator to end.
    timer.unref();
    timers.add(timer);
  };
  const confirmLate = () => {
    for (const confirm of late.splice(0)) confirm();
  };

  /** As the service behind carts answers: what is missing is 400, what cannot be paid is 422. */
  const createCart = async (request: IncomingMessage, response: ServerResponse) => {
    if (behaviour === 'slow') return later(SLOW_MS, () => response.destroy());
    if (behaviour === 'fails') return problem(response, 502, 'Bad gateway');
    const body: unknown = parsed(await buffer(request));
    const notices = (body as { paymentNotices?: unknown[] } | undefined)?.paymentNotices;
    if (Array.isArray(notices) && notices.length > MOST_NOTICES)
      return problem(response, 422, 'Multiple payment notices not processable', 'Too many payment notices, expected max 5');
    const read = CartRequest.safeParse(body);
    if (!read.success) return problem(response, 400, 'Request validation error', 'The input request is invalid');
    const keys = read.data.paymentNotices.map(({ fiscalCode, noticeNumber }) => `${fiscalCode} ${noticeNumber}`);
    if (new Set(keys).size < keys.length) return problem(response, 422, 'Invalid payment info', 'Duplicate payment notice values found.');
    if (read.data.paymentNotices.some((notice) => node.isTaken(notice)))
      return problem(response, 422, 'Invalid payment info', notProcessable);
    const id = randomUUID();
    carts.set(id, read.data);
    response.writeHead(302, { location: `${url}/carts/${id}/redirect?clientId=CHECKOUT_CART` }).end();
  };

  /** The amount of each notice as it is now. */
  const refresh = async (cart: CartRequest): Promise<boolean> => {
    let isChanged = false;
    for (const notice of cart.paymentNotices) {
      const { amountCents } = await node.verify(qrOf(notice));
      isChanged ||= amountCents !== notice.amount;
      notice.amount = amountCents;
    }
    return isChanged;
  };

  const activateAll = async (cart: CartRequest): Promise<Activated[]> => {
    const activated: Activated[] = [];
    try {
      for (const notice of cart.paymentNotices) {
        const { amount: amountCents } = notice;
        activated.push(await node.activate(qrOf(notice), { amountCents, note: cart.idCart ?? 'cart' }));
      }
      return activated;
    } catch (error) {
      for (const each of activated) node.release(each);
      throw error;
    }
  };

  const collect = (activated: readonly Activated[]) => {
    for (const each of activated) node.collect(each, 'CP');
  };

  /** @returns where the browser goes */
  const payCart = async (cart: CartRequest, card: Card): Promise<string> => {
    const { returnUrls } = cart;
    const activated = await activateAll(cart);
    switch (card) {
      case 'bad':
        for (const each of activated) node.release(each);
        return returnUrls.returnErrorUrl;
      case 'late':
        late.push(() => collect(activated));
        later(LATE_MS, confirmLate);
        return returnUrls.returnWaitingUrl;
      case 'twice': {
        const again = await activateAll(cart);
        later(RECEIPT_AFTER_MS, () => {
          collect(activated);
          collect(again);
        });
        return returnUrls.returnOkUrl;
      }
      case 'good':
        later(RECEIPT_AFTER_MS, () => collect(activated));
        return returnUrls.returnOkUrl;
    }
  };

  const showCart = async (setting: Setting, id: string, response: ServerResponse) => {
    const cart = carts.get(id);
    if (!cart) return page(response, failurePage(setting, texts[setting.language].cartGone), 404);
    page(response, checkoutPage(setting, id, cart, FEE_CENTS, await refresh(cart)));
  };

  const answerCart = async (request: IncomingMessage, response: ServerResponse, setting: Setting, [id = '', what]: string[]) => {
    const cart = carts.get(id);
    if (request.method === 'GET' || !cart) return showCart(setting, id, response);
    const form = await formOf(request);
    if (what === 'departure') return leave(response, cart.returnUrls.returnCancelUrl);
    if (await refresh(cart)) return page(response, checkoutPage(setting, id, cart, FEE_CENTS, true));
    const card = cards.find((each) => each === form.get('card')) ?? 'good';
    const next = await payCart(cart, card);
    carts.delete(id);
    leave(response, next);
  };

  const answerDesk = async (request: IncomingMessage, response: ServerResponse, setting: Setting, [what]: string[]) => {
    if (request.method === 'GET') return page(response, deskPage(setting));
    const form = await formOf(request);
    const notice = noticeIn(form);
    if (!notice) return page(response, deskPage(setting, texts[setting.language].unreadable), 422);
    const due = await node.verify(notice);
    if (what === 'avviso') return page(response, noticePage(setting, notice, due));
    const activated = await node.activate(notice, { amountCents: due.amountCents, isPostal: form.get('postal') === 'yes' });
    node.collect(activated, activated.note ?? 'CASH');
    page(response, paidPage(setting, activated.token));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://pagopa');
    const setting: Setting = { language: languageOf(searchParams, request), path: pathname };
    const [first = '', ...parts] = pathname.slice(1).split('/');
    if (pathname === '/checkout/ec/v2/carts' && request.method === 'POST') return createCart(request, response);
    if (pathname.startsWith(fdrPath)) return flows.answer(pathname.slice(fdrPath.length), searchParams, response);
    try {
      if (first === '') return page(response, homePage(setting, node));
      if (first === 'carts') return await answerCart(request, response, setting, parts);
      if (first === 'sportello') return await answerDesk(request, response, setting, parts);
      page(response, failurePage(setting, texts[setting.language].notFound), 404);
    } catch (error) {
      if (!(error instanceof NodeRefusal)) throw error;
      const t = texts[setting.language];
      const words = `${first === 'carts' ? t.cannotPay : t.notPayable} ${error.words} (${error.code})`;
      page(response, failurePage(setting, words, carts.get(parts[0] ?? '')?.returnUrls.returnErrorUrl), 422);
    }
  };

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    checkoutUrl: `${url}/checkout/ec/v2`,
    fdrUrl: `${url}${fdrPath}`,
    flows,
    node,
    confirmLate,
    behave: (next) => {
      behaviour = next;
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
      late = [];
      await node.stop();
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

const qrOf = ({ fiscalCode, noticeNumber }: Notice): Notice => ({ fiscalCode, noticeNumber });

function noticeIn(form: URLSearchParams): Notice | undefined {
  const code = readNoticeCode(form.get('qr') ?? '');
  if (code) return qrOf(code);
  const noticeNumber = (form.get('noticeNumber') ?? '').replaceAll(' ', '');
  const fiscalCode = (form.get('fiscalCode') ?? '').trim();
  return /^\d{18}$/.test(noticeNumber) && /^\d{11}$/.test(fiscalCode) ? { noticeNumber, fiscalCode } : undefined;
}

const languageOf = (parameters: URLSearchParams, request: IncomingMessage): Language => {
  const asked = parameters.get('lang') ?? request.headers['accept-language']?.slice(0, 2);
  return asked === 'en' ? 'en' : 'it';
};

const formOf = async (request: IncomingMessage) => new URLSearchParams((await buffer(request)).toString());

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

const page = (response: ServerResponse, html: string, status = 200) =>
  void response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(html);
const leave = (response: ServerResponse, location: string) => void response.writeHead(303, { location }).end();
const problem = (response: ServerResponse, status: number, title: string, detail?: string) =>
  void response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ title, status, detail }));
