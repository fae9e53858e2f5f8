import { Injectable } from '@nestjs/common';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { prepared } from '@sportello/service/prepared';
import { Together } from '@sportello/service/together';
import { DataSource } from 'typeorm';
import type { Creditor } from '../creditors/creditor.entity.js';
import { Instalment, type Payability, type Transfer } from '../positions/instalment.entity.js';
import type { Position } from '../positions/position.entity.js';
import { type FaultCode, Refusal } from './faults.js';

export interface Notice {
  /** Of the body that issued it. */
  fiscalCode: string;
  noticeNumber: string;
}

/** What stands under a notice number. */
export interface Due {
  instalment: Instalment;
  position: Pick<Position, 'id' | 'reason' | 'debtor'>;
  transfers: Transfer[];
}

/** A body as far as answers name it. */
export type Issuer = Pick<Creditor, 'fiscalCode' | 'name' | 'officeName' | 'brokerCode' | 'stationId'>;

export interface Found {
  creditor: Issuer | null;
  due: Due | null;
}

const duesOfNotices = `
  select c.fiscal_code "creditorCode", c.name "creditorName", c.office_name "officeName", c.broker_code "brokerCode", c.station_id "stationId",
    i.id, i.organization_id "organizationId", i.position_id "positionId", i.creditor_fiscal_code "creditorFiscalCode", i.notice_number "noticeNumber",
    i.amount_cents::float8 "amountCents", i.surcharges, i.due_on::text "dueOn", i.is_binding "isBinding", i.state, p.reason, p.debtor, (
      select json_agg(json_build_object('place', t.place, 'amountCents', t.amount_cents, 'fiscalCode', t.fiscal_code, 'companyName', t.company_name,
        'iban', t.iban, 'postalIban', t.postal_iban, 'category', t.category, 'reason', t.reason))
      from transfers t where t.instalment_id = i.id) transfers
  from unnest($1::text[], $2::text[]) with ordinality q (fiscal_code, notice_number, place)
  left join creditors c on c.fiscal_code = q.fiscal_code
  left join instalments i on i.creditor_fiscal_code = q.fiscal_code and i.notice_number = q.notice_number
  left join positions p on p.id = i.position_id
  order by q.place`;

interface Row
  extends Pick<Issuer, 'officeName' | 'brokerCode' | 'stationId'>,
    Pick<Position, 'reason' | 'debtor'>,
    Pick<Instalment, 'id' | 'organizationId' | 'positionId' | 'creditorFiscalCode' | 'noticeNumber' | 'amountCents' | 'surcharges'>,
    Pick<Instalment, 'dueOn' | 'isBinding' | 'state'> {
  creditorCode: string | null;
  creditorName: string;
  transfers: Transfer[] | null;
}

/** Finds what can be paid under notice numbers, without a lock: who looks, or begins to pay, changes nothing. */
@Injectable()
export class Dues {
  private readonly questions: Together<Notice, Found>;

  constructor(db: DataSource) {
    this.questions = new Together(async (notices) => {
      const values = [notices.map(({ fiscalCode }) => fiscalCode), notices.map(({ noticeNumber }) => noticeNumber)];
      return (await prepared<Row>(db, 'dues-of-notices', duesOfNotices, values)).map(foundIn);
    });
  }

  /** Check digits are not looked at: the Node asks for a number of zeros to see whether anybody answers. */
  find(notice: Notice): Promise<Found> {
    return this.questions.ask(notice);
  }
}

function foundIn({ creditorCode, creditorName, officeName, brokerCode, stationId, reason, debtor, transfers, ...row }: Row): Found {
  const creditor = creditorCode === null ? null : { fiscalCode: creditorCode, name: creditorName, officeName, brokerCode, stationId };
  if (row.id === null) return { creditor, due: null };
  const position = { id: row.positionId, reason, debtor };
  return { creditor, due: { instalment: Object.assign(new Instalment(), row), position, transfers: transfers ?? [] } };
}

const faultOf: Record<Exclude<Payability, 'payable'>, FaultCode> = {
  unknown: 'PAA_PAGAMENTO_SCONOSCIUTO',
  expired: 'PAA_PAGAMENTO_SCADUTO',
  cancelled: 'PAA_PAGAMENTO_ANNULLATO',
  paid: 'PAA_PAGAMENTO_DUPLICATO',
};

/** @throws Refusal unless it can be paid */
export function payable({ due }: Pick<Found, 'due'>, now: Date): Due {
  const payability = due?.instalment.payabilityAt(now) ?? 'unknown';
  if (!due || payability !== 'payable') throw new Refusal(faultOf[payability === 'payable' ? 'unknown' : payability]);
  return due;
}

/** The schema wants a day although none binds: what has none is due within a month. */
export const dueDateOf = ({ dueOn }: Instalment, now: Date): string => dueOn ?? addDays(romeDate(now), 30);
