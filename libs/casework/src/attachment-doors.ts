import { Controller, Inject, type Type } from '@nestjs/common';
import {
  type Attached,
  attachmentNotFound,
  attachmentSent,
  attachmentStored,
  tooManyAttachments,
} from '@sportello/contracts/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { invalidInput, tooLarge, wrongFileType } from '@sportello/contracts/problems';
import { downloadAddress } from '@sportello/documents/signed-address';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import { Attachment } from './attachment.entity.js';
import { leadingTo, leadsTo, ofSubject } from './attachments.js';
import type { FilesConfig } from './config.js';
import { Files } from './files.js';
import { Orphans } from './orphans.js';
import { noteReading } from './readings.js';
import { type Accessed, sideOf } from './subject.js';
import { type Limits, Subjects } from './subjects.js';
import { Upload } from './upload.entity.js';

/** Files that one person may have stored and not yet sent with a subject, for one field or one other purpose. */
const MAX_UNSENT = 20;
/** Files that one side of a subject may have sent for one purpose; a form has as many as its fields take. */
const MAX_SENT = 200;
/** What is behind the doors in every service that has them: the storage, and the sweep of what was begun and not finished. */
export const fileProviders = [Files, Orphans];

type Place = Pick<Attachment, 'purpose' | 'fieldKey'>;

/** The doors to the files of one kind of subject: their bytes go through the gateway, here is who may add, read and remove them. */
export function attachmentDoors(
  { prepareUpload, confirmUpload, dropUpload, removeAttachment, getFileAddress }: Attached,
  of: Type<Subjects>,
) {
  @Controller()
  class AttachmentDoors {
    constructor(
      private readonly db: DataSource,
      @Inject(of) private readonly subjects: Subjects,
      @Inject(CONFIG) private readonly config: FilesConfig,
    ) {}

    /** Notes what may come, so that bytes which nobody confirms are found and taken away again. */
    @Handles(prepareUpload)
    prepare(input: Input<typeof prepareUpload>, actor: Actor): Promise<Output<typeof prepareUpload>> {
      const { id, attachmentId } = input;
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'change');
        const limits = await this.limitsOf(tx, found, input);
        if (!(await findKnown(tx, found, attachmentId, input))) await checkCount(tx, found, input);
        const key = `${found.kind}/${id}/${attachmentId}/${newId()}`;
        const row = { ...ofSubject(found), key, attachmentId, addedBy: found.mover.id, begunAt: new Date(), isGivenUp: false };
        await tx.insert(Upload, row);
        return { key, ...limits };
      });
    }

    /** The subject is locked, so of two who bring the same attachment one is first and the other is told what became of it. */
    @Handles(confirmUpload)
    confirm(input: Input<typeof confirmUpload>, actor: Actor): Promise<Output<typeof confirmUpload>> {
      const { id, attachmentId, purpose, fieldKey, key, name, type, sizeBytes, sha256 } = input;
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'change');
        const upload = { ...leadingTo(found), key, addedBy: found.mover.id };
        const known = await findKnown(tx, found, attachmentId, input);
        if (known) {
          if (known.sha256 !== sha256) throw new Problem(attachmentStored);
          // The same again, because the first answer was lost: these bytes are not needed.
          await tx.update(Upload, upload, { isGivenUp: true });
          return known;
        }
        const { maxBytes, allowedTypes } = await this.limitsOf(tx, found, input);
        if (sizeBytes > maxBytes) throw new Problem(tooLarge);
        if (!allowedTypes.includes(type)) throw new Problem(wrongFileType);
        await checkCount(tx, found, input);
        // Whoever takes the row away has the bytes: this, or the sweep.
        const taken = await tx.delete(Upload, { ...upload, attachmentId, isGivenUp: false });
        if (taken.affected !== 1) throw new Problem(attachmentNotFound);
        const file = tx.create(Attachment, {
          ...ofSubject(found),
          id: attachmentId,
          state: 'stored',
          purpose,
          fieldKey,
          side: sideOf(found.mover),
          addedBy: found.mover.id,
          key,
          name: name.replace(/\p{Cc}/gu, ''),
          type,
          sizeBytes,
          sha256,
          addedAt: new Date(),
          sentAt: null,
          sentWith: null,
        });
        await tx.insert(Attachment, file);
        return file;
      });
    }

    /** Bytes that were confirmed have no row here any more. What they were begun for may have been merged since: the key says which it is. */
    @Handles(dropUpload)
    async drop({ id, key }: Input<typeof dropUpload>, actor: Actor): Promise<Output<typeof dropUpload>> {
      const { manager } = this.db;
      const found = await this.subjects.access(manager, id, actor, 'read');
      const { kind: subjectKind, organizationId, mover } = found;
      await manager.update(Upload, { subjectKind, organizationId, key, addedBy: mover.id }, { isGivenUp: true });
      return {};
    }

    /** Only before it is sent, and only by who added it; files of a form by whoever fills it in. Gone already is as good. */
    @Handles(removeAttachment)
    remove({ id, attachmentId }: Input<typeof removeAttachment>, actor: Actor): Promise<Output<typeof removeAttachment>> {
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'change');
        const where = { ...leadingTo(found), id: attachmentId };
        const file = await tx.findOne(Attachment, { where, lock: { mode: 'pessimistic_write' } });
        const isHers = file?.addedBy === found.mover.id || (file?.purpose === 'form' && file.side === sideOf(found.mover));
        if (!file || !isHers) throw new Problem(attachmentNotFound);
        if (file.state === 'discarded') return {};
        if (file.sentAt) throw new Problem(attachmentSent);
        if (file.purpose === 'form') this.subjects.checkFormOpen(found);
        await tx.update(Attachment, where, { state: 'discarded' });
        return {};
      });
    }

    @Handles(getFileAddress)
    address({ id, fileId }: Input<typeof getFileAddress>, actor: Actor): Promise<Output<typeof getFileAddress>> {
      return this.db.transaction(async (tx) => {
        const found = await this.subjects.access(tx, id, actor, 'read');
        const attachment = await findReadable(tx, found, fileId);
        const shown = attachment && !this.subjects.isHeld(found, attachment) ? attachment : null;
        const file = shown ?? (await this.subjects.findDocument(tx, found, fileId));
        if (!file) throw new Problem(attachmentNotFound);
        await noteReading(tx, found, 'file-read', actor);
        return downloadAddress(file, this.config.FILES_SECRET, new Date());
      });
    }

    private limitsOf(tx: EntityManager, found: Accessed, place: Place): Promise<Limits> {
      if (place.purpose === 'form') {
        if (found.mover.side !== 'applicant') throw new Problem(attachmentNotFound);
        this.subjects.checkFormOpen(found);
      } else if (place.fieldKey !== null) {
        // Each field has places of its own: who invents fields would have places without end.
        throw new Problem(invalidInput, noField, { errors: [{ pointer: '/fieldKey', detail: noField }] });
      }
      return this.subjects.limitsOf(tx, found, place);
    }
  }
  return AttachmentDoors;
}

