import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { namePractices } from '@sportello/contracts/practices/names';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource } from 'typeorm';

/** Practices by the numbers that people know them by, for services that keep their ids alone. */
@Controller()
export class NamesService {
  constructor(private readonly db: DataSource) {}

  @Handles(namePractices)
  async name({ organizationId, ids, number }: Input<typeof namePractices>): Promise<Output<typeof namePractices>> {
    return {
      items: await this.db.query(
        `select id, number from practices
         where organization_id = $1 and submitted_at is not null and (id = any($2::uuid[]) or number in ($3, upper($3)))`,
        [organizationId, ids, number ?? null],
      ),
    };
  }
}
