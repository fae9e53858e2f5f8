import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { asUsername } from '@sportello/italy/typed-text';
import { CONFIG } from '@sportello/service/config';
import { type Html, html, trusted } from '@sportello/service/html';
import { KnownDevices } from '../accounts/known-devices.js';
import { LinksService, type Opened } from '../accounts/links.service.js';
import { passwordLength } from '../accounts/password.js';
import { PasswordChanges } from '../accounts/password-changes.js';
import { Recoveries } from '../accounts/recoveries.js';
import type { Forgotten } from '../accounts/recovery.entity.js';
import { type SignInOutcome, SignInService } from '../accounts/sign-in.service.js';
import type { Config } from '../config.js';
import { type CredentialTexts, credentialTexts } from './credential-texts.js';
import { clientAddress, readForm } from './http.js';
import { errorSummary, type PageSetting, page, portalOf } from './pages.js';
import { minuteOf } from './sign-in-page.js';
import { chooseLanguage, type PageTexts, pageTexts } from './texts.js';

/** What a page says above its form: what went wrong, or what is done. */
interface Said {
  error?: string;
  success?: Html;
  status?: number;
}

interface Field {
  name: string;
  label: string;
  type: 'text' | 'password';
  autocomplete: string;
  isOptional?: true;
  value?: string;
}

/** What people do with their username and password outside a sign-in, at `<realm>/credentials` and below. */
@Injectable()
export class CredentialPages {
  private readonly devices: KnownDevices;

  constructor(
    private readonly signIn: SignInService,
    private readonly passwords: PasswordChanges,
    private readonly recoveries: Recoveries,
    private readonly links: LinksService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.devices = new KnownDevices(config.COOKIE_KEYS);
  }

