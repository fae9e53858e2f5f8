import { Controller, Inject } from '@nestjs/common';
import { discardFiles, filesOfForm } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Output } from '@sportello/contracts/contract';
import {
  deletePractice,
  duplicatePractice,
  getContent,
  getContinuation,
  openPractice,
  prepareCompilation,
  reopenDraft,
  saveDraft,
} from '@sportello/contracts/practices/drafts';
import { draftSaved } from '@sportello/contracts/practices/events';
import { servicePath } from '@sportello/contracts/practices/service-path';
import { moveRefused } from '@sportello/contracts/practices/states';
import { qrCode } from '@sportello/documents/qr-code';
import { lockedKeys, prefill } from '@sportello/forms/check';
import type { Actor } from '@sportello/messaging/actor';
import { publish } from '@sportello/messaging/events';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { type Content, checkSize, confirmationMailOf, readContent, takeOver, unusedFiles } from '@sportello/stored-forms/content';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { PracticesConfig } from '../config.js';
import { Dues } from '../dues/dues.js';
import { accessOrAsked } from '../opinions/asked-office.js';
import { accessOwn, applicantOf } from '../practices/access.js';
import { authorOf, findAuthor } from '../practices/author.js';
import { keepMove } from '../practices/keep-move.js';
import { unsent } from '../practices/moves.js';
import { Practice, subjectOf } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { MAX_DRAFTS, type Opening, Openings } from './openings.js';