/**
 * The attachment of this id, if it is there already.
 * @throws Problem `attachmentNotFound` when it is another's or was added for something else, `attachmentStored` when it was removed
 */
async function findKnown(tx: EntityManager, found: Accessed, id: string, { purpose, fieldKey }: Place): Promise<Attachment | null> {
  const file = await tx.findOneBy(Attachment, { id });
  if (!file) return null;
  const isHers = leadsTo(found, file) && file.addedBy === found.mover.id;
  const isSame = isHers && file.purpose === purpose && file.fieldKey === fieldKey;
  if (!isSame) throw new Problem(attachmentNotFound);
  if (file.state === 'discarded') throw new Problem(attachmentStored);
  return file;
}

/** What was refused, broken off or removed does not count, nor what others have: nobody can use up somebody else's places. */
async function checkCount(tx: EntityManager, found: Accessed, { purpose, fieldKey }: Place): Promise<void> {
  const stored = { ...ofSubject(found), state: 'stored', purpose, side: sideOf(found.mover), fieldKey: fieldKey ?? IsNull() } as const;
  const unsent = await tx.countBy(Attachment, { ...stored, addedBy: found.mover.id, sentAt: IsNull() });
  const sent = await tx.countBy(Attachment, { ...stored, sentAt: Not(IsNull()) });
  if (unsent >= MAX_UNSENT || sent >= MAX_SENT) throw new Problem(tooManyAttachments);
}

/** What the other side has not sent yet is not there. */
async function findReadable(tx: EntityManager, found: Accessed, id: string): Promise<Attachment | null> {
  const file = await tx.findOneBy(Attachment, { ...ofSubject(found), id, state: 'stored' });
  return file && (file.addedBy === found.mover.id || file.purpose === 'form' || file.sentAt) ? file : null;
}

const noField = { it: 'Solo gli allegati del modulo hanno un campo', en: 'Only the attachments of the form have a field' };
