import { type Html, html, trusted } from '@sportello/service/html';
import type { LaboratoryPerson, SignInOutcome } from '../accounts/sign-in.service.js';
import { credentialTexts } from './credential-texts.js';
import { errorSummary, type PageSetting, page } from './pages.js';
import { type PageLanguage, type PageTexts, pageTexts } from './texts.js';

export type Refusal = Exclude<SignInOutcome, { is: 'welcome' }> | { is: 'missing' };

export interface SignInForm {
  setting: PageSetting;
  /** Where the form is sent. */
  action: string;
  forStaff: boolean;
  people: LaboratoryPerson[];
  /** What was typed before, and why it did not open. */
  username?: string;
  refusal?: Refusal;
}

/** Username and password, for citizens of the laboratory (IDE-02) and for officers (IDE-41). */
export function signInPage({ setting, action, forStaff, people, username, refusal }: SignInForm): string {
  const text = pageTexts[setting.language];
  const said = credentialTexts[setting.language];
  const credentials = `${setting.realm}/credentials`;
  const title = forStaff ? text.officerSignIn : text.signIn;
  const invalid = (refusal?.is === 'refused' || refusal?.is === 'missing') && trusted('aria-invalid="true" aria-describedby="errors"');
  return page(setting, {
    title,
    hasError: refusal !== undefined,
    body: html`<div class="id-sign-in">
      <div>
        <h1>${title}</h1>
        <p class="lead">${forStaff ? text.officerLead : text.signInLead}</p>
        ${refusal && errorSummary(text, wordsFor(refusal, text, setting.language))}
        <form method="post" action="${action}" novalidate>
          <div class="id-field">
            <label for="username">${text.username}</label>
            <input id="username" name="username" type="text" required maxlength="100" autocomplete="username" autocapitalize="none"
              spellcheck="false" placeholder="${text.usernameHint}" value="${username}" ${invalid}>
          </div>
          <p class="id-beside"><a href="${credentials}/username?lang=${setting.language}">${said.usernameForgotten}</a></p>
          <div class="id-field">
            <label for="password">${text.password}</label>
            <input id="password" name="password" type="password" required maxlength="200" autocomplete="current-password"
              placeholder="${text.passwordHint}" ${invalid}>
          </div>
          <p class="id-beside"><a href="${credentials}/password?lang=${setting.language}">${forStaff ? said.forgotten : said.forgottenCitizen}</a></p>
          <button class="btn btn-primary id-submit" type="submit">${forStaff ? text.officerEnter : text.enter}</button>
        </form>
        ${setting.isLaboratory && !forStaff && nationalMethods(text)}
        <ul class="id-links">
          <li><a href="${credentials}/check?lang=${setting.language}">${said.check}</a></li>
          <li><a href="${credentials}?lang=${setting.language}">${said.manage}</a></li>
        </ul>
        <form method="post" action="${action}">
          <p class="mt-4"><button class="btn btn-link p-0" type="submit" name="leave" value="yes">${text.back}</button></p>
        </form>
      </div>
      ${people.length > 0 && laboratoryList(people, action, text)}
    </div>`,
  });
}

/** In their place, and why they cannot be used: the laboratory knows nobody but its own people. */
const nationalMethods = (text: PageTexts): Html => html`<div class="id-national">
          <p id="national-off">${text.nationalOff}</p>
          <button class="id-method" type="button" aria-disabled="true" aria-describedby="national-off">${text.spid}</button>
          <button class="id-method" type="button" aria-disabled="true" aria-describedby="national-off">${text.cie}</button>
        </div>`;

const laboratoryList = (
  people: LaboratoryPerson[],
  action: string,
  text: PageTexts,
): Html => html`<section class="id-people" aria-labelledby="people">
    <h2 class="h5" id="people">${text.people}</h2>
    <form method="post" action="${action}">
      <ul>
        ${people.map(
          ({ name, username, isOfficer }) => html`<li><button type="submit" name="person" value="${username}">
            <span><span class="visually-hidden">${text.enterAs} </span><span class="id-person">${name}</span></span>
            <span class="small">${isOfficer ? text.officer : text.citizen} · ${username}</span>
          </button></li>`,
        )}
      </ul>
    </form>
  </section>`;

function wordsFor(refusal: Refusal, text: PageTexts, language: PageLanguage): string {
  switch (refusal.is) {
    case 'missing':
      return text.missing;
    case 'refused':
      return text.refused;
    case 'not-an-officer':
      return text.notOfficer;
    case 'suspended':
      return text.suspended(refusal.organizationName);
    case 'locked':
      return text.locked(minuteOf(refusal.until, language));
  }
}

/** Told to the minute, and never a minute too early. */
export const minuteOf = (until: Date, language: PageLanguage): string =>
  new Date(Math.ceil(until.getTime() / 60_000) * 60_000).toLocaleTimeString(language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Rome',
  });
