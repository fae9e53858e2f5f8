import { qrCode } from '@sportello/documents/qr-code';
import { type Html, html, trusted } from '@sportello/service/html';
import type { Asked, CodeOutcome } from '../accounts/second-factors.js';
import { credentialTexts } from './credential-texts.js';
import { errorSummary, type PageSetting, page } from './pages.js';
import { minuteOf } from './sign-in-page.js';
import { pageTexts } from './texts.js';

export type CodeRefusal = Extract<CodeOutcome, { is: 'wrong' | 'locked' }>;

/**
 * Asks for the code of an app, shows how to set the app, or the recovery codes once it is set (IDE-50).
 * @param action where the form is sent
 */
export function secondFactorPage(setting: PageSetting, action: string, asked: Asked, refusal?: CodeRefusal): string {
  const text = credentialTexts[setting.language];
  const [title, lead] = {
    code: [text.code, text.codeLead] as const,
    setting: [text.setting, text.settingLead] as const,
    recovery: [text.recovery, text.recoveryLead] as const,
  }[asked.is];
  const words = refusal && (refusal.is === 'locked' ? text.codeLocked(minuteOf(refusal.until, setting.language)) : text.codeWrong);
  return page(setting, {
    title,
    hasError: refusal !== undefined,
    body: html`<div class="id-narrow">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${words !== undefined && errorSummary(pageTexts[setting.language], words)}
      ${asked.is === 'setting' && appSetting(asked, text.secret)}
      ${asked.is === 'recovery' && html`<ul class="id-codes">${asked.codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>`}
      <form method="post" action="${action}" novalidate>
        ${
          asked.is === 'recovery'
            ? html`<input type="hidden" name="recovery" value="kept">`
            : html`<div class="id-field">
          <label for="code">${text.codeField}</label>
          <input id="code" name="code" type="text" required maxlength="40" autocomplete="one-time-code" inputmode="${asked.is === 'code' ? 'text' : 'numeric'}"
            autocapitalize="none" spellcheck="false" ${words !== undefined && trusted('aria-invalid="true" aria-describedby="errors"')}>
        </div>`
        }
        <button class="btn btn-primary id-submit" type="submit">${asked.is === 'recovery' ? text.recoveryKept : text.codeSend}</button>
      </form>
    </div>`,
  });
}

function appSetting({ uri, secret }: Extract<Asked, { is: 'setting' }>, label: string): Html {
  const { modules, path } = qrCode(uri);
  const around = 4;
  const size = modules + 2 * around;
  return html`<svg class="id-qr" role="img" aria-label="QR" width="220" height="220" viewBox="${-around} ${-around} ${size} ${size}">
      <rect x="${-around}" y="${-around}" width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000" fill-rule="evenodd"/>
    </svg>
    <p>${label} <code>${secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>`;
}
