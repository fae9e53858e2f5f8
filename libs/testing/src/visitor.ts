import type { Rpc } from '@sportello/contracts/contract';
import { contracts } from '@sportello/contracts/registry';
import type { AnswerOf, AskedOf, Session, Subject } from '@sportello/contracts/web';

/** A refusal as it came over HTTP. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: {
      type: string;
      title: string;
      status: number;
      detail?: string;
      instance?: string;
      errors?: { pointer: string; detail: string }[];
    },
  ) {
    super(`${status} ${problem.type}: ${problem.detail ?? problem.title}`);
  }
}

/** Somebody at a browser, without the browser: keeps cookies, follows redirects, fills the sign-in form, asks by contract. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  session: Session | null = null;
  language: 'it' | 'en' = 'it';
  /** A bearer token, for somebody who comes without a browser. */
  token: string | null = null;
  /** Where the last sign-in led. */
  arrivedAt = '';

  constructor(readonly baseUrl: string) {}

  /** What the browser keeps under a name, for those who alter it. */
  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** Signs in through the pages of the issuer, as a person does. */
  async signIn(username: string, password: string, as: 'citizen' | 'officer' = 'citizen', returnTo = '/'): Promise<Session> {
    const page = await this.follow(`/auth/login?${new URLSearchParams({ returnTo, as })}`);
    const html = await page.response.text();
    const action = /<form[^>]+action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`no sign-in form at ${page.url}`);
    const fields = new URLSearchParams(
      [...html.matchAll(/<input[^>]+type="hidden"[^>]*>/g)].map(
        ([input]) => [attribute(input, 'name'), attribute(input, 'value')] as [string, string],
      ),
    );
    fields.set('username', username);
    fields.set('password', password);
    const { url } = await this.follow(new URL(decodeEntities(action), page.url).href, { method: 'POST', body: fields });
    this.arrivedAt = url;
    await this.readSession();
    if (!this.session?.account) throw new Error(`${username} did not get in`);
    return this.session;
  }

  async readSession(): Promise<Session> {
    this.session = (await (await this.fetch('/api/v1/session')).json()) as Session;
    return this.session;
  }

  /** Asks a contract over HTTP. @throws Refusal */
  async ask<S extends Subject>(subject: S, input: AskedOf<S>): Promise<AnswerOf<S>> {
    const contract = contracts.find((it: Rpc) => it.subject === subject);
    if (!contract?.http) throw new Error(`${subject} has no HTTP line`);
    const [method, template] = contract.http.split(' ') as [string, string];
    const rest: Record<string, unknown> = { ...(input as object) };
    const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => {
      const value = String(rest[name]);
      delete rest[name];
      return encodeURIComponent(value);
    });
    const isRead = method === 'GET' || method === 'DELETE';
    const query = isRead
      ? `?${new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]))}`
      : '';
    const body =
      isRead || Object.keys(rest).length === 0 ? {} : { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } };
    return this.json(`/api/v1${path}${query}`, { method, ...body });
  }

  /** Gives a command about a practice as a page does that shows it as it is now. @throws Refusal */
  async move<S extends Subject>(subject: S, input: Omit<AskedOf<S>, 'version'> & { id: string }): Promise<AnswerOf<S>> {
    const { version } = await this.ask('rpc.practices.get.v1', { id: input.id });
    return this.ask(subject, { ...input, version } as unknown as AskedOf<S>);
  }

  /** @throws Refusal */
  async json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await this.fetch(path, init);
    const text = await response.text();
    if (!response.ok) throw new Refusal(response.status, JSON.parse(text));
    return JSON.parse(text) as T;
  }

  /** One request with cookies, guard and language; redirects are not followed. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.baseUrl);
    const headers = new Headers(init.headers);
    if (!headers.has('accept-language')) headers.set('accept-language', this.language);
    if (this.token && !headers.has('authorization')) headers.set('authorization', `Bearer ${this.token}`);
    if (!headers.has('cookie') && this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (this.session?.csrfToken && !headers.has('csrf-token')) headers.set('csrf-token', this.session.csrfToken);
    const response = await fetch(url, { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    const isGone = attributes.some((it) => /max-age=0|expires=thu, 01 jan 1970/i.test(it.trim()));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(at + 1).trim());
  }

  private async follow(path: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> {
    let url = new URL(path, this.baseUrl).href;
    let response = await this.fetch(url, init);
    for (let steps = 0; response.status >= 300 && response.status < 400 && steps < 15; steps += 1) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      response = await this.fetch(url);
    }
    return { url, response };
  }
}

const attribute = (tag: string, name: string) => decodeEntities(new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
const decodeEntities = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');
