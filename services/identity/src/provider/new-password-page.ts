import { html, trusted } from '@sportello/service/html';
import type { ChoiceOutcome } from '../accounts/initial-passwords.js';
import { passwordLength } from '../accounts/password.js';
import { errorSummary, type PageSetting, page } from './pages.js';
import { pageTexts } from './texts.js';

export type PasswordRefusal = Exclude<ChoiceOutcome, { is: 'chosen' }>['is'];

/**
 * Asks for a password of one's own in place of the one that was given. What is wrong is told by the page, in its language, and not by the browser
 * in the browser's.
 * @param action where the form is sent
 */
export function newPasswordPage(setting: PageSetting, action: string, refusal?: PasswordRefusal): string {
  const text = pageTexts[setting.language];
  const words = {
    'wrong-length': text.newPasswordLength,
    'too-simple': text.newPasswordSimple,
    different: text.newPasswordDifferent,
    same: text.newPasswordSame,
    expired: text.expiredLead,
  };
  const field = (name: string, label: string) => html`<div class="id-field">
      <label for="${name}">${label}</label>
      <input id="${name}" name="${name}" type="password" required maxlength="${passwordLength.most}" autocomplete="new-password"
        ${refusal ? trusted('aria-invalid="true" aria-describedby="errors rule"') : trusted('aria-describedby="rule"')}>
    </div>`;
  return page(setting, {
    title: text.newPassword,
    hasError: refusal !== undefined,
    body: html`<div class="id-narrow">
      <h1>${text.newPassword}</h1>
      <p class="lead" id="rule">${text.newPasswordLead}</p>
      ${refusal && errorSummary(text, words[refusal])}
      <form method="post" action="${action}" novalidate>
        ${field('newPassword', text.newPasswordField)}
        ${field('newPasswordAgain', text.newPasswordAgain)}
        <button class="btn btn-primary id-submit" type="submit">${text.newPasswordSave}</button>
      </form>
    </div>`,
  });
}
