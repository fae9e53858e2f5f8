import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { creditorNotFound, creditorTaken, getCreditor, putCreditor } from '@sportello/contracts/payments/creditors';
import { invalidInput } from '@sportello/contracts/problems';
import { isIban, italianAccount } from '@sportello/italy/iban';
import { romeDate } from '@sportello/italy/rome-time';
import { isInForce } from '@sportello/italy/taxonomy';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, type FieldError, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { holds } from '@sportello/service/canonical-json';
import { DataSource, Not } from 'typeorm';
import { Instalment } from '../positions/instalment.entity.js';
import { Openings } from '../positions/openings.js';
import { Creditor } from './creditor.entity.js';

/** What an administrator sets for her body before it can be paid. */
@Controller()
export class CreditorsService {
  constructor(
    private readonly db: DataSource,
    private readonly openings: Openings,
  ) {}

  @Handles(getCreditor)
  async get({ organizationId }: Input<typeof getCreditor>, actor: Actor): Promise<Output<typeof getCreditor>> {
    checkOwn(organizationId, actor);
    const creditor = await this.db.manager.findOneBy(Creditor, { organizationId });
    if (!creditor) throw new Problem(creditorNotFound);
    return creditor;
  }

  /** The same settings again, after they were saved, are answered as the first time. */
  @Handles(putCreditor)
  async put({ version, ...settings }: Input<typeof putCreditor>, actor: Actor): Promise<Output<typeof putCreditor>> {
    const { organizationId, fiscalCode } = settings;
    checkOwn(organizationId, actor);
    checkSettings(settings, new Date());
    return this.db.transaction(async (tx) => {
      const known = await tx.findOne(Creditor, { where: { organizationId }, lock: { mode: 'pessimistic_write' } });
      if (known?.version === version + 1 && holds(known, settings)) return known;
      checkVersion(version, known?.version ?? 0);
      // Whoever has a notice pays it by the code that stands on it.
      if (known && known.fiscalCode !== fiscalCode && (await tx.existsBy(Instalment, { creditorFiscalCode: known.fiscalCode })))
        throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/fiscalCode', detail: codeInUse }] });
      // Of two bodies at once the second meets the unique index, and the bus begins it anew.
      if (await tx.existsBy(Creditor, { fiscalCode, organizationId: Not(organizationId) })) throw new Problem(creditorTaken);
      const creditor = tx.create(Creditor, { ...settings, version: version + 1 });
      await tx.upsert(Creditor, creditor, ['organizationId']);
      await this.openings.openNow(tx, organizationId);
      return creditor;
    });
  }
}

/** @throws Problem `creditorNotFound`: another body's settings are nobody's business; the installation's own account sets them for all */
function checkOwn(organizationId: string, { personId, organizationId: own }: Actor): void {
  if (personId !== null && own !== organizationId) throw new Problem(creditorNotFound);
}

type Settings = Omit<Input<typeof putCreditor>, 'version'>;

/** Of postal accounts. Source: pagoPA, SANP, transfers on postal accounts */
const POSTAL_ABI = '07601';

/** What a pattern does not show. @throws Problem `invalidInput` with each field that is wrong */
function checkSettings({ iban, postal, category }: Settings, now: Date): void {
  const errors: FieldError[] = [];
  if (!isIban(iban)) errors.push({ pointer: '/iban', detail: wrongIban });
  if (postal && italianAccount(postal.iban)?.abi !== POSTAL_ABI) errors.push({ pointer: '/postal/iban', detail: notPostal });
  if (!isInForce(category, romeDate(now))) errors.push({ pointer: '/category', detail: unknownCategory });
  if (errors.length > 0) throw new Problem(invalidInput, undefined, { errors });
}

const codeInUse = {
  it: 'Ci sono avvisi con il codice fiscale di prima: non si può più cambiare',
  en: 'There are notices with the fiscal code of before: it can no longer be changed',
};
const wrongIban = { it: 'L’IBAN non è valido: controlla i caratteri', en: 'The IBAN is not valid: check its characters' };
const notPostal = {
  it: 'Non è l’IBAN di un conto corrente postale (ABI 07601)',
  en: 'This is not the IBAN of a postal account (ABI 07601)',
};
const unknownCategory = {
  it: 'Il codice non è nella tassonomia di pagoPA in vigore oggi',
  en: 'The code is not in the taxonomy of pagoPA that is in force today',
};
