import { inkClass, inks, paperClass, papers } from '@sportello/contracts/rich-text';
import sanitizeHtml, { type IOptions } from 'sanitize-html';

const blocks = ['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];

/** What texts that people write may hold. Headings of a page are its own: the highest of a text is the second. */
const allowed: IOptions = {
  allowedTags: [...blocks, 'br', 'strong', 'em', 'u', 's', 'sub', 'sup', 'code', 'a', 'span'],
  allowedClasses: { span: [...inks.map((ink) => inkClass + ink), ...papers.map((paper) => paperClass + paper)] },
  allowedAttributes: { a: ['href', 'rel'], th: ['scope', 'colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 20,
  transformTags: {
    h1: 'h2',
    b: 'strong',
    i: 'em',
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'noopener noreferrer nofollow' } }),
  },
};

/** HTML that people wrote, with the elements and attributes of a short list alone: scripts, styles, forms, images and foreign addresses are gone. */
export const cleanHtml = (written: string): string => sanitizeHtml(written, allowed).trim();

/** What a message may hold (TIC-08): no headings, tables and links, which could pass for words of the page. */
const allowedInNotes: IOptions = {
  ...allowed,
  allowedTags: ['p', 'ul', 'ol', 'li', 'br', 'strong', 'em', 'u', 'span'],
  allowedAttributes: {},
};

/** HTML of a message, cleaned as `cleanHtml` does, to the elements of a message. */
export const cleanNote = (written: string): string => sanitizeHtml(written, allowedInNotes).trim();

/** Where one block ends and another begins. */
const between = new RegExp(`</?(?:${[...blocks, 'br'].join('|')})\\b`, 'gi');
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' };

/** The words of HTML, with one space between blocks. */
export const textOf = (written: string): string => wordsOf(written.replace(between, ' $&')).replace(/\s+/g, ' ').trim();

/** The words of HTML, a line for each block, each item of a list after a dash: as they are quoted where there is no layout. */
export const linesOf = (written: string): string =>
  wordsOf(written.replace(/\s+/g, ' ').replace(between, '\n$&').replace(/<li\b/gi, '\n- $&'))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    // The paragraph of an item stands beside its dash.
    .replace(/(?<=^|\n)-\n+/g, '- ')
    .replace(/\n+/g, '\n')
    .trim();

const wordsOf = (written: string): string =>
  sanitizeHtml(written, { allowedTags: [], allowedAttributes: {} }).replace(
    /&(?:amp|lt|gt|quot|nbsp);/g,
    (entity) => entities[entity] ?? entity,
  );
