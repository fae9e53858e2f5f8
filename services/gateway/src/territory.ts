import { listComuni, listProvinces, listRegions } from '@sportello/contracts/gateway/territory';
import { capsOf, comuni, provinces, regions } from '@sportello/italy/territory';
import { own } from './own-answers.js';

/** Regions, provinces and comuni for the cascading lists of forms (CAT-09, CAT-23). */
export const territory = [
  own(listRegions, () => ({ items: regions().map(({ code, name }) => ({ code, name })) })),
  own(listProvinces, ({ region }) => ({ items: provinces(region).map(({ code, name }) => ({ code, name })) })),
  own(listComuni, ({ province }) => ({
    items: comuni(province).map(({ istatCode: code, name, cadastralCode }) => ({
      code,
      name,
      cadastralCode,
      caps: capsOf({ cadastralCode }),
    })),
  })),
];
