import { writeAmount } from '@sportello/italy/amounts';
import type { CartRequest } from '@sportello/pagopa/checkout';
import type { Notice, SimulatedNode } from './node.ts';
import { type Language, texts } from './texts.ts';

const style = `
  body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 0; color: #17324d; background: #fff }
  main, header div, nav { max-width: 44rem; margin: 0 auto; padding: 0 1rem } main { padding-bottom: 3rem }
  header { background: #ffdf80; border-bottom: 3px solid #995c00; padding: .75rem 0; font-weight: 600 }
  nav { display: flex; gap: 1rem; flex-wrap: wrap; padding-top: .5rem } nav a { padding: .5rem 0 }
  a { color: #0059b3 } :focus-visible { outline: 3px solid #995c00; outline-offset: 2px }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .5rem .5rem .5rem 0; border-bottom: 1px solid #5a768a; vertical-align: top }
  td.amount, th.amount { text-align: right; white-space: nowrap } code { overflow-wrap: anywhere } .scroll { overflow-x: auto }
  label { display: block; margin: 1rem 0 .25rem; font-weight: 600 } input[type=text] { font: inherit; width: 100%; box-sizing: border-box; padding: .6rem; border: 1px solid #455b71 }
  fieldset { border: 1px solid #455b71; margin: 1.5rem 0; padding: 0 1rem 1rem } legend { font-weight: 600; padding: 0 .5rem }
  .choice { display: flex; gap: .75rem; align-items: baseline; padding: .5rem 0 } .choice label { margin: 0; font-weight: 400 }
  button { font: inherit; font-weight: 600; padding: .75rem 1.5rem; margin: .5rem .5rem .5rem 0; border: 2px solid #0059b3; background: #0059b3; color: #fff; cursor: pointer }
  button.second { background: #fff; color: #0059b3 } .alert { border-left: 6px solid #cc334d; padding: .5rem 1rem; background: #fdf0f2 }`;

export interface Setting {
  language: Language;
  /** Path and query of this page, without its language. */
  path: string;
}

export const cards = ['good', 'bad', 'late', 'twice'] as const;
export type Card = (typeof cards)[number];

const money = (cents: number) => `${writeAmount(cents)}\u00a0€`;

