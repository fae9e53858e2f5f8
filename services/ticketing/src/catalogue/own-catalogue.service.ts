import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  getOwnHelpService,
  helpServiceNotFound,
  listOwnHelpCategories,
  listOwnHelpServices,
} from '@sportello/contracts/ticketing/catalogue';
import { bodyOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { byPlace, byTitle } from './catalogue.service.js';
import { HelpCategory, HelpService } from './help-service.entity.js';

/** The catalogue of one body, as those who look after it see it: whole, with what is still being made. */
@Controller()
export class OwnCatalogueService {
  constructor(private readonly db: DataSource) {}

  @Handles(listOwnHelpCategories)
  listCategories(page: Input<typeof listOwnHelpCategories>, actor: Actor): Promise<Output<typeof listOwnHelpCategories>> {
    return byPlace.pageOf(this.db.createQueryBuilder(HelpCategory, 'category').where({ organizationId: bodyOf(actor) }), page);
  }

  @Handles(listOwnHelpServices)
  listServices(page: Input<typeof listOwnHelpServices>, actor: Actor): Promise<Output<typeof listOwnHelpServices>> {
    return byTitle.pageOf(this.db.createQueryBuilder(HelpService, 'service').where({ organizationId: bodyOf(actor) }), page);
  }

  @Handles(getOwnHelpService)
  async get({ id }: Input<typeof getOwnHelpService>, actor: Actor): Promise<Output<typeof getOwnHelpService>> {
    const service = await this.db.manager.findOneBy(HelpService, { id, organizationId: bodyOf(actor) });
    if (!service) throw new Problem(helpServiceNotFound);
    return service;
  }
}
