import { createHash } from 'node:crypto';
import type { Output } from '@sportello/contracts/contract';
import type { getTheme } from '@sportello/contracts/identity/themes';
import { type Html, html, trusted } from '@sportello/service/html';
import { languageNames, type PageLanguage, type PageTexts, pageLanguages, pageTexts } from './texts.js';

export interface PageSetting {
  language: PageLanguage;
  /** The public address, where the portal and its stylesheets are. */
  home: string;
  /** Where the sign-in began, and links to the portal lead: the address of a body, or the installation's. */
  portal: string;
  /** The path of the realm, under which these pages lie. */
  realm: string;
  /** At whose address the sign-in began, if it was that of a body. */
  body?: Pick<Output<typeof getTheme>, 'organizationId' | 'name' | 'logo'> | undefined;
  /** Said on every page: what is done here counts for nothing. */
  isLaboratory: boolean;
  /** The address of the same page in another language, where it has one. */
  inLanguage?: (language: PageLanguage) => string;
}

interface Content {
  title: string;
  body: Html;
  hasError?: boolean;
}

/** The portal speaks Italian and English; who reads Slovenian here finds it in Italian. */
export const portalOf = ({ language, portal }: PageSetting) => (language === 'en' ? `${portal}/en` : portal);

/** The frame around every page: the header of the official pages, with what a page without scripts can do. */
export function page(setting: PageSetting, { title, body, hasError }: Content): string {
  const { language, home, realm, body: owner } = setting;
  const portal = portalOf(setting);
  const text = pageTexts[language];
  const name = owner ? owner.name[spoken(language)] : text.name;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${hasError && `${text.error}: `}${title} - ${name}</title>
  <link rel="stylesheet" href="${home}/static/fonts.css">
  <link rel="stylesheet" href="${home}/static/bootstrap-italia.min.css">
  ${owner && html`<link rel="stylesheet" href="${home}/themes/${owner.organizationId}/look.css">`}
  <link rel="stylesheet" href="${realm}/pages.css">
  <link rel="icon" href="${home}/static/logo.svg" type="image/svg+xml">
</head>
<body>
  <div class="skiplinks"><a class="visually-hidden-focusable" href="#main">${text.skip}</a></div>
  <header class="it-header-wrapper">
    <div class="it-header-slim-wrapper">
      <div class="container id-slim">
        <span class="id-owner">${text.owner}</span>
        ${setting.inLanguage && languageSwitch(setting.inLanguage, language, text)}
      </div>
    </div>
    <div class="it-header-center-wrapper id-center">
      <div class="container">
        <a class="id-brand" href="${portal}">
          ${logoOf(setting)}
          <span><span class="id-name">${name}</span><span class="id-tagline">${owner ? text.name : text.tagline}</span></span>
        </a>
      </div>
    </div>
  </header>
  <main id="main" class="container id-main">
    ${setting.isLaboratory && laboratoryNotice(text)}
    ${body}
  </main>
  <footer class="it-footer">
    <div class="it-footer-small-prints">
      <div class="container id-footer">
        <a href="${portal}/privacy">${text.privacy}</a>
        <a href="${portal}">${text.back}</a>
      </div>
    </div>
  </footer>
</body>
</html>
`.text;
}

/** What is not written in Slovenian is read in Italian. */
const spoken = (language: PageLanguage) => (language === 'en' ? 'en' : 'it');

const logoOf = ({ home, body, language }: PageSetting): Html =>
  body?.logo
    ? html`<img class="id-logo" src="${home}/themes/${body.organizationId}/look.png" alt="${body.logo.alternative[spoken(language)]}" height="48">`
    : html`<img class="id-logo" src="${home}/static/brand.svg" alt="" width="48" height="48">`;

const laboratoryNotice = (text: PageTexts) => html`<div class="alert alert-warning" role="note">
      <strong>${text.laboratory}.</strong> ${text.laboratoryLead}
    </div>`;

const languageSwitch = (inLanguage: (language: PageLanguage) => string, current: PageLanguage, { language }: PageTexts) => html`
  <nav aria-label="${language}">
    <ul class="id-languages">
      ${pageLanguages.map(
        (code) => html`<li><a href="${inLanguage(code)}" lang="${code}" hreflang="${code}"
          ${code === current && trusted('aria-current="true"')}><abbr title="${languageNames[code].name}">${languageNames[code].short}</abbr></a></li>`,
      )}
    </ul>
  </nav>`;

/** Takes the focus, so that a screen reader begins with it. */
export const errorSummary = (
  text: PageTexts,
  words: string,
) => html`<div class="alert alert-danger" id="errors" role="alert" tabindex="-1" autofocus>
    <strong>${text.error}.</strong> ${words}
  </div>`;

/** Something went wrong, said in plain words, with what a help desk needs where it could help. */
export function errorPage(setting: PageSetting, what: 'expired' | 'away' | 'failed', code: string): string {
  const text = pageTexts[setting.language];
  const [title, lead] = {
    expired: [text.expired, text.expiredLead] as const,
    away: [text.away, text.awayLead] as const,
    failed: [text.failed, text.failedLead] as const,
  }[what];
  return page(setting, {
    title,
    hasError: true,
    body: html`<div class="id-narrow">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${what !== 'expired' && html`<p>${text.code}: <code>${code}</code></p>`}
      <p><a class="btn btn-primary" href="${portalOf(setting)}">${text.back}</a></p>
    </div>`,
  });
}

const confirmScript = `document.querySelector('[name=logout]').click()`;
/** For the content security policy of the page that runs it. */
export const confirmScriptHash = `'sha256-${createHash('sha256').update(confirmScript).digest('base64')}'`;

/**
 * Asks before signing out.
 * @param form the provider's form, with its protection against forged requests; buttons outside belong to it by its id
 * @param isDecided true when the page shall press its own button
 */
export function signOutPage(setting: PageSetting, form: string, isDecided: boolean): string {
  const text = pageTexts[setting.language];
  return page(setting, {
    title: text.signOut,
    body: html`<div class="id-narrow">
      <h1>${text.signOut}</h1>
      <p class="lead">${text.signOutLead}</p>
      ${trusted(form)}
      <p class="id-buttons">
        <button class="btn btn-primary" type="submit" form="op.logoutForm" name="logout" value="yes">${text.signOutYes}</button>
        <button class="btn btn-outline-primary" type="submit" form="op.logoutForm">${text.signOutNo}</button>
      </p>
    ${isDecided && trusted(`<script>${confirmScript}</script>`)}
    </div>`,
  });
}

export function signedOutPage(setting: PageSetting): string {
  const text = pageTexts[setting.language];
  return page(setting, {
    title: text.signedOut,
    body: html`<div class="id-narrow">
      <h1>${text.signedOut}</h1>
      <p class="lead">${text.signedOutLead}</p>
      <p><a class="btn btn-primary" href="${portalOf(setting)}">${text.back}</a></p>
    </div>`,
  });
}

/** What Bootstrap Italia does not have for pages without scripts. */
export const pagesCss = `
body { display: flex; flex-direction: column; min-height: 100vh; }
.it-header-slim-wrapper .id-slim { display: flex; justify-content: space-between; align-items: center; min-height: 3rem; padding-right: 12px; padding-left: 12px; color: #fff; }
@media (max-width: 991px) { .it-header-slim-wrapper { padding-right: 0; padding-left: 0; } }
.id-owner { font-weight: 600; }
.id-languages { display: flex; gap: .25rem; margin: 0; padding: 0; list-style: none; }
.id-languages a { display: block; padding: .75rem .5rem; color: #fff; text-decoration: none; }
.id-languages abbr { text-decoration: none; cursor: inherit; }
.id-languages a:hover, .id-languages a[aria-current] { text-decoration: underline; text-underline-offset: .3em; }
.id-languages a[aria-current] { font-weight: 700; }
.it-header-center-wrapper.id-center { height: auto; padding: 1.25rem 0; }
.id-brand, .id-brand:hover { display: flex; gap: 1rem; align-items: center; color: #fff; text-decoration: none; }
.id-logo { max-width: 9rem; height: 48px; object-fit: contain; }
.id-name { display: block; font-size: 1.5rem; font-weight: 600; line-height: 1.2; }
.id-tagline { display: block; font-size: .875rem; }
.id-main { padding-top: 2.5rem; padding-bottom: 4rem; flex: 1 0 auto; }
.id-narrow { max-width: 40rem; }
.id-narrow h1, .id-sign-in h1 { margin-bottom: .5rem; }
.id-sign-in { display: grid; gap: 2.5rem 4rem; }
.id-sign-in:has(.id-people) { grid-template-columns: minmax(0, 1fr); }
.id-field { margin-bottom: 1.5rem; }
.id-field label { display: block; margin-bottom: .5rem; font-weight: 600; color: #17324d; }
.id-field input { display: block; width: 100%; padding: .625rem .75rem; border: 1px solid #5d7083; border-radius: 4px; font-size: 1rem; color: #17324d; background: #fff; box-shadow: none; height: auto; }
.id-field input[aria-invalid] { border: 2px solid #cc334d; }
.id-field input::placeholder { color: #5d7083; font-style: normal; font-weight: 400; }
.id-submit { width: 100%; }
.id-national { margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid #d9dadb; }
.id-national .id-method { display: flex; gap: .75rem; align-items: center; width: 100%; margin-bottom: .75rem; padding: .75rem 1rem; border: 0; border-radius: 4px; color: #fff; background: var(--sp-primary, #06c); font-weight: 600; text-align: left; }
.id-national .id-method[aria-disabled] { color: #455a64; background: #e6e9f2; cursor: not-allowed; }
.id-method strong { letter-spacing: .03em; }
.id-links { margin: 2rem 0 0; padding: 0; list-style: none; }
.id-links a { display: inline-block; padding: .375rem 0; }
.id-codes { columns: 2; margin: 0 0 1.5rem; padding: 0; list-style: none; font-size: 1.125rem; }
.id-codes code { display: inline-block; padding: .25rem 0; }
@media (max-width: 575px) { .id-codes { columns: 1; } }
.id-qr { display: block; margin-bottom: 1rem; }
.id-beside { margin: -1rem 0 1.25rem; }
.id-buttons { display: flex; flex-wrap: wrap; gap: 1rem; }
.id-people ul { margin: 0; padding: 0; list-style: none; border-top: 1px solid #d9dadb; }
.id-people li { border-bottom: 1px solid #d9dadb; }
.id-people button { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; width: 100%; padding: .75rem .25rem; border: 0; background: none; text-align: left; color: #17324d; }
.id-people button:hover .id-person { text-decoration: none; }
.id-people button:hover { background: #f2f7fc; }
.id-person { font-weight: 600; color: var(--sp-primary, #0066cc); text-decoration: underline; }
.id-footer { display: flex; gap: 1.5rem; padding-top: 1rem; padding-bottom: 1rem; }
.id-footer a { color: #fff; }
@media (min-width: 992px) { .id-sign-in:has(.id-people) { grid-template-columns: minmax(0, 5fr) minmax(0, 4fr); } }
`;
