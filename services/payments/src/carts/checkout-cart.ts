import type { Language } from '@sportello/contracts/contract';
import type { CartRequest } from '@sportello/pagopa/checkout';
import { fitText } from '@sportello/pagopa/shapes';
import { homeOfBody } from '@sportello/service/homes';
import type { Config } from '../config.js';
import type { Due } from '../node/due.js';

/** What stands in a cart for a notice. */
export interface Item extends Due {
  creditorName: string;
}

/** A cart in the words of Checkout. The browser comes back, in the language it left in, to addresses that know the cart by its id, and nothing else. */
export function cartOf(config: Config, id: string, items: readonly Item[], now: Date, language: Language = 'it'): CartRequest {
  const home = homeOfBody(config, items[0]?.instalment.organizationId ?? null);
  const back = (said: string) => `${home}${language === 'en' ? '/en' : ''}/pagamenti/esito/${id}?esito=${said}`;
  return {
    idCart: id,
    paymentNotices: items.map(({ instalment, position, creditorName }) => ({
      noticeNumber: instalment.noticeNumber ?? '',
      fiscalCode: instalment.creditorFiscalCode ?? '',
      amount: instalment.amountAt(now),
      companyName: fitText(creditorName, 140),
      description: fitText(position.reason, 140),
    })),
    returnUrls: {
      returnOkUrl: back('ok'),
      returnWaitingUrl: back('waiting'),
      returnErrorUrl: back('error'),
      returnCancelUrl: back('cancelled'),
    },
  };
}
