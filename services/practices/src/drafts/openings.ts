import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { takeNumber } from '@sportello/casework/numbers';
import { Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Dropped } from '@sportello/contracts/forms';
import { describePeople, personNotFound } from '@sportello/contracts/identity/people';
import type { ActionKind } from '@sportello/contracts/practices/action-kinds';
import { tooManyDrafts } from '@sportello/contracts/practices/drafts';
import type { DeskWay } from '@sportello/contracts/practices/fields';
import { noPlacesLeft } from '@sportello/contracts/practices/limits';
import { notEntitled, procedureClosed, procedureNotFound } from '@sportello/contracts/practices/procedures';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { idReused } from '@sportello/contracts/problems';
import type { Form } from '@sportello/forms/form';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import { type Content, confirmationMailOf, type ReadContent } from '@sportello/stored-forms/content';
import { type KnownPerson, knownPerson } from '@sportello/stored-forms/known-person';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In } from 'typeorm';
import { checkNotRequested, fullReason, placesLeft } from '../limits/limits.js';
import { applicantOf } from '../practices/access.js';
import { type Author, authorAs, deskReason } from '../practices/author.js';
import { Practice, subjectOf } from '../practices/practice.entity.js';
import { practiceWords } from '../practices/practice-words.js';
import { checkListed } from '../procedures/listed-person.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { checkSignIn } from '../procedures/sign-in-rule.js';
import { windowFacts } from '../procedures/window.js';

/** Drafts that one person keeps of one procedure. */
export const MAX_DRAFTS = 50;

export interface Opening {
  id: string;
  procedureId: string;
  /** What the draft begins with, by the form that it takes and by what is known of the applicant. */
  read(form: Form, known: KnownPerson): ReadContent;
  /** What was asked: said again, it opens nothing new. */
  asked: Content | { copyOfId: string } | { action: ActionKind; of: string } | { atDesk: DeskWay; officerId: string };
  copyOfId: string | null;
  action?: ActionKind;
  /** What else is written with it, in its transaction; may refuse the opening. */
  attach?(tx: EntityManager, practice: Practice): Promise<void>;
}

