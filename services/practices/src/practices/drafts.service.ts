import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { describePeople, personNotFound } from '@sportello/contracts/identity';
import {
  deletePractice,
  getContent,
  openPractice,
  practiceNotFound,
  prepareCompilation,
  reopenDraft,
  saveDraft,
  tooManyDrafts,
} from '@sportello/contracts/practices';
import { tooLarge } from '@sportello/contracts/problems';
import { notEntitled, procedureClosed, procedureNotFound } from '@sportello/contracts/procedures';
import { prefill, pruneHidden } from '@sportello/forms/check';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Attachment } from '../attachments/attachment.entity.js';
import { CompiledForms } from '../procedures/compiled-forms.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { searchText } from '../procedures/search-text.js';
import { access, accessOwn, applicantOf } from './access.js';
import { type Content, canonicalJson, confirmationMailOf } from './content.js';
import { Passage } from './passage.entity.js';
import { type KnownPerson, Practice, passageOf } from './practice.entity.js';
import { PracticeReader } from './practice-reader.js';

/** A form of two hundred people takes some 60 kB; the bus takes a megabyte. In bytes of JSON. */
const MAX_CONTENT = 512 * 1024;
/** Drafts that one person keeps of one procedure. */
const MAX_DRAFTS = 50;

/** What the applicant does before sending. */
@Controller()
export class DraftsService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly forms: CompiledForms,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(prepareCompilation)
  async prepare({ id: procedureId }: Input<typeof prepareCompilation>, actor: Actor): Promise<Output<typeof prepareCompilation>> {
    const { personId: applicantId, profileId } = applicantOf(actor);
    const formId = await this.startable(this.db.manager, procedureId, actor, new Date());
    const { form } = await this.forms.get(formId);
    const { known } = await this.describe(applicantId);
    const drafts = await this.db.manager.find(Practice, {
      where: { applicantId, profileId, procedureId, status: In(['draft', 'ready']) },
      order: { savedAt: 'DESC' },
      take: MAX_DRAFTS,
    });
    return {
      formId,
      content: jsonOf(prefill(form, known)),
      drafts: drafts.map(({ id, number, savedAt, status }) => ({ id, number, changedAt: savedAt, status })),
    };
  }

  @Handles(openPractice)
  async open({ id, procedureId, content }: Input<typeof openPractice>, actor: Actor): Promise<Output<typeof openPractice>> {
    const { personId, profileId } = applicantOf(actor);
    if (!(await this.isOpened(this.db.manager, id, actor))) {
      const formId = await this.startable(this.db.manager, procedureId, actor, new Date());
      const { form } = await this.forms.get(formId);
      const applicant = await this.describe(personId);
      const first = prefill(form, applicant.known, pruneHidden(form, checkSize(content)));
      await this.db.transaction(async (tx) => {
        const now = new Date();
        const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId });
        await lockCounter(tx, procedure);
        if (await this.isOpened(tx, id, actor)) return;
        const drafts = await tx.countBy(Practice, { applicantId: personId, profileId, procedureId, status: In(['draft', 'ready']) });
        if (drafts >= MAX_DRAFTS) throw new Problem(tooManyDrafts);
        const number = await nextNumber(tx, procedure);
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
          known: applicant.known,
          searchText: searchText(`${applicant.name} ${applicant.fiscalCode} ${number}`),
          status: 'draft',
          version: 1,
          content: first,
          confirmationMail: confirmationMailOf(form, first),
          createdAt: now,
          changedAt: now,
          savedAt: now,
          priority: 'normal',
        });
        await tx.insert(Practice, practice as object);
        await tx.insert(Passage, passageOf(practice, 'open', null, { side: 'applicant', id: personId, name: applicant.name }, now));
      });
    }
    return this.reader.read(id, actor);
  }

  /** What is sent can be read by the office too; a draft by its author alone. */
  @Handles(getContent)
  getContent({ id }: Input<typeof getContent>, actor: Actor): Promise<Output<typeof getContent>> {
    return this.db.transaction(async (tx) => {
      const { practice } = await access(tx, id, actor, 'read');
      return { formId: practice.formId, version: practice.version, content: jsonOf(practice.content), savedAt: practice.savedAt };
    });
  }

  @Handles(saveDraft)
  save({ id, content, version }: Input<typeof saveDraft>, actor: Actor): Promise<Output<typeof saveDraft>> {
    checkSize(content);
    return this.db.transaction(async (tx) => {
      const now = new Date();
      const { practice, procedure, mover } = await accessOwn(tx, id, actor);
      const { form } = await this.forms.get(practice.formId, tx);
      const values = prefill(form, practice.known, pruneHidden(form, content));
      const isRepeated = version === practice.version - 1 && canonicalJson(values) === canonicalJson(practice.content);
      if (practice.status === 'draft' && isRepeated) return { version: practice.version, savedAt: practice.savedAt };
      practice.save(values, confirmationMailOf(form, values), version, procedure, mover, now);
      await tx.save(practice);
      return { version: practice.version, savedAt: now };
    });
  }

  @Handles(reopenDraft)
  async reopen({ id }: Input<typeof reopenDraft>, actor: Actor): Promise<Output<typeof reopenDraft>> {
    await this.db.transaction(async (tx) => {
      const { practice, procedure, mover } = await accessOwn(tx, id, actor);
      if (practice.status === 'draft') return;
      await tx.insert(Passage, practice.reopen(procedure, mover, new Date()));
      await tx.save(practice);
    });
    return this.reader.read(id, actor);
  }

  @Handles(deletePractice)
  delete({ id }: Input<typeof deletePractice>, actor: Actor): Promise<Output<typeof deletePractice>> {
    return this.db.transaction(async (tx) => {
      const { personId: applicantId, profileId } = applicantOf(actor);
      if (await tx.existsBy(Practice, { id, applicantId, profileId, status: 'deleted' })) return {};
      const { practice, procedure, mover } = await accessOwn(tx, id, actor);
      await tx.insert(Passage, practice.erase(procedure, mover, new Date()));
      await tx.save(practice);
      await tx.update(Attachment, { practiceId: id, organizationId: practice.organizationId }, { state: 'discarded' });
      return {};
    });
  }

  /** Whether the first save was made already; somebody else's id is not there, as everywhere. */
  private async isOpened(tx: EntityManager, id: string, { personId, profileId }: Actor): Promise<boolean> {
    const known = await tx.findOneBy(Practice, { id });
    if (known && (known.applicantId !== personId || known.profileId !== profileId || known.status === 'deleted')) {
      throw new Problem(practiceNotFound);
    }
    return known !== null;
  }

  /** @returns the version of the form to begin with */
  private async startable(tx: EntityManager, procedureId: string, actor: Actor, now: Date): Promise<string> {
    const procedure = await tx.findOneBy(Procedure, { id: procedureId });
    if (!procedure || !['published', 'suspended'].includes(procedure.status)) throw new Problem(procedureNotFound);
    if (!procedure.isFor(actor.profileKind)) throw new Problem(notEntitled);
    const reason = procedure.whyNot(actor, now);
    if (reason || !procedure.formId) {
      const { opensAt, closesAt } = procedure;
      throw new Problem(procedureClosed, reason ?? undefined, { opensAt, closesAt, serverTime: now });
    }
    return procedure.formId;
  }

  private async describe(personId: string): Promise<{ name: string; fiscalCode: string; known: KnownPerson }> {
    const { items } = await this.bus.call(describePeople, { ids: [personId] }, service);
    const [person] = items;
    if (!person) throw new Problem(personNotFound);
    const { identity, mail, mobilePhone } = person;
    const name = `${identity.givenName} ${identity.familyName}`;
    return { name, fiscalCode: identity.fiscalCode, known: { person: { ...identity, fullName: name, mail, mobilePhone } } };
  }
}

export function checkSize(content: Content): Content {
  if (Buffer.byteLength(JSON.stringify(content)) > MAX_CONTENT) throw new Problem(tooLarge);
  return content;
}

/** Contents come out of `pruneHidden` or of jsonb: they are JSON. */
const jsonOf = (content: Content) => content as Output<typeof getContent>['content'];

/** Openings of one code wait for each other from here on, so that a repeated one finds the first. */
async function lockCounter(tx: EntityManager, { code, organizationId }: Procedure): Promise<void> {
  await tx.query('insert into number_counters (code, organization_id, last) values ($1, $2, 0) on conflict do nothing', [
    code,
    organizationId,
  ]);
  await tx.query('select 1 from number_counters where code = $1 for update', [code]);
}

/** The form's code, a dot and seven digits: `SERV06_UTENTI_2022.0000008`. */
async function nextNumber(tx: EntityManager, { code }: Procedure): Promise<string> {
  const [[row]]: [{ last: number }[], number] = await tx.query(
    'update number_counters set last = last + 1 where code = $1 returning last',
    [code],
  );
  return `${code}.${String(row?.last).padStart(7, '0')}`;
}
