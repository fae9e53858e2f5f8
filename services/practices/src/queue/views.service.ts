import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { deleteView, listViews, MOST_VIEWS, putView, tooManyViews, viewNotFound } from '@sportello/contracts/practices/views';
import { forbidden } from '@sportello/contracts/problems';
import { type Officer, officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, Not } from 'typeorm';
import { View } from './view.entity.js';

/** A body's colleagues share no more than one can look through. */
const MOST_SHOWN = 200;

/** Views of lists, kept for oneself and shared with colleagues (BKO-22). */
@Controller()
export class ViewsService {
  constructor(private readonly db: DataSource) {}

  @Handles(listViews)
  async list({ list }: Input<typeof listViews>, actor: Actor): Promise<Output<typeof listViews>> {
    const reader = await officerOf(this.db.manager, actor, 'procedure');
    const { organizationId } = reader;
    const views = await this.db.manager.find(View, {
      where: [
        { organizationId, list, ownerId: reader.id },
        { organizationId, list, scope: 'body' },
        ...(reader.officeId ? [{ organizationId, list, scope: 'office' as const, officeId: reader.officeId }] : []),
      ],
      order: { name: 'ASC', id: 'ASC' },
      take: MOST_SHOWN,
    });
    const shown = views.map((view) => shownTo(reader, view));
    return { items: [...shown.filter(({ isMine }) => isMine), ...shown.filter(({ isMine }) => !isMine)] };
  }

  @Handles(putView)
  put(asked: Input<typeof putView>, actor: Actor): Promise<Output<typeof putView>> {
    return this.db.transaction(async (tx) => {
      const owner = await officerOf(tx, actor, 'procedure', 'change');
      const { id: ownerId, organizationId, officeId } = owner;
      if (asked.scope === 'body' && !actor.roles.includes('manager')) throw new Problem(forbidden, onlyManagers);
      if (asked.scope === 'office' && !officeId) throw new Problem(forbidden, noOffice);
      // Two windows of one person wait for each other, so that neither the limit nor a name is passed twice.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`views ${ownerId}`]);
      const known = await tx.findOneBy(View, { id: asked.id });
      if (known && (known.ownerId !== ownerId || known.organizationId !== organizationId)) throw new Problem(viewNotFound);
      await tx.delete(View, { ownerId, organizationId, list: asked.list, name: asked.name, id: Not(asked.id) });
      if (!known && (await tx.countBy(View, { ownerId, organizationId, list: asked.list })) >= MOST_VIEWS) throw new Problem(tooManyViews);
      const view = tx.create(View, { ...asked, ownerId, ownerName: owner.name, organizationId, officeId });
      await tx.save(view);
      return shownTo(owner, view);
    });
  }

  /** Deleted already and never there are one answer. */
  @Handles(deleteView)
  delete({ id }: Input<typeof deleteView>, actor: Actor): Promise<Output<typeof deleteView>> {
    return this.db.transaction(async (tx) => {
      const { id: ownerId, organizationId } = await officerOf(tx, actor, 'procedure', 'change');
      const shared = actor.roles.includes('manager') ? [{ id, organizationId, scope: Not('mine' as const) }] : [];
      const view = await tx.findOneBy(View, [{ id, organizationId, ownerId }, ...shared]);
      if (!view) throw new Problem(viewNotFound);
      await tx.delete(View, { id });
      return {};
    });
  }
}

const shownTo = (reader: Officer, view: View) => ({ ...view, isMine: view.ownerId === reader.id });

const onlyManagers = {
  it: "Solo un manager può condividere una vista con tutto l'ente",
  en: 'Only a manager may share a view with the whole body',
};
const noOffice = { it: 'Non hai un ufficio con cui condividerla', en: 'You have no office to share it with' };
