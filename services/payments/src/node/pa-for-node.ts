import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { newId } from '@sportello/contracts/id';
import { isIban } from '@sportello/italy/iban';
import { fitsAsEMail, type OperationName, type RequestOf } from '@sportello/pagopa/pa-for-node';
import { fitText } from '@sportello/pagopa/shapes';
import { type Message, readMessage, SoapError, soapFault, writeResponse } from '@sportello/pagopa/soap';
import { Health } from '@sportello/service/health';
import { prepared } from '@sportello/service/prepared';
import { Together } from '@sportello/service/together';
import { DataSource } from 'typeorm';
import { completeAttempt } from '../carts/completing.js';
import { Creditor } from '../creditors/creditor.entity.js';
import { checkTransfers, type Transfer, transfersAt } from '../positions/instalment.entity.js';
import type { Debtor } from '../positions/position.entity.js';
import { Activation } from '../settlement/activation.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { type Settled, settle } from '../settlement/settle.js';
import { type Due, Dues, dueDateOf, type Issuer, payable } from './due.js';
import { Refusal, refused } from './faults.js';
import { contentOf } from './receipt-content.js';
import { RefusedReceipt } from './refused-receipt.entity.js';

/** A message with its status: SOAP 1.1 wants 500 with a fault of its own, and pagoPA wants 200 with everything else. */
export interface NodeAnswer {
  status: 200 | 500;
  message: string;
}

type Asked = Pick<RequestOf<'paSendRT'>, 'idPA' | 'idBrokerPA' | 'idStation'>;
type Verification = RequestOf<'paVerifyPaymentNotice'>;
type ActivationAsked = RequestOf<'paGetPaymentV2'>;

/** The longest text of a description. Source: pagoPA, paForNode.xsd, stText140 */
const MOST = 140;
/** The Node waits 7 seconds for an answer, and 15 for that to a receipt: what cannot be said by then is said before. Milliseconds. */
const DEADLINE_MS = 5_000;
const RECEIPT_DEADLINE_MS = 12_000;
const ok = writeResponse('paSendRT', { outcome: 'OK' });
const okV2 = writeResponse('paSendRTV2', { outcome: 'OK' });

/**
 * What the Node of pagoPA asks, answered in the messages of its schema. Looking and beginning to pay change nothing, lock nothing, and are answered
 * from the row as it is at this moment; a notice is paid by its receipt alone.
 */
@Injectable()
export class PaForNode {
  private readonly logger = new Logger(PaForNode.name);

  private readonly activations: Together<Activation, undefined>;

  constructor(
    private readonly db: DataSource,
    private readonly dues: Dues,
    private readonly health: Health,
  ) {
    this.activations = new Together(async (rows) => {
      await prepared(db, 'keep-activations', keepActivations, [JSON.stringify(rows)]);
      return [];
    });
  }

  /**
   * @param bytes the envelope as it came
   * @throws unknown when a receipt could not be kept: a KO would be the end of it, while no answer has the Node send it again
   */
  async answer(bytes: Buffer, soapAction: string | undefined, now: Date): Promise<NodeAnswer> {
    let message: Message<'request'>;
    try {
      message = readMessage('request', bytes, soapAction);
    } catch (error) {
      if (error instanceof SoapError) return this.refuseUnread(error, bytes, now);
      throw error;
    }
    const { operation, value } = message;
    const work = inTime(this.dispatch(message, bytes, now), isReceipt(operation) ? RECEIPT_DEADLINE_MS : DEADLINE_MS);
    const answered = await this.health.unlessAway(['database'], work).catch(async (error: unknown) => {
      if (error instanceof Refusal) return this.refuse(operation, error, value.idPA, bytes, now);
      if (isReceipt(operation)) throw error;
      this.logger.error({ err: error, operation, msg: 'a question of pagoPA was not answered' });
      return refused(operation, new Refusal('PAA_SYSTEM_ERROR'), value.idPA);
    });
    return { status: 200, message: answered };
  }

  private dispatch(message: Message<'request'>, bytes: Buffer, now: Date): Promise<string> {
    switch (message.operation) {
      case 'paVerifyPaymentNotice':
        return this.verify(message.value, now);
      case 'paGetPayment':
        return this.activate(message.value, 1, now);
      case 'paGetPaymentV2':
        return this.activate(message.value, 2, now);
      case 'paSendRT':
        return this.receive(message.value, 1, bytes, now);
      case 'paSendRTV2':
        return this.receive(message.value, 2, bytes, now);
      case 'paDemandPaymentNotice':
        return this.demand(message.value);
    }
  }

  private async verify(asked: Verification, now: Date): Promise<string> {
    const [creditor, { instalment, position, transfers }] = await this.load(asked, now);
    const description = describe(position.reason);
    return writeResponse('paVerifyPaymentNotice', {
      outcome: 'OK',
      paymentList: {
        paymentOptionDescription: {
          amount: instalment.amountAt(now),
          options: 'EQ',
          dueDate: dueDateOf(instalment, now),
          detailDescription: description,
          allCCP: transfers.every(({ postalIban }) => postalIban !== null),
        },
      },
      paymentDescription: description,
      fiscalCodePA: creditor.fiscalCode,
      companyName: creditor.name,
      officeName: creditor.officeName ?? undefined,
    });
  }

