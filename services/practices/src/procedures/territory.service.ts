import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listComuni, listProvinces, listRegions } from '@sportello/contracts/practices/territory';
import { comuni, provinces, regions } from '@sportello/italy/territory';
import { Handles } from '@sportello/messaging/rpc';

/** Regions, provinces and comuni for the cascading lists of forms (CAT-09, CAT-23). */
@Controller()
export class TerritoryService {
  @Handles(listRegions)
  regions(): Promise<Output<typeof listRegions>> {
    return Promise.resolve({ items: regions().map(({ code, name }) => ({ code, name })) });
  }

  @Handles(listProvinces)
  provinces({ region }: Input<typeof listProvinces>): Promise<Output<typeof listProvinces>> {
    return Promise.resolve({ items: provinces(region).map(({ code, name }) => ({ code, name })) });
  }

  @Handles(listComuni)
  comuni({ province }: Input<typeof listComuni>): Promise<Output<typeof listComuni>> {
    return Promise.resolve({ items: comuni(province).map(({ istatCode: code, name, cadastralCode }) => ({ code, name, cadastralCode })) });
  }
}
