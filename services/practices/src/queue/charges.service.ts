import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listCharges, MOST_COUNTED } from '@sportello/contracts/practices/charges';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';
import { worked } from '../practices/moves.js';
import { isAmong, waiting } from '../practices/practice.entity.js';

/** What an officer or an office is in charge of and still has to do something about. */
@Controller()
export class ChargesService {
  constructor(private readonly db: DataSource) {}

  @Handles(listCharges)
  async list({ organizationId, kind, id }: Input<typeof listCharges>): Promise<Output<typeof listCharges>> {
    const holder = kind === 'officer' ? 'officer_id' : 'office_id';
    // What an office was given and nobody has taken yet is seen by its officers alone.
    const charged = kind === 'officer' ? worked : [...waiting, ...worked];
    const [charges]: Output<typeof listCharges>[] = await this.db.query(
      `select count(*)::int "count", coalesce((array_agg(number order by changed_at, id))[1:10], '{}') "numbers"
       from (select number, changed_at, id from practices
             where ${holder} = $1 and organization_id = $2 and ${isAmong(charged)} order by changed_at, id limit ${MOST_COUNTED}) held`,
      [id, organizationId],
    );
    return charges ?? { count: 0, numbers: [] };
  }
}
