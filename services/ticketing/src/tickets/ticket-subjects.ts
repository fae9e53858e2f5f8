import { Injectable } from '@nestjs/common';
import type { Message } from '@sportello/casework/message.entity';
import { type Limits, Subjects } from '@sportello/casework/subjects';
import { attachmentNotFound } from '@sportello/contracts/casework/attachments';
import type { Purpose } from '@sportello/directory/officers';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { type Accessed, access, accessWritten } from './access.js';
import { lineOf } from './moves.js';
import { announce } from './news.js';
import { moveTicket, noteComment, publishNote } from './writing.js';

/** JPEG, PDF and DOC of 5 MB at most (TIC-07). */
const limits: Limits = { maxBytes: defaultFileRules.maxBytes, allowedTypes: [...defaultFileRules.types] };

/** What may be written and attached to a ticket, by whom, in the state that it is in, and what follows from it. */
@Injectable()
export class TicketSubjects extends Subjects<Accessed> {
  /** A thread that was merged stays readable where it is; what is written goes on in the other. */
  access(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
    return purpose === 'change' ? accessWritten(tx, id, actor, purpose) : access(tx, id, actor, purpose);
  }

  checkWritable({ ticket, mover }: Accessed): void {
    lineOf('comment', ticket, mover, new Date());
  }

  /** Its form takes no files: what goes with a ticket goes with a comment. */
  checkFormOpen(): void {
    throw new Problem(attachmentNotFound);
  }

  limitsOf(_tx: EntityManager, found: Accessed): Promise<Limits> {
    this.checkWritable(found);
    return Promise.resolve(limits);
  }

  findDocument(): Promise<null> {
    return Promise.resolve(null);
  }

  /**
   * The author's word ends the wait for it, and has what is solved wait anew, as a further question does; the first that the desk writes to her is
   * its first answer (TIC-34, TIC-40, TIC-43).
   */
  async publish(tx: EntityManager, { ticket, desk, mover }: Accessed, message: Message): Promise<void> {
    const now = message.sentAt;
    if (message.kind === 'note') return publishNote(tx, ticket, now);
    const told = { ticket, at: now, by: mover.id, quote: message.text, key: message.id };
    if (mover.side === 'officer') {
      ticket.answer(desk, now);
      // A further question: she has as long for it as for the first.
      if (ticket.status === 'awaiting_user') ticket.postpone(desk, now);
      await noteComment(tx, ticket, mover, now);
      return announce(tx, 'written-by-desk', told);
    }
    if (ticket.status !== 'awaiting_user') {
      ticket.postpone(desk, now);
      await noteComment(tx, ticket, mover, now);
      return announce(tx, 'written-by-author', told);
    }
    await moveTicket(tx, ticket, { move: 'answer', mover, now }, () => ticket.goOn(desk, now));
    return announce(tx, 'answered', told);
  }
}
