import { Injectable } from '@nestjs/common';
import type { Attachment } from '@sportello/casework/attachment.entity';
import type { Message } from '@sportello/casework/message.entity';
import { type Limits, type StoredFile, Subjects } from '@sportello/casework/subjects';
import { attachmentNotFound } from '@sportello/contracts/casework/attachments';
import { alreadySent, moveRefused, notInCharge } from '@sportello/contracts/practices/states';
import type { Purpose } from '@sportello/directory/officers';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { fileLimitsOf } from '@sportello/stored-forms/content';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import type { EntityManager } from 'typeorm';
import { Document } from '../documents/document.entity.js';
import { accessOrAsked } from '../opinions/asked-office.js';
import { type Accessed, accessOwn } from '../practices/access.js';
import { findAuthor } from '../practices/author.js';
import { isHeldBy, unsent } from '../practices/moves.js';
import { publishWritten } from '../practices/publish-written.js';

type Reached = Awaited<ReturnType<typeof accessOrAsked>>;

/** Wherever no form says otherwise. */
const defaultLimits: Limits = { maxBytes: defaultFileRules.maxBytes, allowedTypes: [...defaultFileRules.types] };

/** What may be written and attached to a practice, by whom, in the state that it is in. */
@Injectable()
export class PracticeSubjects extends Subjects<Reached> {
  constructor(private readonly forms: StoredForms) {
    super();
  }

  /** An officer who fills in a request for a citizen adds its files as the citizen does. */
  async access(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Reached> {
    const author = await findAuthor(tx, id, actor, purpose);
    return author ? accessOwn(tx, id, author, purpose) : accessOrAsked(tx, id, actor, purpose);
  }

  /** Forwarded practices are not worked here: nobody would read what is written (PRA-51). */
  checkWritable({ practice, procedure, isOnlyAsked }: Reached): void {
    if (isOnlyAsked) throw new Problem(moveRefused, answerInstead);
    if (unsent.includes(practice.status)) throw new Problem(moveRefused, nobodyToWriteTo);
    if (procedure.settings.workflow === 'forward') throw new Problem(moveRefused, forwarded);
  }

  checkFormOpen({ practice: { status }, procedure }: Accessed): void {
    if (status === 'ready') throw new Problem(moveRefused, backToDraft);
    if (status !== 'draft') throw new Problem(alreadySent, procedure.contacts ?? undefined);
  }

  async limitsOf(
    tx: EntityManager,
    { practice, mover, isOnlyAsked }: Reached,
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
    if (isOnlyAsked && purpose !== 'opinion') throw new Problem(moveRefused, answerInstead);
    if (purpose === 'amendment' && isApplicant && status !== 'awaiting_amendment' && status !== 'awaiting_observations')
      throw new Problem(moveRefused, nothingAsked);
    if (purpose === 'opinion' && !isApplicant) return defaultLimits;
    if ((purpose === 'outcome' || purpose === 'opinion') && isApplicant) throw new Problem(attachmentNotFound);
    if (!isApplicant && purpose !== 'message') {
      if (!isHeldBy(practice, mover.id)) throw new Problem(notInCharge);
      if (status !== 'under_review') throw new Problem(moveRefused, notUnderReview);
    }
    return defaultLimits;
  }

  async findDocument(tx: EntityManager, { id: practiceId, organizationId }: Accessed, id: string): Promise<StoredFile | null> {
    const document = await tx.findOneBy(Document, { id, practiceId, organizationId });
    return document?.key ? { key: document.key, name: document.name, type: 'application/pdf' } : null;
  }

  publish(tx: EntityManager, accessed: Accessed, message: Message): Promise<void> {
    return publishWritten(tx, accessed, message);
  }

  /** The documents of an outcome that waits for stamps or a payment, and what offices write to each other. */
  override isHeld({ practice, mover }: Accessed, { purpose }: Pick<Attachment, 'purpose'>): boolean {
    if (mover.side !== 'applicant') return false;
    return purpose === 'opinion' || (purpose === 'outcome' && practice.decidedAt === null);
  }
}

const answerInstead = {
  it: 'Al tuo ufficio è stato chiesto un parere: quello che hai da dire scrivilo nel parere',
  en: 'Your office was asked for its opinion: write what you have to say in the opinion',
};
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