/** The first save of a draft: number, applicant, form (PRA-01). */
@Injectable()
export class Openings {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly forms: StoredForms,
  ) {}

  /**
   * What is open already stays as it is. Identity is asked before the transaction begins.
   * @returns what was not kept of the content
   * @throws Problem `idReused` for another opening under the same id
   */
  async open(opening: Opening, actor: Author): Promise<Dropped[]> {
    const { id, procedureId, read, copyOfId, action = null, attach } = opening;
    const { personId, profileId } = applicantOf(actor);
    const openedWith = hashOf(opening);
    const known = await this.findOpened(this.db.manager, id, openedWith, actor);
    if (known) return read((await this.forms.get(known.formId)).form, known.known).dropped;
    const formId = await this.startable(procedureId, actor, new Date(), action !== null);
    const { form } = await this.forms.get(formId);
    const applicant = await this.describe(personId, profileId);
    await this.checkListed(procedureId, applicant.fiscalCode);
    const { values: first, dropped } = read(form, applicant.known);
    await this.db.transaction(async (tx) => {
      const now = new Date();
      const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId });
      await lockOpenings(tx, personId);
      if (await this.findOpened(tx, id, openedWith, actor)) return;
      const drafts = await tx.countBy(Practice, { applicantId: personId, profileId, procedureId, status: In(['draft', 'ready']) });
      if (drafts >= MAX_DRAFTS) throw new Problem(tooManyDrafts);
      // Whoever else opens one waits from here on, so it comes late.
      const number = await takeNumber(tx, `${procedure.code}.`);
      const practice = tx.create(Practice, {
        id,
        organizationId: procedure.organizationId,
        procedureId,
        formId,
        number,
        applicantId: personId,
        profileId,
        profileKind: (actor.profileKind ?? 'citizen') as Practice['profileKind'],
        applicantName: applicant.name,
        applicantFiscalCode: applicant.fiscalCode,
        method: actor.method ?? 'local',
        level: actor.level ?? 1,
        authenticationId: actor.authenticationId,
        language: actor.language,
        known: applicant.known,
        words: practiceWords({ applicantName: applicant.name, applicantFiscalCode: applicant.fiscalCode, number }),
        status: 'draft',
        version: 1,
        content: first,
        confirmationMail: confirmationMailOf(form, first),
        createdAt: now,
        changedAt: now,
        savedAt: now,
        priority: 'normal',
        copyOfId,
        action,
        openedWith,
        deskWay: actor.desk?.way ?? null,
        deskOfficerId: actor.desk?.officerId ?? null,
        deskOfficerName: actor.desk?.officerName ?? null,
      });
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(Practice)
        .values(practice as object)
        .orIgnore()
        .returning('id')
        .execute();
      if (raw.length === 0) throw new Problem(practiceNotFound); // somebody else took this id at the same moment
      const opened = { move: 'open', from: null, to: practice.status, reason: actor.desk && deskReason(actor.desk, actor.language) };
      await tx.insert(Passage, passageOf(subjectOf(practice), opened, authorAs(actor, practice), now));
      await attach?.(tx, practice);
    });
    return dropped;
  }

  /** The first save, when it was made already; somebody else's id is not there, as everywhere. */
  private async findOpened(tx: EntityManager, id: string, openedWith: string, { personId, profileId }: Actor): Promise<Practice | null> {
    const known = await tx.findOneBy(Practice, { id });
    if (known && (known.applicantId !== personId || known.profileId !== profileId || known.status === 'deleted')) {
      throw new Problem(practiceNotFound);
    }
    if (known && known.openedWith !== openedWith) throw new Problem(idReused);
    return known;
  }

  /** @returns the version of the form to begin with */
  async startable(procedureId: string, actor: Author, now: Date, isAction = false): Promise<string> {
    const procedure = await this.db.manager.findOneBy(Procedure, { id: procedureId });
    if (!procedure || !['published', 'suspended'].includes(procedure.status)) throw new Problem(procedureNotFound);
    if (!procedure.isFor(actor.profileKind)) throw new Problem(notEntitled);
    if (procedure.status === 'published') checkSignIn(procedure.access, actor);
    const reason = procedure.whyNot(actor, now);
    if (reason || !procedure.formId) {
      throw new Problem(procedureClosed, reason ?? undefined, windowFacts(procedure, now));
    }
    // What is asked for about an approved request takes nobody's place.
    if (isAction) return procedure.formId;
    const { manager } = this.db;
    if (actor.personId) await checkNotRequested(manager, procedure, actor.personId);
    if ((await placesLeft(manager, [procedure])).get(procedureId) === 0) throw new Problem(noPlacesLeft, fullReason(procedure.limits));
    return procedure.formId;
  }

  /** @throws Problem `notListed` where the service is reserved for others */
  async checkListed(procedureId: string, applicantFiscalCode: string): Promise<void> {
    const { manager } = this.db;
    const { access } = await manager.findOneByOrFail(Procedure, { id: procedureId });
    await checkListed(manager, { procedureId, applicantFiscalCode, access });
  }

  async describe(personId: string, profileId: string): Promise<{ name: string; fiscalCode: string; known: KnownPerson }> {
    const { items } = await this.bus.call(describePeople, { ids: [personId] }, service);
    const [person] = items;
    if (!person) throw new Problem(personNotFound);
    const { givenName, familyName, fiscalCode } = person.identity;
    return { name: `${givenName} ${familyName}`, fiscalCode, known: knownPerson(person, profileId) };
  }
}

const hashOf = ({ procedureId, asked }: Opening): string =>
  createHash('sha256').update(canonicalJson({ procedureId, asked })).digest('hex');

/** Openings of one person wait for each other until the transaction ends, so that a repeated one finds the first. */
const lockOpenings = (tx: EntityManager, personId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [personId]);
