import type { IncomingMessage, ServerResponse } from 'node:http';
import { asUsername } from '@sportello/italy/typed-text';
import { Problem } from '@sportello/messaging/problem';
import { bodyAt } from '@sportello/service/homes';
import { errors, type Provider } from 'oidc-provider';
import type { EntityManager } from 'typeorm';
import type { InitialPasswords } from '../accounts/initial-passwords.js';
import { KnownDevices } from '../accounts/known-devices.js';
import { passwordLength } from '../accounts/password.js';
import type { Asked, SecondFactors } from '../accounts/second-factors.js';
import type { SignInOutcome, SignInService } from '../accounts/sign-in.service.js';
import type { Config } from '../config.js';
import { themeOf } from '../themes/themes.service.js';
import { clientAddress, readForm } from './http.js';
import { newPasswordPage, type PasswordRefusal } from './new-password-page.js';
import type { PageSetting } from './pages.js';
import { type CodeRefusal, secondFactorPage } from './second-factor-page.js';
import { type Refusal, type SignInForm, signInPage } from './sign-in-page.js';
import { chooseLanguage } from './texts.js';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

const statusOf: Record<Refusal['is'], number> = { missing: 422, refused: 401, locked: 429, 'not-an-officer': 403, suspended: 403 };

/** In the address of the page where a password is chosen: the same page is shown again in another language. */
const CHOOSING = 'password';
/** The same for the page where a code is typed. */
const CODE = 'code';

/** The pages between the question "who are you?" and its answer, at `<realm>/interaction/<uid>`. */
export class Interactions {
  private readonly devices: KnownDevices;

  constructor(
    private readonly provider: Provider,
    private readonly signIn: SignInService,
    private readonly initialPasswords: InitialPasswords,
    private readonly secondFactors: SecondFactors,
    private readonly config: Config,
    private readonly db: EntityManager,
  ) {
    this.devices = new KnownDevices(config.COOKIE_KEYS);
  }

  /** @returns the page, when one is to be shown; else the answer has been sent */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<string | undefined> {
    const interaction = await this.provider.interactionDetails(request, response);
    // The cookie belongs to the path of one interaction: another uid in the address is not this browser's.
    if (!url.pathname.endsWith(`/${interaction.uid}`)) throw new errors.SessionNotFound('interaction of another browser');
    if (request.method === 'GET' || request.method === 'HEAD') {
      const isChoosing = url.searchParams.has(CHOOSING) && (await this.initialPasswords.isAsked(interaction.uid));
      if (isChoosing) return this.newPassword(interaction, url);
      const asked = url.searchParams.has(CODE) ? await this.secondFactors.asked(interaction.uid) : null;
      return asked ? this.secondFactor(interaction, url, asked) : this.page(interaction, url);
    }
    const form = await readForm(request);
    if (form.has('leave')) return this.finish(request, response, { error: 'access_denied', error_description: 'left by the person' });

    if (form.has('recovery')) {
      const personId = await this.secondFactors.finish(interaction.uid);
      return personId ? this.welcome(request, response, personId, true) : this.page(interaction, url);
    }
    const code = form.get('code');
    if (code !== null) return this.codeTyped(request, response, interaction, url, code);
    const chosen = form.get('newPassword');
    if (chosen !== null) {
      const choice = await this.initialPasswords.replace(
        interaction.uid,
        chosen,
        form.get('newPasswordAgain') ?? '',
        clientAddress(request),
      );
      if (choice.is === 'chosen') return this.enter(request, response, interaction, url, choice.personId);
      response.statusCode = 422;
      return this.newPassword(interaction, url, choice.is);
    }
    const forStaff = isForStaff(interaction);
    const username = asUsername(form.get('username') ?? '');
    const outcome = await this.outcome(form, username, forStaff, request);
    if (outcome.is !== 'welcome') {
      if (outcome.is !== 'missing') await this.signIn.noteFailure(username, clientAddress(request), outcome, new Date());
      response.statusCode = statusOf[outcome.is];
      return this.page(interaction, url, { username, refusal: outcome });
    }
    if (!form.has('person') && (await this.initialPasswords.mustBeReplaced(outcome.personId, interaction.uid)))
      return this.newPassword(interaction, url);
    this.remember(response, username);
    if (form.has('person')) return this.welcome(request, response, outcome.personId);
    return this.enter(request, response, interaction, url, outcome.personId);
  }

  /** After the password: at once, or by a code too. */
  private async enter(request: IncomingMessage, response: ServerResponse, interaction: Interaction, url: URL, personId: string) {
    if (!(await this.secondFactors.isNeeded(personId, interaction.uid))) return this.welcome(request, response, personId);
    return this.askCode(interaction, url);
  }

