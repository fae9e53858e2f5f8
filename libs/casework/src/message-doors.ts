import { Controller, Inject, type Type } from '@nestjs/common';
import { mostWords } from '@sportello/contracts/casework/fields';
import type { Corresponded } from '@sportello/contracts/casework/messages';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { ascending, byInstant } from '@sportello/service/paging';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Attachment } from './attachment.entity.js';
import { filesLeft, leadingTo, leadsTo, ofSubject, sendFiles, wereSent } from './attachments.js';
import { roleOf } from './history.js';
import { Message } from './message.entity.js';
import { noteReading } from './readings.js';
import { type Accessed, sideOf } from './subject.js';
import { Subjects } from './subjects.js';

type Shape = Output<Corresponded['addNote']>;

const oldestFirst = ascending<Message>([byInstant('m.sentAt', ({ sentAt }) => sentAt)], 'm.id');

/** The doors to what both sides of one kind of subject write to each other (PRA-22, PRA-42), and to the notes of its office (PRA-41). */
export function messageDoors({ followed, listMessages, sendMessage, addNote }: Corresponded, of: Type<Subjects>) {
  @Controller()
  class MessageDoors {
    constructor(
      private readonly db: DataSource,
      @Inject(of) private readonly subjects: Subjects,
    ) {}

    @Handles(listMessages)
    list({ id, ...asked }: Input<typeof listMessages>, actor: Actor): Promise<Output<typeof listMessages>> {
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'read');
        const query = tx
          .createQueryBuilder(Message, 'm')
          .where('m.subjectKind = :subjectKind and m.subjectId = :subjectId and m.organizationId = :organizationId', ofSubject(found));
        if (found.mover.side === 'applicant') query.andWhere("m.kind = 'message'");
        const page = await oldestFirst.pageOf(query, asked);
        const sentWith = In(page.items.map((row) => row.id));
        const files = await tx.findBy(Attachment, { ...ofSubject(found), sentWith, state: 'stored' });
        // The pages after the first belong to the same reading.
        if (!asked.after && page.items.length > 0) await noteReading(tx, found, 'messages-read', actor);
        const filesOf = (message: Message) => files.filter((file) => file.sentWith === message.id);
        return { ...page, items: page.items.map((row) => shapeOf(row, filesOf(row), found, actor)) };
      });
    }

    /** Sent again under the same id, it answers the first; something else under the same id is refused. */
    @Handles(sendMessage)
    async send({ id, messageId, attachmentIds, ...sent }: Input<typeof sendMessage>, actor: Actor): Promise<Output<typeof sendMessage>> {
      const written = await readWritten(sent);
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'change');
        const known = await findKnown(tx, found, messageId, 'message');
        const sending = { ids: attachmentIds, purpose: 'message', sentWith: messageId };
        if (known && (!isSame(known, written) || !(await wereSent(tx, found, sending)))) throw new Problem(idReused);
        if (known) {
          const files = await tx.findBy(Attachment, { ...leadingTo(found), sentWith: messageId });
          return { ...shapeOf(known, files, found, actor), unusedFiles: await filesLeft(tx, found, 'message') };
        }
        this.subjects.checkWritable(found);
        const message = await write(tx, found, { id: messageId, kind: 'message', ...written });
        const files = await sendFiles(tx, found, sending, message.sentAt);
        await this.subjects.publish(tx, found, message);
        return { ...shapeOf(message, files, found, actor), unusedFiles: await filesLeft(tx, found, 'message') };
      });
    }

    @Handles(addNote)
    async note({ id, noteId, ...sent }: Input<typeof addNote>, actor: Actor): Promise<Shape> {
      const written = await readWritten(sent);
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'change');
        const known = await findKnown(tx, found, noteId, 'note');
        if (known && !isSame(known, written)) throw new Problem(idReused);
        if (known) return shapeOf(known, [], found, actor);
        this.subjects.checkWritable(found);
        const note = await write(tx, found, { id: noteId, kind: 'note', ...written });
        await this.subjects.publish(tx, found, note);
        return shapeOf(note, [], found, actor);
      });
    }
  }
  return MessageDoors;

  /** @throws Problem for an id that somebody else, or something else, has */
  async function findKnown(tx: EntityManager, found: Accessed, id: string, kind: Message['kind']): Promise<Message | null> {
    const known = await tx.findOneBy(Message, { id });
    const isHers = known && leadsTo(found, known) && known.authorId === found.mover.id && known.kind === kind;
    if (known && !isHers) throw new Problem(followed.notFound);
    return known;
  }
}

type Written = Pick<Message, 'text' | 'html'>;

const isSame = (one: Written, other: Written) => one.text === other.text && one.html === other.html;

/**
 * The words, and their layout where they have one.
 * @throws Problem `invalidInput` for a layout without words, and for more words than a message has
 */
async function readWritten({ text, html }: { text: string; html?: string | undefined }): Promise<Written> {
  if (html === undefined) return { text, html: null };
  // Most messages have no layout, and most services none that has: what cleans it is loaded for the first.
  const { cleanNote, linesOf } = await import('@sportello/service/clean-html');
  const cleaned = cleanNote(html);
  const words = linesOf(cleaned);
  if (words === '') throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/html', detail: saysNothing }] });
  if (words.length > mostWords) throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/html', detail: tooLong }] });
  return { text: words, html: cleaned };
}

const saysNothing: Text = { it: 'Scrivi il testo del messaggio', en: 'Write the text of the message' };
const tooLong: Text = {
  it: 'Il messaggio è troppo lungo: al massimo 5.000 caratteri',
  en: 'The message is too long: 5,000 characters at most',
};

async function write(
  tx: EntityManager,
  found: Accessed,
  { id, kind, text, html }: Pick<Message, 'id' | 'kind' | 'text' | 'html'>,
): Promise<Message> {
  const { mover } = found;
  const author = { fromSide: sideOf(mover), authorId: mover.id, authorName: mover.name };
  const row = tx.create(Message, { ...ofSubject(found), id, kind, ...author, text, html, sentAt: new Date() });
  await tx.insert(Message, row);
  return row;
}

/** Applicants read the office and not who wrote for it. */
function shapeOf(message: Message, attachments: Attachment[], { mover }: Accessed, { language }: Actor): Shape {
  const author = mover.side === 'applicant' && message.fromSide === 'office' ? roleOf('officer')[language] : message.authorName;
  return { ...message, from: message.fromSide, author, attachments };
}
