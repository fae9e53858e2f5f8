import { Controller } from '@nestjs/common';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { findPerson, meetPerson, profileLabels } from '@sportello/contracts/identity/people';
import { deskNotOffered, getDeskPractice, KnownData, listDeskPractices, meetAtDesk, openAtDesk } from '@sportello/contracts/practices/desk';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { invalidInput, tooManyRequests } from '@sportello/contracts/problems';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { prefill } from '@sportello/forms/check';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { type Actor, service } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { noteReadings } from '@sportello/records/accesses';
import { Counts } from '@sportello/service/counts';
import { byInstant, descending } from '@sportello/service/paging';
import { readContent } from '@sportello/stored-forms/content';
import { DataSource, In } from 'typeorm';
import { type Author, authorOf, type Desk, inNameOf } from '../practices/author.js';
import { Practice } from '../practices/practice.entity.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { accessWorked } from '../procedures/access-procedure.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { type Opening, Openings } from './openings.js';

/** People whom one officer may look up in a window, known or not: a long day at the desk, and too few to try out who is known. */
const MOST_VISITS = 100;
const VISITS_WINDOW_MS = 3_600_000;

const lastSavedFirst = descending<Practice>([byInstant('p.savedAt', ({ savedAt }) => savedAt)], 'p.id');

/** Requests that an officer fills in for a citizen at the desk or by phone (PRA-83). From the opening on they are drafts like all others. */
@Controller()
export class DeskService {
  constructor(
    private readonly db: DataSource,
    private readonly bus: Bus,
    private readonly counts: Counts,
    private readonly openings: Openings,
    private readonly reader: PracticeReader,
  ) {}

  @Handles(meetAtDesk)
  async meet({ id, fiscalCode }: Input<typeof meetAtDesk>, actor: Actor): Promise<Output<typeof meetAtDesk>> {
    const { officer } = await this.accessOffered(id, fiscalCode, actor);
    await this.checkCount(officer.id, new Date());
    const { person } = await this.bus.call(findPerson, { fiscalCode }, service);
    if (!person) {
      await this.openings.startable(id, citizen(actor, officer), new Date());
      return { name: null, known: [] };
    }
    checkOther(person.id, officer);
    const { givenName, familyName } = person.identity;
    const reading = {
      actor,
      subjectId: person.id,
      action: 'desk-visited',
      about: { kind: 'procedures', id },
      traceparent: currentTraceparent(),
    };
    await this.db.transaction((tx) => noteReadings(tx, [reading]));
    await this.openings.startable(id, { ...citizen(actor, officer), personId: person.id }, new Date());
    const data = { ...person.identity, mail: person.mail, mobilePhone: person.mobilePhone };
    return { name: `${givenName} ${familyName}`, known: KnownData.options.filter((key) => data[key]) };
  }

  @Handles(openAtDesk)
  async open(visit: Input<typeof openAtDesk>, actor: Actor): Promise<Output<typeof openAtDesk>> {
    const { id, procedureId, way, fiscalCode, newcomer } = visit;
    const { officer } = await this.accessOffered(procedureId, fiscalCode, actor);
    await this.checkCount(officer.id, new Date());
    // Nobody is registered for a request that cannot be begun.
    await this.openings.startable(procedureId, citizen(actor, officer), new Date());
    await this.openings.checkListed(procedureId, fiscalCode);
    const by = { officerId: officer.id, organizationId: officer.organizationId };
    const { person, profileId } = await this.bus.call(meetPerson, { fiscalCode, newcomer, ...by }, service);
    checkOther(person.id, officer);
    const desk = { way, officerId: officer.id, officerName: officer.name };
    const author = inNameOf(actor, { applicantId: person.id, profileId }, desk);
    const read: Opening['read'] = (form, known) => readContent(form, prefill(form, known), known, true);
    await this.openings.open({ id, procedureId, read, asked: { atDesk: way, officerId: officer.id }, copyOfId: null }, author);
    return this.db.manager.findOneByOrFail(Practice, { id });
  }