  private async codeTyped(request: IncomingMessage, response: ServerResponse, interaction: Interaction, url: URL, code: string) {
    const outcome = await this.secondFactors.check(interaction.uid, code, clientAddress(request), new Date());
    switch (outcome.is) {
      case 'right':
        return this.welcome(request, response, outcome.personId, true);
      case 'set':
        return this.askCode(interaction, url);
      case 'expired':
        response.statusCode = 422;
        return this.page(interaction, url);
      default:
        response.statusCode = outcome.is === 'locked' ? 429 : 401;
        return this.askCode(interaction, url, outcome);
    }
  }

  private async askCode(interaction: Interaction, url: URL, refusal?: CodeRefusal): Promise<string> {
    const asked = await this.secondFactors.asked(interaction.uid);
    return asked ? this.secondFactor(interaction, url, asked, refusal) : this.page(interaction, url);
  }

  private async secondFactor(interaction: Interaction, url: URL, asked: Asked, refusal?: CodeRefusal): Promise<string> {
    const setting = await this.setting(interaction, url);
    const inLanguage = (language: string) => `${url.pathname}?lang=${language}&${CODE}=yes`;
    return secondFactorPage({ ...setting, inLanguage }, inLanguage(setting.language), asked, refusal);
  }

  /** This browser is known from now on to the name that was typed; people of the demonstration are chosen and type none. */
  private remember(response: ServerResponse, username: string): void {
    if (!username) return;
    const { name, value, maxAge } = this.devices.cookieFor(username, new Date());
    const { pathname, protocol } = new URL(this.config.OIDC_ISSUER);
    const secure = protocol === 'https:' ? '; Secure' : '';
    response.appendHeader('set-cookie', `${name}=${value}; Path=${pathname}/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`);
  }

  /** @param hasCode true after a second factor too: then it is level 2 */
  private welcome(request: IncomingMessage, response: ServerResponse, accountId: string, hasCode = false): Promise<undefined> {
    const { method, level: ofPassword } = this.signIn.strength;
    const level = hasCode ? 2 : ofPassword;
    return this.finish(request, response, { login: { accountId, acr: String(level), amr: [method] } });
  }

  private outcome(
    form: URLSearchParams,
    username: string,
    forStaff: boolean,
    request: IncomingMessage,
  ): Promise<SignInOutcome | { is: 'missing' }> {
    const person = form.get('person');
    if (person) return this.signIn.checkLaboratory(person, forStaff);
    const password = form.get('password') ?? '';
    if (!username || !password || username.length > 100 || password.length > passwordLength.most) return Promise.resolve({ is: 'missing' });
    const now = new Date();
    const device = this.devices.find(request.headers.cookie ?? '', username, now);
    return this.signIn.check({ username, password, address: clientAddress(request), device, forStaff }, now);
  }

  private async page(interaction: Interaction, url: URL, again: Pick<SignInForm, 'username' | 'refusal'> = {}): Promise<string> {
    const forStaff = isForStaff(interaction);
    const people = (await this.signIn.laboratoryPeople()).filter(({ isOfficer, isCitizen }) => (forStaff ? isOfficer : isCitizen));
    const setting = await this.setting(interaction, url);
    const inLanguage = (code: string) => `${url.pathname}?lang=${code}`;
    const action = inLanguage(setting.language);
    return signInPage({ setting: { ...setting, inLanguage }, action, forStaff, people, ...again });
  }

  private async newPassword(interaction: Interaction, url: URL, refusal?: PasswordRefusal): Promise<string> {
    const setting = await this.setting(interaction, url);
    const inLanguage = (code: string) => `${url.pathname}?lang=${code}&${CHOOSING}=yes`;
    return newPasswordPage({ ...setting, inLanguage }, inLanguage(setting.language), refusal);
  }

  private async setting({ params }: Interaction, url: URL): Promise<PageSetting> {
    const language = chooseLanguage(url.searchParams.get('lang') ?? undefined, textOf(params['ui_locales']));
    const { PUBLIC_URL: home, OIDC_ISSUER, LABORATORY: isLaboratory } = this.config;
    // The provider has let in no address to come back to but ours.
    const portal = new URL(textOf(params['redirect_uri']) ?? home).origin;
    const body = await this.bodyOf(portal);
    return { language, home, portal, realm: new URL(OIDC_ISSUER).pathname, isLaboratory, ...(body && { body }) };
  }

  /** A body of the addresses that is not made yet has no look. */
  private async bodyOf(portal: string): Promise<PageSetting['body']> {
    const id = bodyAt(this.config, portal);
    return id === null
      ? undefined
      : themeOf(this.db, id).catch((error: unknown) => {
          if (error instanceof Problem) return undefined;
          throw error;
        });
  }

  private async finish(
    request: IncomingMessage,
    response: ServerResponse,
    result: Parameters<Provider['interactionResult']>[2],
  ): Promise<undefined> {
    const location = await this.provider.interactionResult(request, response, result, { mergeWithLastSubmission: false });
    response.writeHead(303, { location }).end();
    return undefined;
  }
}

/** The gateway asks with `as=officer` at the entrance "Gestisci i servizi digitali" (IDE-41). */
const isForStaff = ({ params }: Interaction) => params['as'] === 'officer';
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
