import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { listBodyReceipts } from '@sportello/contracts/payments/receipts';
import { bodyOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, In } from 'typeorm';
import { noteRead } from '../positions/access.js';
import { Instalment } from '../positions/instalment.entity.js';
import { Position } from '../positions/position.entity.js';
import { belongingOf, lastComeFirst, Receipt, shareOf } from './receipt.entity.js';

/** What a body was paid, receipt by receipt: also what belongs to no position, and would be seen nowhere else. */
@Controller()
export class ReceiptsService {
  constructor(private readonly db: DataSource) {}

  @Handles(listBodyReceipts)
  async list({ show, ...page }: Input<typeof listBodyReceipts>, actor: Actor): Promise<Output<typeof listBodyReceipts>> {
    const { manager } = this.db;
    const query = manager.createQueryBuilder(Receipt, 'receipt').where({ organizationId: bodyOf(actor) });
    if (show === 'without-position') query.andWhere('receipt.instalmentId is null');
    const { items, next } = await lastComeFirst.pageOf(query, page);
    const instalments = await manager.findBy(Instalment, { id: In(items.flatMap(({ instalmentId }) => instalmentId ?? [])) });
    const positions = new Map(instalments.map(({ id, positionId }) => [id, positionId]));
    await noteRead(this.db, await manager.findBy(Position, { id: In([...positions.values()]) }), actor, 'position-read');
    return {
      items: items.map((receipt) => {
        const { fiscalCode, companyName, description, debtor, pspName, paidAt } = receipt.content;
        return {
          ...receipt,
          of: belongingOf(receipt),
          positionId: positions.get(receipt.instalmentId ?? '') ?? null,
          issuerFiscalCode: fiscalCode,
          issuerName: companyName,
          description,
          debtorName: debtor.fullName,
          shareCents: shareOf(receipt),
          pspName,
          paidAt: paidAt === null ? null : new Date(paidAt),
        };
      }),
      next,
    };
  }
}
