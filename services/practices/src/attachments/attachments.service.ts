import { Controller } from '@nestjs/common';
import { attachmentNotFound, attachmentStored, tooManyAttachments, type UnusedFile } from '@sportello/contracts/casework/attachments';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { confirmUpload, dropUpload, prepareUpload, removeAttachment } from '@sportello/contracts/practices/attachments';
import { alreadySent, moveRefused, notInCharge } from '@sportello/contracts/practices/states';
import { invalidInput, tooLarge, wrongFileType } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { fileLimitsOf } from '@sportello/stored-forms/content';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Accessed, access } from '../practices/access.js';
import { unsent } from '../practices/moves.js';
import { Attachment, fileSideOf } from './attachment.entity.js';
import { defaultLimits, type Limits, MAX_SENT, MAX_UNSENT } from './limits.js';
import { Upload } from './upload.entity.js';

/** Files of a practice: their bytes go through the gateway, here is who may add and remove them. */
@Controller()
export class AttachmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
  ) {}

  /** Notes what may come, so that bytes which nobody confirms are found and taken away again. */
  @Handles(prepareUpload)
  prepare(input: Input<typeof prepareUpload>, actor: Actor): Promise<Output<typeof prepareUpload>> {
    const { id: practiceId, attachmentId } = input;
    return this.db.transaction(async (tx) => {
      const accessed = await access(tx, practiceId, actor);
      const limits = await this.limitsFor(tx, accessed, input);
      if (!(await this.known(tx, accessed, input))) await this.checkCount(tx, accessed, input);
      const key = `practices/${practiceId}/${attachmentId}/${newId()}`;
      const { organizationId } = accessed.practice;
      const row = { key, organizationId, practiceId, attachmentId, addedBy: accessed.mover.id, begunAt: new Date(), isGivenUp: false };
      await tx.insert(Upload, row);
      return { key, ...limits };
    });
  }

  /** The practice is locked, so of two who bring the same attachment one is first and the other hears what became of it. */
  @Handles(confirmUpload)
  confirm(input: Input<typeof confirmUpload>, actor: Actor): Promise<Output<typeof confirmUpload>> {
    const { id: practiceId, attachmentId, purpose, fieldKey, key, name, type, sizeBytes, sha256 } = input;
    return this.db.transaction(async (tx) => {
      const accessed = await access(tx, practiceId, actor);
      const { practice, mover } = accessed;
      const { organizationId } = practice;
      const known = await this.known(tx, accessed, input);
      if (known) {
        if (known.sha256 !== sha256) throw new Problem(attachmentStored);
        // The same again, because the first answer was lost: these bytes are not needed.
        await tx.update(Upload, { key, practiceId, organizationId, addedBy: mover.id }, { isGivenUp: true });
        return known;
      }
      const { maxBytes, allowedTypes } = await this.limitsFor(tx, accessed, input);
      if (sizeBytes > maxBytes) throw new Problem(tooLarge);
      if (!allowedTypes.includes(type)) throw new Problem(wrongFileType);
      await this.checkCount(tx, accessed, input);
      // Whoever takes the row away has the bytes: this, or the sweep.
      const taken = await tx.delete(Upload, { key, organizationId, practiceId, attachmentId, addedBy: mover.id, isGivenUp: false });
      if (taken.affected !== 1) throw new Problem(attachmentNotFound);
      const side = fileSideOf(mover);
      const file = tx.create(Attachment, {
        id: attachmentId,
        organizationId,
        practiceId,
        state: 'stored',
        purpose,
        fieldKey,
        side,
        addedBy: mover.id,
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

  /** Bytes that were confirmed have no row here any more. */
  @Handles(dropUpload)
  async drop({ id, key }: Input<typeof dropUpload>, actor: Actor): Promise<Output<typeof dropUpload>> {
    const { practice, mover } = await access(this.db.manager, id, actor, 'read');
    const { id: practiceId, organizationId } = practice;
    await this.db.manager.update(Upload, { key, practiceId, organizationId, addedBy: mover.id }, { isGivenUp: true });
    return {};
  }

  /** Only before it is sent, and only by who added it. Gone already is as good. */
  @Handles(removeAttachment)
  remove({ id, attachmentId }: Input<typeof removeAttachment>, actor: Actor): Promise<Output<typeof removeAttachment>> {
    return this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await access(tx, id, actor);
      const where = { id: attachmentId, practiceId: id, organizationId: practice.organizationId, addedBy: mover.id };
      const file = await tx.findOne(Attachment, { where, lock: { mode: 'pessimistic_write' } });
      if (!file) throw new Problem(attachmentNotFound);
      if (file.state === 'discarded') return {};
      const isSent = file.purpose === 'form' ? !unsent.includes(practice.status) : file.sentAt !== null;
      if (isSent) throw new Problem(alreadySent, procedure.contacts ?? undefined);
      if (file.purpose === 'form' && practice.status === 'ready') throw new Problem(moveRefused, backToDraft);
      await tx.update(Attachment, where, { state: 'discarded' });
      return {};
    });
  }

  /**
   * The attachment of this id, if it is there already.
   * @throws Problem `attachmentNotFound` when it is another's or was added for something else, `attachmentStored` when it was removed
   */
  private async known(
    tx: EntityManager,
    { practice: { id: practiceId, organizationId }, mover }: Accessed,
    { attachmentId, purpose, fieldKey }: Pick<Input<typeof prepareUpload>, 'attachmentId' | 'purpose' | 'fieldKey'>,
  ): Promise<Attachment | null> {
    const file = await tx.findOneBy(Attachment, { id: attachmentId, organizationId });
    if (!file) return null;
    const isSame = file.practiceId === practiceId && file.addedBy === mover.id && file.purpose === purpose && file.fieldKey === fieldKey;
    if (!isSame) throw new Problem(attachmentNotFound);
    if (file.state === 'discarded') throw new Problem(attachmentStored);
    return file;
  }

  /** What was refused, broken off or removed does not count, nor what others have: nobody can use up somebody else's places. */
  private async checkCount(
    tx: EntityManager,
    { practice: { id: practiceId, organizationId }, mover }: Accessed,
    { purpose, fieldKey }: Pick<Attachment, 'purpose' | 'fieldKey'>,
  ): Promise<void> {
    const side = fileSideOf(mover);
    const stored = { practiceId, organizationId, state: 'stored', purpose, side, fieldKey: fieldKey ?? IsNull() } as const;
    const unsent = await tx.countBy(Attachment, { ...stored, addedBy: mover.id, sentAt: IsNull() });
    const sent = await tx.countBy(Attachment, { ...stored, sentAt: Not(IsNull()) });
    if (unsent >= MAX_UNSENT || sent >= MAX_SENT) throw new Problem(tooManyAttachments);
  }

  /** What may be added, by whom, in the state that the practice is in. */
  private async limitsFor(
    tx: EntityManager,
    { practice, procedure, mover }: Accessed,
    { purpose, fieldKey }: Pick<Attachment, 'purpose' | 'fieldKey'>,
  ): Promise<Limits> {
    const { status } = practice;
    const isApplicant = mover.side === 'applicant';
    if (purpose === 'form') {
      if (!isApplicant) throw new Problem(attachmentNotFound);
      if (status === 'ready') throw new Problem(moveRefused, backToDraft);
      if (status !== 'draft') throw new Problem(alreadySent, procedure.contacts ?? undefined);
      const limits = fieldKey === null ? undefined : fileLimitsOf((await this.forms.get(practice.formId, tx)).form, fieldKey);
      if (!limits) throw new Problem(attachmentNotFound);
      return limits;
    }
    // Each field has places of its own: who invents fields would have places without end.
    if (fieldKey !== null) throw new Problem(invalidInput, noField, { errors: [{ pointer: '/fieldKey', detail: noField }] });
    if (unsent.includes(status)) throw new Problem(moveRefused, notSentYet);
    if (purpose === 'amendment' && isApplicant && status !== 'awaiting_amendment') throw new Problem(moveRefused, nothingAsked);
    if (purpose === 'outcome' && isApplicant) throw new Problem(attachmentNotFound);
    if (!isApplicant && purpose !== 'message') {
      if (practice.officerId !== mover.id) throw new Problem(notInCharge);
      if (status !== 'under_review') throw new Problem(moveRefused, notUnderReview);
    }
    return defaultLimits;
  }
}

/**
 * Sends stored files of the actor along with a message, an amendment or an outcome: from now on the other side sees them.
 * @throws Problem `attachmentNotFound` when one is not hers, not stored, or was sent before
 */
export async function sendFiles(
  tx: EntityManager,
  { practice, mover }: Accessed,
  { ids, purpose, sentWith, now }: { ids: string[]; purpose: Attachment['purpose']; sentWith: string | null; now: Date },
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const own = { practiceId: practice.id, organizationId: practice.organizationId, addedBy: mover.id, purpose, state: 'stored' as const };
  const wanted = [...new Set(ids)];
  const files = await tx.find(Attachment, { where: { ...own, id: In(wanted) }, lock: { mode: 'pessimistic_write' } });
  if (files.length < wanted.length || files.some(({ sentAt }) => sentAt)) throw new Problem(attachmentNotFound);
  for (const file of files) Object.assign(file, { sentAt: now, sentWith });
  await tx.save(files);
  return files;
}

/** What the actor added for a message, an amendment or an outcome and has not sent: the sweep takes it away after a day. */
export const filesLeft = (tx: EntityManager, { practice, mover }: Accessed, purpose: Attachment['purpose']): Promise<UnusedFile[]> =>
  tx.find(Attachment, {
    where: {
      practiceId: practice.id,
      organizationId: practice.organizationId,
      addedBy: mover.id,
      purpose,
      state: 'stored',
      sentAt: IsNull(),
    },
    select: { id: true, name: true },
    order: { addedAt: 'ASC' },
  });

const backToDraft = {
  it: "L'istanza è completa: per cambiare gli allegati usa prima «Riporta in bozza»",
  en: 'The request is complete: bring it back to draft to change its attachments',
};
const noField = { it: 'Solo gli allegati del modulo hanno un campo', en: 'Only the attachments of the form have a field' };
const notSentYet = { it: "L'istanza non è ancora stata inviata", en: 'The request has not been sent yet' };
const nothingAsked = {
  it: "Non c'è una richiesta di integrazioni aperta: allega il documento a un messaggio",
  en: 'No request of additions is open: attach the document to a message',
};
const notUnderReview = { it: 'La pratica non è in lavorazione', en: 'The practice is not under review' };
