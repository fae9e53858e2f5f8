import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { actionNotNow, actionNotOffered, actionOpen, startAction } from '@sportello/contracts/practices/actions';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { takeOver } from '@sportello/stored-forms/content';
import { DataSource, type EntityManager } from 'typeorm';
import { accessOwn } from '../practices/access.js';
import { PracticeLink } from '../practices/link.entity.js';
import { active, ended, isAmong, type Practice } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { type Opening, Openings } from './openings.js';

/** What is asked for about a service that is active: each a new practice, linked to the approved one (CAT-36). */
@Controller()
export class ActionsService {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
    private readonly reader: PracticeReader,
  ) {}

  /** Refused in this order: not offered, not approved, another one open; then what keeps anybody from beginning. */
  @Handles(startAction)
  async start({ id, actionId, kind }: Input<typeof startAction>, actor: Actor): Promise<Output<typeof startAction>> {
    const { practice, procedure } = await accessOwn(this.db.manager, id, actor, 'read');
    if (!procedure.settings.actions?.includes(kind)) throw new Problem(actionNotOffered);
    if (!active.includes(practice.status)) throw new Problem(actionNotNow);
    await checkNoneOpen(this.db.manager, practice, actionId);
    const { procedureId, content } = practice;
    const read: Opening['read'] = (form, known) => takeOver(form, content, known);
    const attach = (tx: EntityManager, action: Practice) => link(tx, action, practice);
    await this.openings.open(
      { id: actionId, procedureId, read, asked: { action: kind, of: id }, copyOfId: null, action: kind, attach },
      actor,
    );
    return this.reader.read(actionId, actor);
  }
}

/** Openings of one person follow each other, so that of two at once the second finds the first. */
async function link(tx: EntityManager, action: Practice, practice: Practice): Promise<void> {
  await checkNoneOpen(tx, practice, action.id);
  const { id: practiceId, organizationId, createdAt: linkedAt } = action;
  await tx.insert(PracticeLink, { id: newId(), organizationId, practiceId, otherId: practice.id, kind: 'action-on', linkedAt });
}

/** @param actionId which may be open already: asked again it is the same */
async function checkNoneOpen(tx: EntityManager, { id, organizationId }: Practice, actionId: string): Promise<void> {
  const [open]: { number: string }[] = await tx.query(
    `select p.number from practice_links l join practices p on p.id = l.practice_id
     where l.other_id = $1 and l.organization_id = $2 and l.kind = 'action-on' and p.id <> $3 and not ${isAmong(ended, 'p.status')} limit 1`,
    [id, organizationId, actionId],
  );
  if (open) throw new Problem(actionOpen, isOpen(open.number));
}

const isOpen = (number: string): Text => ({ it: `È aperta l’istanza ${number}`, en: `Request ${number} is open` });