  @Handles(getDeskPractice)
  async get({ id }: Input<typeof getDeskPractice>, actor: Actor): Promise<Output<typeof getDeskPractice>> {
    const author: Author = await authorOf(this.db.manager, id, actor);
    if (!author.desk) throw new Problem(practiceNotFound);
    const { applicantName: name, applicantFiscalCode: fiscalCode, method } = await this.db.manager.findOneByOrFail(Practice, { id });
    return {
      ...(await this.reader.read(id, author)),
      applicant: { name, fiscalCode, method, profile: profileLabels.citizen[actor.language] },
      way: author.desk.way,
    };
  }

  @Handles(listDeskPractices)
  async list(asked: Input<typeof listDeskPractices>, actor: Actor): Promise<Output<typeof listDeskPractices>> {
    const { id: deskOfficerId, organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'procedure');
    const query = this.db.manager
      .createQueryBuilder(Practice, 'p')
      .where({ organizationId, deskOfficerId, status: In(['draft', 'ready']), ...(subjectIds && { procedureId: In(subjectIds) }) });
    const { items, next } = await lastSavedFirst.pageOf(query, asked);
    const procedures = await this.db.manager.findBy(Procedure, { id: In(items.map(({ procedureId }) => procedureId)), organizationId });
    const titles = new Map(procedures.map(({ id, title }) => [id, title]));
    return {
      items: items.map(({ deskWay, ...row }) => ({
        ...row,
        way: deskWay ?? 'desk',
        procedureTitle: titles.get(row.procedureId) ?? { it: '', en: '' },
      })),
      next,
    };
  }

  /**
   * A service that this officer works, and that is filled in for others.
   * @throws Problem `procedureNotFound`, `deskNotOffered`
   */
  private async accessOffered(procedureId: string, fiscalCode: string, actor: Actor): Promise<{ officer: Officer; procedure: Procedure }> {
    const officer = await officerOf(this.db.manager, actor, 'procedure');
    const procedure = await accessWorked(this.db.manager, procedureId, officer);
    if (!procedure.isFor('citizen')) throw new Problem(deskNotOffered, notForCitizens);
    const { payment, stamps } = procedure.settings;
    if (payment === 'request' || stamps === 'request') throw new Problem(deskNotOffered, paidFirst);
    if (checkFiscalCode(fiscalCode) !== null)
      throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/fiscalCode', detail: wrongCode }] });
    return { officer, procedure };
  }

  private async checkCount(officerId: string, now: Date): Promise<void> {
    const key = `desk-visits ${officerId}`;
    const visits = (await this.counts.add([key], VISITS_WINDOW_MS, now)).get(key);
    if (!visits || visits.count <= MOST_VISITS) return;
    const endsAt = visits.since.getTime() + VISITS_WINDOW_MS;
    throw new Problem(tooManyRequests, undefined, { retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1_000)) });
  }
}

/** Somebody who is met, as long as nobody knows who she is. */
const citizen = (actor: Actor, { id: officerId, name: officerName }: Officer): Author => {
  const desk: Desk = { way: 'desk', officerId, officerName };
  return { ...inNameOf(actor, { applicantId: '', profileId: '' }, desk), personId: null, profileId: null };
};

/** What an officer asks for herself she asks as everybody does. */
function checkOther(personId: string, { id }: Officer): void {
  if (personId === id) throw new Problem(deskNotOffered, herself);
}

const notForCitizens: Text = {
  it: 'Il servizio non è aperto al profilo «Utente Cittadino»',
  en: 'The service is not open to the profile “Citizen”',
};
const paidFirst: Text = {
  it: 'Il servizio chiede prima un pagamento o una marca da bollo: lo compila chi può pagare, dalla propria area personale',
  en: 'The service asks first for a payment or a revenue stamp: whoever can pay fills it in, in the personal area',
};
const herself: Text = {
  it: 'Per te usa il portale, come ogni cittadino',
  en: 'For yourself use the portal, as every citizen does',
};
const wrongCode: Text = { it: 'Il codice fiscale non è corretto', en: 'The fiscal code is not correct' };
