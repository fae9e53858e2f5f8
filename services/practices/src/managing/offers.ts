import { Inject, Injectable } from '@nestjs/common';
import type { Text } from '@sportello/contracts/contract';
import { creditorNotFound, getCreditor } from '@sportello/contracts/payments/creditors';
import { settingNotOffered } from '@sportello/contracts/practices/procedures';
import { service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { PracticesConfig } from '../config.js';
import type { Procedure } from '../procedures/procedure.entity.js';

interface Offer extends Pick<Procedure, 'organizationId'> {
  settings: Pick<Procedure['settings'], 'workflow' | 'payment'>;
}

interface Missing {
  setting: 'workflow' | 'payment';
  why: Text;
}

/** What a body can carry out: what is forwarded needs a system that takes it, and what is paid the body's settings of pagoPA. */
@Injectable()
export class Offers {
  constructor(
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  /** Settings without which its practices would wait for ever. */
  async missing({ organizationId, settings }: Offer): Promise<Missing[]> {
    const missing: Missing[] = [];
    if (settings.workflow === 'forward' && !this.config.BODY_SYSTEMS.has(organizationId))
      missing.push({ setting: 'workflow', why: nowhereToForward });
    if (settings.payment && !(await this.isCreditor(organizationId))) missing.push({ setting: 'payment', why: noCreditor });
    return missing;
  }

  /** @throws Problem `settingNotOffered` with the first that is missing */
  async check(offer: Offer): Promise<void> {
    const [missing] = await this.missing(offer);
    if (missing) throw new Problem(settingNotOffered, missing.why);
  }

  private async isCreditor(organizationId: string): Promise<boolean> {
    try {
      await this.bus.call(getCreditor, { organizationId }, service);
      return true;
    } catch (error) {
      if (error instanceof ForeignProblem && error.is(creditorNotFound)) return false;
      throw error;
    }
  }
}

const noCreditor: Text = {
  it: 'L’ente non ha ancora le impostazioni di pagoPA: chi lo amministra le inserisce nella console',
  en: 'The body has no settings of pagoPA yet: its administrator fills them in, in the console',
};
const nowhereToForward: Text = {
  it: "L'inoltro richiede un collegamento al sistema dell'ente di destinazione, che per questo ente non è configurato",
  en: 'Forwarding needs a connection to the system of the office of destination, which is not set up for this body',
};