/** What the applicant does before sending. */
@Controller()
export class DraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
    private readonly forms: StoredForms,
    private readonly reader: PracticeReader,
    private readonly dues: Dues,
    @Inject(CONFIG) private readonly config: PracticesConfig,
  ) {}

  @Handles(prepareCompilation)
  async prepare({ id: procedureId }: Input<typeof prepareCompilation>, actor: Actor): Promise<Output<typeof prepareCompilation>> {
    const { personId: applicantId, profileId } = applicantOf(actor);
    const formId = await this.openings.startable(procedureId, actor, new Date());
    const { form } = await this.forms.get(formId);
    const { known, fiscalCode } = await this.openings.describe(applicantId, profileId);
    await this.openings.checkListed(procedureId, fiscalCode);
    const drafts = await this.db.manager.find(Practice, {
      where: { applicantId, profileId, procedureId, status: In(['draft', 'ready']) },
      order: { savedAt: 'DESC' },
      take: MAX_DRAFTS,
    });
    return {
      formId,
      content: jsonOf(prefill(form, known)),
      locked: lockedKeys(form, known),
      drafts: drafts.map(({ id, number, savedAt, status }) => ({ id, number, changedAt: savedAt, status })),
    };
  }

  @Handles(openPractice)
  async open({ id, procedureId, content }: Input<typeof openPractice>, actor: Actor): Promise<Output<typeof openPractice>> {
    checkSize(content);
    const read: Opening['read'] = (form, known) => readContent(form, content, known, true);
    const dropped = await this.openings.open({ id, procedureId, read, asked: content, copyOfId: null }, actor);
    return { ...(await this.reader.read(id, actor)), dropped };
  }

  /** A corrected copy takes the form in force, which may be a younger one; files are not carried over. */
  @Handles(duplicatePractice)
  async duplicate({ id, copyId }: Input<typeof duplicatePractice>, actor: Actor): Promise<Output<typeof duplicatePractice>> {
    const { practice } = await this.db.transaction((tx) => accessOwn(tx, id, actor, 'read'));
    if (unsent.includes(practice.status)) throw new Problem(moveRefused, notSentYet);
    const { procedureId, content } = practice;
    const read: Opening['read'] = (form, known) => takeOver(form, content, known);
    const dropped = await this.openings.open({ id: copyId, procedureId, read, asked: { copyOfId: id }, copyOfId: id }, actor);
    return { ...(await this.reader.read(copyId, actor)), dropped };
  }

  /** What is sent can be read by the office too; a draft by its author alone. */
  @Handles(getContent)
  getContent({ id }: Input<typeof getContent>, actor: Actor): Promise<Output<typeof getContent>> {
    return this.db.transaction(async (tx) => {
      const author = await findAuthor(tx, id, actor, 'read');
      const { practice } = author ? await accessOwn(tx, id, author, 'read') : await accessOrAsked(tx, id, actor, 'read');
      const { formId, version, content, savedAt } = practice;
      const isDraft = practice.status === 'draft';
      return {
        formId,
        version,
        content: jsonOf(content),
        sent: isDraft ? null : await sentBefore(tx, practice),
        locked: isDraft ? lockedKeys((await this.forms.get(formId, tx)).form, practice.known) : [],
        savedAt,
        unusedFiles: isDraft ? await this.unusedFiles(tx, practice) : [],
      };
    });
  }

  @Handles(saveDraft)
  save({ id, content, version }: Input<typeof saveDraft>, actor: Actor): Promise<Output<typeof saveDraft>> {
    checkSize(content);
    return this.db.transaction(async (tx) => {
      const now = new Date();
      const { practice, procedure, mover } = await accessOwn(tx, id, await authorOf(tx, id, actor, 'change'));
      const { form } = await this.forms.get(practice.formId, tx);
      const { values, dropped } = readContent(form, content, practice.known);
      const isRepeated = version === practice.version - 1 && canonicalJson(values) === canonicalJson(practice.content);
      if (practice.status !== 'draft' || !isRepeated) {
        practice.save(values, confirmationMailOf(form, values), version, procedure, mover, now);
        await tx.save(practice);
        await publish(tx, draftSaved, { practiceId: id, applicantId: practice.applicantId, version: practice.version });
      }
      return { version: practice.version, savedAt: practice.savedAt, dropped, unusedFiles: await this.unusedFiles(tx, practice) };
    });
  }

  @Handles(getContinuation)
  async continuation({ id }: Input<typeof getContinuation>, actor: Actor): Promise<Output<typeof getContinuation>> {
    const { practice, procedure } = await accessOwn(this.db.manager, id, actor, 'read');
    if (practice.status !== 'draft') throw new Problem(moveRefused, noDraft);
    const home = homeOfBody(this.config, practice.organizationId);
    const address = `${home}${actor.language === 'en' ? '/en' : ''}${servicePath(procedure.code)}/richiesta?istanza=${id}`;
    return { address, ...qrCode(address) };
  }

  @Handles(reopenDraft)
  async reopen({ id, version }: Input<typeof reopenDraft>, actor: Actor): Promise<Output<typeof reopenDraft>> {
    const author = await authorOf(this.db.manager, id, actor);
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessOwn(tx, id, author);
      if (practice.status === 'draft' && [practice.version, practice.version - 1].includes(version)) return;
      if (practice.status === 'draft') checkVersion(version, practice.version);
      await tx.insert(Passage, practice.reopen(version, procedure, mover, new Date()));
      await tx.save(practice);
    });
    return this.reader.read(id, author);
  }

  @Handles(deletePractice)
  delete({ id, version }: Input<typeof deletePractice>, actor: Actor): Promise<Output<typeof deletePractice>> {
    return this.db.transaction(async (tx) => {
      const author = await authorOf(tx, id, actor, 'change');
      const { personId: applicantId, profileId } = applicantOf(author);
      // Who comes second waits here for the first, and finds what that one left.
      const where = { id, applicantId, profileId };
      const known = await tx.findOne(Practice, { where, lock: { mode: 'pessimistic_write' } });
      if (known?.status === 'deleted') return {};
      const accessed = await accessOwn(tx, id, author);
      const { practice, procedure, mover } = accessed;
      const now = new Date();
      await keepMove(tx, practice, procedure, practice.erase(version, procedure, mover, now));
      await discardFiles(tx, accessed);
      await this.dues.forget(tx, practice);
      await this.dues.drop(tx, practice, now);
      return {};
    });
  }

  /** What its applicant uploaded and no answer names: it cannot be completed so. */
  private async unusedFiles(tx: EntityManager, practice: Practice) {
    const stored = await filesOfForm(tx, subjectOf(practice));
    return stored.length > 0 ? unusedFiles((await this.forms.get(practice.formId, tx)).form, practice.content, stored) : [];
  }
}

/** What was sent, where it was corrected since: every correction keeps what stood before it. */
async function sentBefore(tx: EntityManager, { id, organizationId }: Practice): Promise<Output<typeof getContent>['content'] | null> {
  const [first]: { content: Content }[] = await tx.query(
    'select content_before content from corrections where practice_id = $1 and organization_id = $2 order by at, id limit 1',
    [id, organizationId],
  );
  return first ? jsonOf(first.content) : null;
}

/** Contents come out of `pruneHidden` or of jsonb: they are JSON. */
const jsonOf = (content: Content) => content as Output<typeof getContent>['content'];

const noDraft = { it: 'L’istanza non è più una bozza', en: 'The request is a draft no more' };
const notSentYet = {
  it: "L'istanza non è ancora stata inviata: puoi ancora modificarla",
  en: 'The request has not been sent yet: it can still be changed',
};
