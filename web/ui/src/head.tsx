import type { Language } from '@sportello/contracts/contract';
import { createContext, useContext } from 'react';
import { localPath } from './paths.js';

/** What a page says of itself to whoever does not look at it: browsers, search engines, other sites. */
export interface Head {
  title: string;
  description: string;
  status: 200 | 404 | 410;
  /** What a page is about in the words of schema.org, where it is a thing that search engines know; given its address. */
  structured?: (url: string) => object;
}

/** Where pages are rendered, what is said is gathered here; a browser has its document. */
export const HeadOfPage = createContext<Head | null>(null);

/** Says something of the page while it is rendered on the server. */
export const useHeadOfPage = (said: Partial<Head>): void => {
  const head = useContext(HeadOfPage);
  if (head) Object.assign(head, said);
};

export interface HeadLink {
  rel: 'canonical' | 'alternate';
  hreflang?: Language;
  href: string;
}

/**
 * The address of a page and its twins in the other languages.
 * @param path without base, in any language
 */
export const linksOf = (origin: string, path: string, language: Language): HeadLink[] => [
  { rel: 'canonical', href: origin + localPath(path, language) },
  ...(['it', 'en'] as const).map((each): HeadLink => ({ rel: 'alternate', hreflang: each, href: origin + localPath(path, each) })),
];

/** Keeps the links of the document in step with the page that it shows. */
export const writeLinks = (links: readonly HeadLink[]): void => {
  for (const { rel, hreflang, href } of links) {
    const selector = `link[rel="${rel}"]${hreflang ? `[hreflang="${hreflang}"]` : ''}`;
    const link = document.head.querySelector<HTMLLinkElement>(selector) ?? document.head.appendChild(document.createElement('link'));
    link.rel = rel;
    if (hreflang) link.hreflang = hreflang;
    link.href = href;
  }
};
