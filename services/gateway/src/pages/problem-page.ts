import type { Language } from '@sportello/contracts/contract';
import { problems } from '@sportello/contracts/registry';
import type { ProblemDocument } from '@sportello/messaging/problem';
import { html } from '@sportello/service/html';
import type { FastifyRequest } from 'fastify';
import { pathOf } from '../methods.js';
import type { Look } from '../themes/themes.js';

declare module 'fastify' {
  interface FastifyInstance {
    /** The look of the body at whose address a request came, as far as it is known at once. */
    lookKnownAt?(request: FastifyRequest): Look | null;
  }
}

const words = {
  it: { error: 'Errore', again: 'Riprova', back: 'Torna al sito', code: 'Codice da dare al servizio di assistenza' },
  en: { error: 'Error', again: 'Try again', back: 'Back to the site', code: 'Code to give to the help desk' },
};

/** True for a person who follows a link or sends a form: the interface for programs answers programs, whoever opens it. */
export const wantsPage = (request: FastifyRequest): boolean =>
  /\btext\/html\b/.test(request.headers.accept ?? '') && !/^\/(api|status)(\/|$)/.test(pathOf(request));

/** A problem in words, on a page that needs nothing of what may be away. */
export function problemPage(document: ProblemDocument, language: Language, request: FastifyRequest): string {
  const text = words[language];
  const home = language === 'en' ? '/en' : '/';
  const body = request.server.lookKnownAt?.(request)?.body;
  const name = body?.name[language] ?? 'Sportello';
  // Only what was asked by its address alone can be asked again: by the same address, which is what an empty link means.
  const canAskAgain = request.method === 'GET' && document.status >= 500;
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${text.error}: ${document.title} - ${name}</title>
  <link rel="stylesheet" href="/static/fonts.css">
  <link rel="stylesheet" href="/static/bootstrap-italia.min.css">
  ${body && html`<link rel="stylesheet" href="${body.stylesheet}">`}
  <link rel="icon" href="/static/logo.svg" type="image/svg+xml">
</head>
<body>
  <header class="it-header-wrapper">
    <div class="it-header-slim-wrapper">
      <div class="container"><a class="text-white fw-semibold" href="${home}">${name}</a></div>
    </div>
  </header>
  <main class="container py-5">
    <h1>${document.title}</h1>
    <p class="lead">${document.detail ?? problems.get(document.type)?.explanation[language]}</p>
    ${document.instance && html`<p>${text.code}: <code>${document.instance}</code></p>`}
    <p>
      ${canAskAgain && html`<a class="btn btn-primary me-3" href="">${text.again}</a>`}
      <a class="btn btn-outline-primary" href="${home}">${text.back}</a>
    </p>
  </main>
</body>
</html>
`.text;
}
