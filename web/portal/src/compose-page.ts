import type { Head, HeadLink } from '@sportello/ui/head';

interface Parts {
  language: 'it' | 'en';
  /** The body whose site it is; absent for the installation's. */
  siteName?: string | undefined;
  head: Head;
  links: readonly HeadLink[];
  page: string;
  /** A block of data from which the browser goes on. Absent: it draws the page by itself, and `page` is for who has no script. */
  data?: string;
}

const quoted = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * The built page of a language with what was rendered in its place, and with what it says of itself.
 * @throws Error for a page without one of the places
 */
export function composePage(template: string, { language, siteName, head, links, page, data }: Parts): string {
  const { title, description, status, structured } = head;
  const [canonical] = links;
  const url = canonical?.href ?? '';
  const about = [
    ...(status === 200
      ? links.map(({ rel, hreflang, href }) => `<link rel="${rel}"${hreflang ? ` hreflang="${hreflang}"` : ''} href="${quoted(href)}">`)
      : ['<meta name="robots" content="noindex">']),
    ...Object.entries({
      type: 'website',
      title,
      description,
      ...(status === 200 && { url }),
      site_name: siteName ?? (language === 'it' ? 'Sportello digitale' : 'Digital counter'),
      locale: language === 'it' ? 'it_IT' : 'en_GB',
    }).map(([name, content]) => `<meta property="og:${name}" content="${quoted(content)}">`),
    // A block of data, which no browser executes; what validators of public sites look for.
    ...(structured
      ? [`<script type="application/ld+json" data-element="metatag">${JSON.stringify(structured(url)).replaceAll('<', '\\u003c')}</script>`]
      : []),
  ].join('');
  const places: [RegExp, string][] = [
    [/<title>[^<]*<\/title>/, `<title>${quoted(title)}</title>${about}`],
    ...(data === undefined
      ? [[/<noscript>[\s\S]*<\/noscript>/, `<noscript>${page}</noscript>`] as [RegExp, string]]
      : ([
          [/<div id="root">[\s\S]*<\/div>(?=\s*<noscript>)/, `<div id="root">${page}</div>${data}`],
          [/<noscript>[\s\S]*<\/noscript>/, ''],
          [/<script type="module" [\s\S]*?(?=<link rel="stylesheet")/, afterPaint(template)],
        ] as [RegExp, string][])),
    ...(description
      ? [[/<meta name="description" content="[^"]*"/, `<meta name="description" content="${quoted(description)}"`] as [RegExp, string]]
      : []),
  ];
  return places.reduce((text, [place, words]) => {
    if (!place.test(text)) throw new Error(`The page has no ${place.source}`);
    return text.replace(place, () => words);
  }, template);
}

/** The program of the built page, to be asked for when the rendered one is painted. */
function afterPaint(template: string): string {
  const addressesOf = (mark: RegExp) => [...template.matchAll(mark)].map(([, address]) => address).join(' ');
  const program = addressesOf(/<script type="module"[^>]* src="([^"]*)"/g);
  const parts = addressesOf(/<link rel="modulepreload"[^>]* href="([^"]*)"/g);
  return `<script src="/assets/portal/after-paint-1.js" data-program="${program}" data-parts="${parts}" defer></script>\n    `;
}