  private async activate(asked: ActivationAsked, primitive: 1 | 2, now: Date): Promise<string> {
    const [creditor, { instalment, position, transfers: kept }] = await this.load(asked, now);
    const transfers = transfersAt(instalment, kept, now);
    const amountCents = instalment.amountAt(now);
    checkTransfers(amountCents, transfers);
    const data = {
      creditorReferenceId: instalment.iuv ?? '',
      paymentAmount: amountCents,
      dueDate: dueDateOf(instalment, now),
      description: describe(position.reason),
      companyName: creditor.name,
      officeName: creditor.officeName ?? undefined,
      debtor: subjectOf(position.debtor),
      transferList: { transfer: transfers.map((transfer) => transferOf(transfer, asked.transferType, creditor)) },
    };
    // Written before it is kept: what cannot be said was not answered.
    const { transferList, ...common } = data;
    const answer =
      primitive === 2
        ? writeResponse('paGetPaymentV2', { outcome: 'OK', data })
        : writeResponse('paGetPayment', {
            outcome: 'OK',
            data: { ...common, transferList: { transfer: transferList.transfer.map(({ companyName: _, ...transfer }) => transfer) } },
          });
    const shares = transfers.map(({ place, fiscalCode, amountCents: cents }) => ({ place, fiscalCode, amountCents: cents }));
    const { id: instalmentId, organizationId } = instalment;
    await this.activations.ask({ id: newId(), organizationId, instalmentId, at: now, primitive, amountCents, transfers: shares });
    return answer;
  }

  private async receive({ receipt, ...asked }: RequestOf<'paSendRTV2'>, primitive: 1 | 2, raw: Buffer, now: Date): Promise<string> {
    const creditor = await this.accessCreditor(asked);
    if (receipt.outcome !== 'OK') throw new Refusal('PAA_SEMANTICA', 'the receipt is of a payment that did not succeed');
    const isBeneficiary = receipt.transferList.transfer.some(({ fiscalCodePA }) => fiscalCodePA === asked.idPA);
    if (receipt.fiscalCode !== asked.idPA && !isBeneficiary)
      throw new Refusal('PAA_SEMANTICA', 'the receiver neither issued the notice nor has a share in it');
    const content = contentOf(asked.idPA, receipt, primitive);
    const settled = await this.db.transaction(async (tx) => {
      const became = await settle(tx, creditor, content, raw, now);
      if (became === 'paid' || became === 'paid-before') await completeAttempt(tx, content);
      return became;
    });
    if (isAccepted[settled]) return primitive === 2 ? okV2 : ok;
    if (settled === 'differs') throw new Refusal('PAA_RECEIPT_DUPLICATA', 'another receipt with this identifier is here');
    return refused(primitive === 2 ? 'paSendRTV2' : 'paSendRT', new Refusal('PAA_RECEIPT_DUPLICATA'), asked.idPA);
  }

  /** No body here offers services to be paid without a notice. */
  private async demand(asked: RequestOf<'paDemandPaymentNotice'>): Promise<string> {
    await this.accessCreditor(asked);
    throw new Refusal('PAA_SEMANTICA', 'the body offers no spontaneous payments');
  }

  /** @throws Refusal */
  private async load({ qrCode, ...asked }: Verification, now: Date): Promise<[Issuer, Due]> {
    const { creditor, due } = await this.dues.find({ fiscalCode: asked.idPA, noticeNumber: qrCode.noticeNumber });
    return [checkAsked(creditor, asked, qrCode.fiscalCode), payable({ due }, now)];
  }

  private async accessCreditor(asked: Asked): Promise<Creditor> {
    return checkAsked(await this.db.manager.findOneBy(Creditor, { fiscalCode: asked.idPA }), asked);
  }

  /** A receipt that is refused is money all the same: the message is kept, and staff is told. */
  private async refuse(operation: OperationName, refusal: Refusal, idPA: string, bytes: Buffer, now: Date): Promise<string> {
    if (isReceipt(operation)) await this.keepRefused(refusal, idPA, bytes, now);
    return refused(operation, refusal, idPA);
  }

  private async refuseUnread({ kind, message, operation }: SoapError, bytes: Buffer, now: Date): Promise<NodeAnswer> {
    this.logger.warn({ operation, kind, why: message, msg: 'a message of pagoPA could not be read' });
    if (!operation) return { status: 500, message: soapFault('not a message of paForNode') };
    const refusal = new Refusal(kind === 'invalid' ? 'PAA_SINTASSI_XSD' : 'PAA_SINTASSI_EXTRAXSD', message.slice(0, MOST));
    return { status: 200, message: await this.refuse(operation, refusal, receiverIn(bytes), bytes, now) };
  }