export function homePage(setting: Setting, node: SimulatedNode): string {
  const t = texts[setting.language];
  const rows = node
    .calls()
    .map(
      ({ at, operation, idPA, noticeNumber, outcome }) =>
        `<tr><td><time datetime="${at.toISOString()}">${at.toLocaleTimeString('it-IT', { timeZone: 'Europe/Rome' })}</time></td><td>${operation}</td><td>${escapeHtml(idPA)}</td><td>${escapeHtml(noticeNumber)}</td><td>${escapeHtml(outcome)}</td></tr>`,
    );
  const head = [t.when, t.operation, t.body, t.notice, t.outcome].map((name) => `<th scope="col">${name}</th>`).join('');
  const table = `<div class="scroll" tabindex="0" role="region" aria-labelledby="calls"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  return wholePage(
    setting,
    t.title,
    `<p><a href="/sportello?lang=${setting.language}">${t.deskTitle}</a></p><h2 id="calls">${t.callsTitle}</h2>${rows.length > 0 ? table : `<p>${t.noCalls}</p>`}`,
  );
}

/** @param wrong what to say of what was typed before */
export function deskPage(setting: Setting, wrong?: string): string {
  const t = texts[setting.language];
  const alert = wrong ? `<p class="alert" role="alert">${escapeHtml(wrong)}</p>` : '';
  return wholePage(
    setting,
    t.deskTitle,
    `${alert}<p>${t.deskIntro}</p>
    <form method="post" action="/sportello/avviso?lang=${setting.language}">
      <label for="qr">${t.qr}</label><input type="text" id="qr" name="qr" autocomplete="off" placeholder="PAGOPA|002|…">
      <p>${t.or}</p>
      <label for="noticeNumber">${t.noticeNumber}</label><input type="text" id="noticeNumber" name="noticeNumber" inputmode="numeric" autocomplete="off">
      <label for="fiscalCode">${t.fiscalCode}</label><input type="text" id="fiscalCode" name="fiscalCode" inputmode="numeric" autocomplete="off">
      <p><button>${t.show}</button></p>
    </form>`,
  );
}

export function noticePage(
  setting: Setting,
  { fiscalCode, noticeNumber }: Notice,
  { amountCents, description, companyName }: { amountCents: number; description: string; companyName: string },
): string {
  const t = texts[setting.language];
  return wholePage(
    setting,
    t.deskTitle,
    `${tableOf(setting.language, [{ companyName, description, noticeNumber, amount: amountCents }], 0)}
    <form method="post" action="/sportello/pagamento?lang=${setting.language}">
      <input type="hidden" name="noticeNumber" value="${escapeHtml(noticeNumber)}"><input type="hidden" name="fiscalCode" value="${escapeHtml(fiscalCode)}">
      <div class="choice"><input type="checkbox" id="postal" name="postal" value="yes"><label for="postal">${t.postal}</label></div>
      <p><button>${t.pay} ${money(amountCents)}</button></p>
    </form>`,
  );
}

export function paidPage(setting: Setting, token: string): string {
  const t = texts[setting.language];
  return wholePage(
    setting,
    t.paidTitle,
    `<p role="status">${t.paid}</p><p>${t.receipt}: <code>${token}</code></p><p><a href="/sportello?lang=${setting.language}">${t.another}</a></p>`,
  );
}

export function checkoutPage(setting: Setting, id: string, cart: CartRequest, feeCents: number, isChanged: boolean): string {
  const t = texts[setting.language];
  const total = cart.paymentNotices.reduce((sum, { amount }) => sum + amount, feeCents);
  const choices = cards.map(
    (card, at) =>
      `<div class="choice"><input type="radio" name="card" id="card-${card}" value="${card}"${at === 0 ? ' checked' : ''}><label for="card-${card}">${t.cards[card]}</label></div>`,
  );
  return wholePage(
    setting,
    t.checkoutTitle,
    `${isChanged ? `<p class="alert" role="alert">${t.changed}</p>` : ''}
    <h2>${t.toPay}</h2>
    ${tableOf(setting.language, cart.paymentNotices, feeCents)}
    <form method="post" action="/carts/${id}/payment?lang=${setting.language}">
      <fieldset><legend>${t.card}</legend><p>${t.chooseCard}</p>${choices.join('')}</fieldset>
      <button>${t.pay} ${money(total)}</button>
    </form>
    <form method="post" action="/carts/${id}/departure?lang=${setting.language}"><button class="second">${t.leave}</button></form>`,
  );
}

/** @param back where whoever came from a site goes */
export function failurePage(setting: Setting, words: string, back?: string): string {
  const t = texts[setting.language];
  const link = back ? `<p><a href="${escapeHtml(back)}">${t.backToSite}</a></p>` : '';
  return wholePage(setting, t.title, `<p class="alert" role="alert">${escapeHtml(words)}</p>${link}`);
}

function tableOf(
  language: Language,
  notices: readonly { companyName: string; description: string; noticeNumber: string; amount: number }[],
  feeCents: number,
): string {
  const t = texts[language];
  const total = notices.reduce((sum, { amount }) => sum + amount, feeCents);
  const rows = notices.map(
    ({ companyName, description, noticeNumber, amount }) =>
      `<tr><td>${escapeHtml(companyName)}<br>${escapeHtml(description)}<br><code>${escapeHtml(noticeNumber)}</code></td><td class="amount">${money(amount)}</td></tr>`,
  );
  const fee = feeCents > 0 ? `<tr><td>${t.fee}</td><td class="amount">${money(feeCents)}</td></tr>` : '';
  return `<table><thead><tr><th scope="col">${t.notice}</th><th scope="col" class="amount">${t.amount}</th></tr></thead><tbody>${rows.join('')}${fee}</tbody><tfoot><tr><th scope="row">${t.total}</th><td class="amount"><strong>${money(total)}</strong></td></tr></tfoot></table>`;
}

function wholePage({ language, path }: Setting, title: string, main: string): string {
  const t = texts[language];
  const other = language === 'it' ? 'en' : 'it';
  const toOther = `${path}${path.includes('?') ? '&' : '?'}lang=${other}`;
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} - ${t.title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><div>${t.banner}</div></header>
<nav aria-label="${t.title}"><a href="/?lang=${language}">${t.home}</a><a href="/sportello?lang=${language}">${t.desk}</a><a href="${escapeHtml(toOther)}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a></nav>
<main><h1>${escapeHtml(title)}</h1>${main}</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
