import type { Actor } from '@sportello/messaging/actor';
import type { EntityManager } from 'typeorm';
import type { Attachment } from './attachment.entity.js';
import type { Message } from './message.entity.js';
import type { Accessed } from './subject.js';

/** Of what kinds a file may be, as media types, and how large, in bytes. */
export interface Limits {
  maxBytes: number;
  allowedTypes: string[];
}

/** A file as it is kept in the storage. */
export interface StoredFile {
  key: string;
  name: string;
  type: string;
}

/** What a service says of one kind of subject: who sees one, and what may be written and attached to it as it is now. */
export abstract class Subjects<Found extends Accessed = Accessed> {
  /**
   * Finds it for somebody who may see it; for a change it is locked until the transaction ends.
   * @throws Problem its `notFound`: not there and not the actor's are one answer
   */
  abstract access(tx: EntityManager, id: string, actor: Actor, purpose: 'read' | 'change'): Promise<Found>;

  /** @throws Problem where neither messages nor notes can be written now */
  abstract checkWritable(found: Found): void;

  /** @throws Problem where the files of its form can no longer be changed */
  abstract checkFormOpen(found: Found): void;

  /**
   * What may be added now for a purpose, and in which field of its form.
   * @throws Problem `attachmentNotFound` for a place where nothing can be added, or another that says why not now
   */
  abstract limitsOf(tx: EntityManager, found: Found, place: Pick<Attachment, 'purpose' | 'fieldKey'>): Promise<Limits>;

  /** A file of it that is no attachment: a document that was made of it. */
  abstract findDocument(tx: EntityManager, found: Found, id: string): Promise<StoredFile | null>;

  /** Whether a file that was sent is kept from whoever reads it now: it is there for her once it is released. */
  isHeld(_found: Found, _file: Pick<Attachment, 'purpose'>): boolean {
    return false;
  }

  /** Publishes that a message was sent or a note added. */
  abstract publish(tx: EntityManager, found: Found, message: Message): Promise<void>;
}
