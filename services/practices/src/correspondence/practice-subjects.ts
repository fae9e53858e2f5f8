import { Injectable } from '@nestjs/common';
import type { Attachment } from '@sportello/casework/attachment.entity';
import type { Message } from '@sportello/casework/message.entity';
import { type Limits, type StoredFile, Subjects } from '@sportello/casework/subjects';
import { attachmentNotFound } from '@sportello/contracts/casework/attachments';
import { messageSent, noteAdded } from '@sportello/contracts/practices/events';
import { alreadySent, moveRefused, notInCharge } from '@sportello/contracts/practices/states';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { fileLimitsOf } from '@sportello/stored-forms/content';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import type { EntityManager } from 'typeorm';
import { Document } from '../documents/document.entity.js';
import { type Accessed, access } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { factOf, publishFact } from '../practices/facts.js';
import { unsent } from '../practices/moves.js';

/** Wherever no form says otherwise. */
const defaultLimits: Limits = { maxBytes: defaultFileRules.maxBytes, allowedTypes: [...defaultFileRules.types] };

/** What may be written and attached to a practice, by whom, in the state that it is in. */
@Injectable()
export class PracticeSubjects extends Subjects<Accessed> {
  readonly access = access;

  constructor(private readonly forms: StoredForms) {
    super();
  }

  /** Forwarded practices are not worked here: nobody would read what is written (PRA-51). */
  checkWritable({ practice, procedure }: Accessed): void {
    if (unsent.includes(practice.status)) throw new Problem(moveRefused, nobodyToWriteTo);
    if (procedure.settings.workflow === 'forward') throw new Problem(moveRefused, forwarded);
  }

  checkFormOpen({ practice: { status }, procedure }: Accessed): void {
    if (status === 'ready') throw new Problem(moveRefused, backToDraft);
    if (status !== 'draft') throw new Problem(alreadySent, procedure.contacts ?? undefined);
  }

  async limitsOf(
    tx: EntityManager,
    { practice, mover }: Accessed,
    { purpose, fieldKey }: Pick<Attachment, 'purpose' | 'fieldKey'>,
  ): Promise<Limits> {
    const { status } = practice;
    const isApplicant = mover.side === 'applicant';
    if (purpose === 'form') {
      const limits = fieldKey === null ? undefined : fileLimitsOf((await this.forms.get(practice.formId, tx)).form, fieldKey);
      if (!limits) throw new Problem(attachmentNotFound);
      return limits;
    }
    if (unsent.includes(status)) throw new Problem(moveRefused, notSentYet);
    if (purpose === 'amendment' && isApplicant && status !== 'awaiting_amendment') throw new Problem(moveRefused, nothingAsked);
    if (purpose === 'outcome' && isApplicant) throw new Problem(attachmentNotFound);
    if (!isApplicant && purpose !== 'message') {
      if (practice.officerId !== mover.id) throw new Problem(notInCharge);
      if (status !== 'under_review') throw new Problem(moveRefused, notUnderReview);
    }
    return defaultLimits;
  }

  async findDocument(tx: EntityManager, { id: practiceId, organizationId }: Accessed, id: string): Promise<StoredFile | null> {
    const document = await tx.findOneBy(Document, { id, practiceId, organizationId });
    return document?.key ? { key: document.key, name: document.name, type: 'application/pdf' } : null;
  }

  async publish(tx: EntityManager, { practice, procedure }: Accessed, { kind, fromSide, sentAt: at }: Message): Promise<void> {
    if (kind === 'note') return publishFact(tx, noteAdded, practice, at);
    await publish(tx, messageSent, { ...factOf(practice, at), from: fromSide });
    await announce(tx, `message-from-${fromSide}`, { practice, procedure, at });
  }
}

const backToDraft = {
  it: "L'istanza è completa: per cambiare gli allegati usa prima «Riporta in bozza»",
  en: 'The request is complete: bring it back to draft to change its attachments',
};
const notSentYet = { it: "L'istanza non è ancora stata inviata", en: 'The request has not been sent yet' };
const nothingAsked = {
  it: "Non c'è una richiesta di integrazioni aperta: allega il documento a un messaggio",
  en: 'No request of additions is open: attach the document to a message',
};
const notUnderReview = { it: 'La pratica non è in lavorazione', en: 'The practice is not under review' };
const nobodyToWriteTo = {
  it: "L'istanza non è ancora stata inviata: potrai scrivere all'ufficio dopo l'invio",
  en: 'The request has not been sent yet: you can write to the office once it is',
};
const forwarded = {
  it: "Le pratiche di questo servizio sono inoltrate all'ufficio di destinazione: contatta l'assistenza",
  en: 'Practices of this service are forwarded to another office: contact the help desk',
};