  /** @param below what follows `<realm>/credentials` in the path; @returns the page, undefined where there is none */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL, below: string): Promise<string | undefined> {
    const shown = new Shown(this.config, request, url);
    const form = request.method === 'POST' ? await readForm(request) : undefined;
    const answered = await this.pageOf(below, shown, form, request);
    if (!answered) return undefined;
    response.statusCode = answered.status;
    return answered.text;
  }

  private async pageOf(
    below: string,
    shown: Shown,
    form: URLSearchParams | undefined,
    request: IncomingMessage,
  ): Promise<{ text: string; status: number } | undefined> {
    const [, secret] = /^\/link\/([\w-]{43})$/.exec(below) ?? [];
    if (secret !== undefined) return this.link(secret, shown, form, request);
    switch (below) {
      case '':
        return this.manage(shown, form, request);
      case '/check':
        return this.check(shown, form, request);
      case '/password':
        return this.forgotten('password', shown, form, request);
      case '/username':
        return this.forgotten('username', shown, form, request);
      default:
        return undefined;
    }
  }

  /** Whether username and password open, without opening (IDE-26). */
  private async check(shown: Shown, form: URLSearchParams | undefined, request: IncomingMessage) {
    const { said, words } = shown;
    const username = asUsername(form?.get('username') ?? '');
    const show = (what: Said = {}) =>
      shown.form({
        title: said.check,
        lead: said.checkLead,
        fields: [usernameField(words, username), passwordField('password', words.password, 'current-password')],
        send: said.checkSend,
        what,
        foot: shown.footLinks('/check'),
      });
    if (!form) return show();
    const attempt = this.attemptOf(form, username, request);
    if (!attempt) return show({ error: words.missing, status: 422 });
    const outcome = await this.signIn.check({ ...attempt, forStaff: false }, new Date());
    if (outcome.is === 'welcome') return show({ success: html`<strong>${said.works}</strong> ${said.worksLead}` });
    await this.signIn.noteFailure(username, attempt.address, outcome, new Date());
    return show(shown.refused(outcome));
  }

  /** Another password in place of one that is known (IDE-27). */
  private async manage(shown: Shown, form: URLSearchParams | undefined, request: IncomingMessage) {
    const { said, words } = shown;
    const username = asUsername(form?.get('username') ?? '');
    const show = (what: Said = {}) =>
      shown.form({
        title: said.manage,
        lead: said.manageLead,
        fields: [
          usernameField(words, username),
          passwordField('password', said.current, 'current-password'),
          codeField(said),
          ...newPasswordFields(words),
        ],
        send: said.change,
        what,
        foot: shown.footLinks(''),
      });
    if (!form) return show();
    const attempt = this.attemptOf(form, username, request);
    if (!attempt) return show({ error: said.missing, status: 422 });
    const outcome = await this.passwords.change(attempt, { ...chosenIn(form), code: (form.get('code') ?? '').slice(0, 40) }, new Date());
    switch (outcome.is) {
      case 'changed':
        return shown.done(said.changed, said.changedLead, true);
      case 'same':
        return show({ error: said.same, status: 422 });
      case 'wrong-code':
        return show({ error: said.codeWrong, status: 401 });
      case 'locked-code':
        return show({ error: said.codeLocked(minuteOf(outcome.until, shown.setting.language)), status: 429 });
      case 'wrong-length':
      case 'too-simple':
      case 'different':
        return show({ error: shown.refusal(outcome.is), status: 422 });
      default:
        await this.signIn.noteFailure(username, attempt.address, outcome, new Date());
        return show(shown.refused(outcome));
    }
  }

  /** The answer is the same for everybody, known or not (IDE-03, 04, 42). */
  private async forgotten(what: Forgotten, shown: Shown, form: URLSearchParams | undefined, request: IncomingMessage) {
    const { said } = shown;
    const isPassword = what === 'password';
    const show = (told: Said = {}) =>
      shown.form({
        title: isPassword ? said.askPassword : said.askUsername,
        lead: isPassword ? said.askPasswordLead : said.askUsernameLead,
        fields: [
          {
            name: 'who',
            label: isPassword ? said.mailOrUsername : said.mail,
            type: 'text',
            autocomplete: isPassword ? 'username' : 'email',
          },
        ],
        send: isPassword ? said.reset : said.sendUsername,
        what: told,
      });
    if (!form) return show();
    const who = (form.get('who') ?? '').trim();
    if (!who || who.length > 254) return show({ error: said.missing, status: 422 });
    const outcome = await this.recoveries.ask(what, who, clientAddress(request), new Date());
    if (outcome.is === 'locked') return show({ error: said.locked(minuteOf(outcome.until, shown.setting.language)), status: 429 });
    return shown.done(said.asked, said.askedLead, false);
  }

  private async link(secret: string, shown: Shown, form: URLSearchParams | undefined, request: IncomingMessage) {
    const { said } = shown;
    const opened = await this.links.open(secret, new Date());
    if (!opened) return shown.over();
    if (!form) return this.choose(shown, opened);
    const chosen = { ...chosenIn(form), version: Number(form.get('version') ?? 0) };
    const outcome = await this.links.use(secret, chosen, clientAddress(request), new Date());
    switch (outcome.is) {
      case 'used':
        return shown.done(said.changed, said.changedLead, outcome.isStaff);
      case 'expired':
        return shown.over();
      case 'changed': {
        const now = await this.links.open(secret, new Date());
        return now ? this.choose(shown, now, { error: said.invitationChanged, status: 409 }) : shown.over();
      }
      default:
        return this.choose(shown, opened, { error: shown.refusal(outcome.is), status: 422 });
    }
  }

  private choose(shown: Shown, { invitation, username }: Opened, what: Said = {}) {
    const { said, words } = shown;
    return shown.form({
      title: words.newPassword,
      lead: said.newLead,
      about: html`<p>${said.forUser(username)}</p>
        ${invitation && html`<p class="callout-text"><strong>${said.invitation(invitation.organizationName, said.roles[invitation.role])}</strong></p>`}`,
      hidden: invitation ? { version: String(invitation.version) } : {},
      fields: newPasswordFields(words),
      send: invitation ? said.accept : said.change,
      what,
    });
  }

  private attemptOf(form: URLSearchParams, username: string, request: IncomingMessage) {
    const password = form.get('password') ?? '';
    if (!username || !password || username.length > 100 || password.length > passwordLength.most) return null;
    const device = this.devices.find(request.headers.cookie ?? '', username, new Date());
    return { username, password, address: clientAddress(request), device };
  }
}

interface FormPage {
  title: string;
  lead: string;
  about?: Html;
  hidden?: Record<string, string>;
  fields: readonly Field[];
  send: string;
  what: Said;
  foot?: Html;
}

/** A page in the language of who reads it. */
class Shown {
  readonly setting: PageSetting;
  readonly said: CredentialTexts;
  readonly words: PageTexts;
  private readonly action: string;

  constructor({ PUBLIC_URL: home, OIDC_ISSUER, LABORATORY: isLaboratory }: Config, request: IncomingMessage, url: URL) {
    const language = chooseLanguage(url.searchParams.get('lang') ?? undefined, request.headers['accept-language']);
    const inLanguage = (code: string) => `${url.pathname}?lang=${code}`;
    this.setting = { language, home, portal: home, realm: new URL(OIDC_ISSUER).pathname, isLaboratory, inLanguage };
    this.said = credentialTexts[language];
    this.words = pageTexts[language];
    this.action = inLanguage(language);
  }

