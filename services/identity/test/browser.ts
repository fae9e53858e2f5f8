/** A browser as far as signing in goes: keeps cookies by path, follows redirects inside the realm, and posts forms. */
export class Browser {
  private readonly cookies: { name: string; value: string; path: string }[] = [];

  /** @param address where it asks from, as the gateway tells it */
  constructor(
    private readonly realm: string,
    private readonly address = '127.0.0.1',
  ) {}

  get(address: string | URL): Promise<Response> {
    return this.follow(String(address), { method: 'GET' });
  }

  post(address: string | URL, fields: Record<string, string>): Promise<Response> {
    return this.follow(String(address), { method: 'POST', body: new URLSearchParams(fields) });
  }

  /** The address outside the realm to which an answer leads. */
  static leadsTo(response: Response): URL {
    const location = response.headers.get('location');
    if (!location) throw new Error(`not led anywhere, but answered ${response.status}`);
    return new URL(location);
  }

  private async follow(address: string, init: RequestInit, hops = 0): Promise<Response> {
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookiesFor(address), accept: 'text/html', 'x-forwarded-for': this.address },
    });
    this.keep(response, address);
    const location = response.headers.get('location');
    const next = location && new URL(location, address).href;
    if (!next?.startsWith(this.realm) || hops > 10) return response;
    return this.follow(next, { method: 'GET' }, hops + 1);
  }

  private keep(response: Response, address: string): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=');
      const path = attributes.find((it) => /^path=/i.test(it))?.slice(5) ?? new URL(address).pathname;
      const isGone = /expires=Thu, 01 Jan 1970/i.test(line) || value === '';
      const index = this.cookies.findIndex((cookie) => cookie.name === name && cookie.path === path);
      if (index >= 0) this.cookies.splice(index, 1);
      if (!isGone) this.cookies.push({ name, value, path });
    }
  }

  private cookiesFor(address: string): string {
    const { pathname } = new URL(address);
    return this.cookies
      .filter(({ path }) => pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }
}

/** The address of the first form of a page, and what its fields hold. */
export function formOf(page: string, address: string, id?: string): { action: string; fields: Record<string, string> } {
  const [form] = new RegExp(`<form ${id ? `id="${id}"` : ''}[^]*?</form>`).exec(page) ?? [];
  const action = /action="([^"]*)"/.exec(form ?? '')?.[1];
  if (!form || action === undefined) throw new Error(`no form in this page: ${page.replace(/\s*<[^>]*>\s*/g, ' ').slice(0, 2_000)}`);
  const inputs = form.match(/<input[^>]*>/g) ?? [];
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return {
    action: new URL(action.replaceAll('&#38;', '&'), address).href,
    fields: Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')])),
  };
}