  private async keepRefused({ code, why }: Refusal, idPA: string, raw: Buffer, now: Date): Promise<void> {
    const creditor = await this.db.manager.findOneBy(Creditor, { fiscalCode: idPA });
    const organizationId = creditor?.organizationId ?? null;
    const digest = createHash('sha256').update(raw).digest();
    const row = { id: newId(), organizationId, idPa: idPA, digest, faultCode: code, why, raw, arrivedAt: now };
    await this.db.transaction(async (tx) => {
      const inserted = await tx.createQueryBuilder().insert().into(RefusedReceipt).values(row).orIgnore().returning('id').execute();
      if (organizationId === null || inserted.identifiers.filter(Boolean).length === 0) return;
      const about = { flowId: null, positionId: null, instalmentId: null, receiptId: null, noticeNumber: null, refundCents: null };
      const open = { resolvedAt: null, resolvedBy: null, note: null };
      await tx.insert(Anomaly, { id: row.id, organizationId, kind: 'receipt_refused', at: now, ...about, ...open });
    });
    this.logger.error({ refusedId: row.id, organizationId, code, why, msg: 'a receipt of pagoPA was refused, and its message kept' });
  }
}

/**
 * @param issuer of the notice that is asked for
 * @throws Refusal unless issuer, body, broker and station belong together
 */
function checkAsked<Body extends Issuer>(creditor: Body | null, { idPA, idBrokerPA, idStation }: Asked, issuer = idPA): Body {
  if (!creditor || issuer !== idPA) throw new Refusal('PAA_ID_DOMINIO_ERRATO');
  if (creditor.brokerCode !== idBrokerPA) throw new Refusal('PAA_ID_INTERMEDIARIO_ERRATO');
  if (creditor.stationId !== idStation) throw new Refusal('PAA_STAZIONE_INT_ERRATA');
  return creditor;
}

const keepActivations = `
  insert into activations (id, organization_id, instalment_id, at, primitive, amount_cents, transfers)
  select * from json_to_recordset($1) as kept (id uuid, "organizationId" uuid, "instalmentId" uuid, at timestamptz, primitive smallint, "amountCents" bigint,
    transfers jsonb)`;

const isReceipt = (operation: OperationName): boolean => operation === 'paSendRT' || operation === 'paSendRTV2';

/** A second payment is kept, to be given back, and pagoPA is told that there was one before. */
const isAccepted: Record<Settled, boolean> = {
  paid: true,
  repeated: true,
  'of-others': true,
  unknown: true,
  differs: false,
  'paid-before': false,
};

const describe = (reason: string): string => fitText(reason, MOST);

/** Whose debt it is; pagoPA has a word for who has no code. */
const subjectOf = (debtor: Debtor | null) => ({
  uniqueIdentifier: {
    entityUniqueIdentifierType: debtor?.kind ?? ('F' as const),
    entityUniqueIdentifierValue: debtor?.code ?? 'ANONIMO',
  },
  fullName: fitText(debtor?.fullName ?? '', 70) || 'ANONIMO',
  'e-mail': debtor?.mail && fitsAsEMail(debtor.mail) ? debtor.mail : undefined,
});

/**
 * A share with the account on which it goes: paid at the post office it goes on a postal one; otherwise the postal one goes with it, where there is.
 *
 * @throws Refusal if it is to be paid at the post office, and the body has no account there
 */
function transferOf(transfer: Transfer, transferType: ActivationAsked['transferType'], { fiscalCode: own }: Issuer) {
  const { place, amountCents, fiscalCode, companyName, iban, postalIban, category, reason } = transfer;
  if (transferType === 'POSTAL' && postalIban === null && fiscalCode === own)
    throw new Refusal('PAA_SEMANTICA', 'the notice cannot be paid on a postal account');
  const IBAN = transferType === 'POSTAL' ? (postalIban ?? iban) : iban;
  if (!isIban(IBAN)) throw new Error(`transfer ${place} has an account that is none`);
  const isSupported = transferType === 'PAGOPA' && postalIban !== null;
  return {
    idTransfer: place,
    transferAmount: amountCents,
    fiscalCodePA: fiscalCode,
    companyName: fitText(companyName, MOST),
    IBAN,
    remittanceInformation: withAmount(reason, amountCents),
    transferCategory: category,
    metadata: isSupported ? { mapEntry: [{ key: 'IBANAPPOGGIO', value: postalIban }] } : undefined,
  };
}

/** The reason names the amount, which may have grown since the notice was created. */
const withAmount = (reason: string, amountCents: number): string =>
  fitText(reason.replace(/^(\/RF[BS]\/\w{1,35}\/)\d{1,9}\.\d{2}/, `$1${(amountCents / 100).toFixed(2)}`), MOST);

/** Whose message it is, as far as that can be seen in one that cannot be read. */
const receiverIn = (bytes: Buffer): string => /<idPA>(\d{11})<\/idPA>/.exec(bytes.toString('latin1'))?.[1] ?? '';

/** @throws Error when it takes too long; what goes on meanwhile is found done when the Node asks again */
async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('it took too long')), milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