  form({ title, lead, about, hidden = {}, fields, send, what, foot }: FormPage) {
    const { error, success, status = 200 } = what;
    const invalid = error !== undefined && trusted('aria-invalid="true" aria-describedby="errors"');
    const text = page(this.setting, {
      title,
      hasError: error !== undefined,
      body: html`<div class="id-narrow">
        <h1>${title}</h1>
        <p class="lead">${lead}</p>
        ${about}
        ${error !== undefined && errorSummary(this.words, error)}
        ${success && html`<div class="alert alert-success" role="status" tabindex="-1" autofocus>${success}</div>`}
        <form method="post" action="${this.action}" novalidate>
          ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
          ${fields.map(
            ({ name, label, type, autocomplete, value, isOptional }) => html`<div class="id-field">
            <label for="${name}">${label}</label>
            <input id="${name}" name="${name}" type="${type}" ${!isOptional && trusted('required')} maxlength="254" autocomplete="${autocomplete}" autocapitalize="none"
              spellcheck="false" value="${value}" ${invalid}>
          </div>`,
          )}
          <button class="btn btn-primary id-submit" type="submit">${send}</button>
        </form>
        ${foot}
      </div>`,
    });
    return { text, status };
  }

  done(title: string, lead: string, isStaff: boolean) {
    const address = isStaff ? `${this.setting.portal}/console` : portalOf(this.setting);
    const body = html`<div class="id-narrow"><h1>${title}</h1><p class="lead">${lead}</p>
      <p><a class="btn btn-primary" href="${address}">${this.said.enter}</a></p></div>`;
    return { text: page(this.setting, { title, body }), status: 200 };
  }

  over() {
    const { linkOver: title, linkOverLead } = this.said;
    const body = html`<div class="id-narrow"><h1>${title}</h1><p class="lead">${linkOverLead}</p>
      <p><a class="btn btn-primary" href="${this.address('/password')}">${this.said.reset}</a></p></div>`;
    return { text: page(this.setting, { title, hasError: true, body }), status: 410 };
  }

  /** The pages beside this one. @param here what follows `credentials` in the path of this one */
  footLinks(here: string): Html {
    const link = (below: string, label: string) => below !== here && html`<li><a href="${this.address(below)}">${label}</a></li>`;
    const { check, manage, askPassword, askUsername } = this.said;
    return html`<ul class="id-links">${link('/check', check)}${link('', manage)}${link('/password', askPassword)}${link('/username', askUsername)}</ul>`;
  }

  refusal(is: 'wrong-length' | 'too-simple' | 'different'): string {
    const { newPasswordLength, newPasswordSimple, newPasswordDifferent } = this.words;
    return { 'wrong-length': newPasswordLength, 'too-simple': newPasswordSimple, different: newPasswordDifferent }[is];
  }

  /** Wrong, locked or suspended, as the sign-in page says it. */
  refused(outcome: Exclude<SignInOutcome, { is: 'welcome' }>): Said {
    switch (outcome.is) {
      case 'locked':
        return { error: this.words.locked(minuteOf(outcome.until, this.setting.language)), status: 429 };
      case 'suspended':
        return { error: this.said.worksButSuspended(outcome.organizationName), status: 403 };
      default:
        return { error: this.words.refused, status: 401 };
    }
  }

  private address(below: string): string {
    return `${this.setting.realm}/credentials${below}?lang=${this.setting.language}`;
  }
}

const usernameField = (words: PageTexts, value: string): Field => ({
  name: 'username',
  label: words.username,
  type: 'text',
  autocomplete: 'username',
  value,
});
const passwordField = (name: string, label: string, autocomplete: string): Field => ({ name, label, type: 'password', autocomplete });
const codeField = (said: CredentialTexts): Field => ({
  name: 'code',
  label: said.appCode,
  type: 'text',
  autocomplete: 'one-time-code',
  isOptional: true,
});
const newPasswordFields = (words: PageTexts): Field[] => [
  passwordField('newPassword', words.newPasswordField, 'new-password'),
  passwordField('newPasswordAgain', words.newPasswordAgain, 'new-password'),
];
const chosenIn = (form: URLSearchParams) => ({
  password: form.get('newPassword') ?? '',
  again: form.get('newPasswordAgain') ?? '',
});
