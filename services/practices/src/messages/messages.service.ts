import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { messageSent, noteAdded } from '@sportello/contracts/practices/events';
import { addNote, listMessages, sendMessage } from '@sportello/contracts/practices/messages';
import { moveRefused, practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byInstant } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Attachment } from '../attachments/attachment.entity.js';
import { filesLeft, sendFiles } from '../attachments/attachments.service.js';
import { wereSent } from '../attachments/were-sent.js';
import { type Accessed, access, accessAsOfficer } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { factOf, publishFact } from '../practices/facts.js';
import { unsent } from '../practices/moves.js';
import { Message } from './message.entity.js';

type Shape = Output<typeof addNote>;

const oldestFirst = ascending<Message>([byInstant('m.sentAt', ({ sentAt }) => sentAt)], 'm.id');

/** What both sides of a presented practice write to each other, in any state of it (PRA-22, PRA-42), and officers' notes (PRA-41). */
@Controller()
export class MessagesService {
  constructor(private readonly db: DataSource) {}

  @Handles(listMessages)
  list({ id, ...asked }: Input<typeof listMessages>, actor: Actor): Promise<Output<typeof listMessages>> {
    return this.db.transaction(async (tx) => {
      const { practice, mover } = await access(tx, id, actor, 'read');
      const query = tx
        .createQueryBuilder(Message, 'm')
        .where('m.practiceId = :id and m.organizationId = :organizationId', { id, organizationId: practice.organizationId });
      if (mover.side === 'applicant') query.andWhere("m.kind = 'message'");
      const page = await oldestFirst.pageOf(query, asked);
      const files = await tx.findBy(Attachment, { practiceId: id, sentWith: In(page.items.map((row) => row.id)), state: 'stored' });
      return {
        ...page,
        items: page.items.map((row) =>
          shapeOf(
            row,
            files.filter(({ sentWith }) => sentWith === row.id),
            mover.side,
            actor,
          ),
        ),
      };
    });
  }

  /** Sent again under the same id, it answers the first; something else under the same id is refused. */
  @Handles(sendMessage)
  send({ id, messageId, text, attachmentIds }: Input<typeof sendMessage>, actor: Actor): Promise<Output<typeof sendMessage>> {
    return this.db.transaction(async (tx) => {
      const accessed = await access(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      const known = await this.findKnown(tx, messageId, accessed, 'message');
      const sending = { ids: attachmentIds, purpose: 'message', sentWith: messageId } as const;
      if (known && (known.text !== text || !(await wereSent(tx, accessed, sending)))) throw new Problem(idReused);
      if (known) {
        const files = await tx.findBy(Attachment, { practiceId: id, sentWith: messageId });
        return { ...shapeOf(known, files, mover.side, actor), unusedFiles: await filesLeft(tx, accessed, 'message') };
      }
      checkWritable(accessed);
      const now = new Date();
      const message = await this.write(tx, accessed, { id: messageId, kind: 'message', text, now });
      const files = await sendFiles(tx, accessed, { ...sending, now });
      await publish(tx, messageSent, { ...factOf(practice, now), from: message.fromSide });
      await announce(tx, `message-from-${message.fromSide}`, { practice, procedure, at: now });
      return { ...shapeOf(message, files, mover.side, actor), unusedFiles: await filesLeft(tx, accessed, 'message') };
    });
  }

  @Handles(addNote)
  note({ id, noteId, text }: Input<typeof addNote>, actor: Actor): Promise<Shape> {
    return this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const known = await this.findKnown(tx, noteId, accessed, 'note');
      if (known && known.text !== text) throw new Problem(idReused);
      if (known) return shapeOf(known, [], 'officer', actor);
      checkWritable(accessed);
      const now = new Date();
      const note = await this.write(tx, accessed, { id: noteId, kind: 'note', text, now });
      await publishFact(tx, noteAdded, accessed.practice, now);
      return shapeOf(note, [], 'officer', actor);
    });
  }

  /** @throws Problem `practiceNotFound` for an id that somebody else, or something else, has */
  private async findKnown(tx: EntityManager, id: string, { practice, mover }: Accessed, kind: Message['kind']): Promise<Message | null> {
    const known = await tx.findOneBy(Message, { id });
    if (known && (known.practiceId !== practice.id || known.authorId !== mover.id || known.kind !== kind))
      throw new Problem(practiceNotFound);
    return known;
  }

  private async write(
    tx: EntityManager,
    { practice, mover }: Accessed,
    { id, kind, text, now }: { id: string; kind: Message['kind']; text: string; now: Date },
  ): Promise<Message> {
    const { id: practiceId, organizationId, applicantName } = practice;
    const author =
      mover.side === 'applicant'
        ? { fromSide: 'applicant' as const, authorId: mover.id, authorName: applicantName }
        : { fromSide: 'office' as const, authorId: mover.id, authorName: mover.name };
    const row = tx.create(Message, { id, organizationId, practiceId, kind, ...author, text, sentAt: now });
    await tx.insert(Message, row);
    return row;
  }
}

/** Forwarded practices are not worked here: nobody would read what is written (PRA-51). */
function checkWritable({ practice, procedure }: Accessed): void {
  if (unsent.includes(practice.status)) throw new Problem(moveRefused, notSentYet);
  if (procedure.settings.workflow === 'forward') throw new Problem(moveRefused, forwarded);
}

/** Citizens read the office and not who wrote for it. */
function shapeOf(message: Message, attachments: Attachment[], reader: 'applicant' | 'officer', { language }: Actor): Shape {
  const author = reader === 'applicant' && message.fromSide === 'office' ? office[language] : message.authorName;
  return { ...message, from: message.fromSide, author, attachments };
}

const office = { it: 'Ufficio', en: 'Office' };
const notSentYet = {
  it: "L'istanza non è ancora stata inviata: potrai scrivere all'ufficio dopo l'invio",
  en: 'The request has not been sent yet: you can write to the office once it is',
};
const forwarded = {
  it: "Le pratiche di questo servizio sono inoltrate all'ufficio di destinazione: contatta l'assistenza",
  en: 'Practices of this service are forwarded to another office: contact the help desk',
};
