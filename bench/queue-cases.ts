import { procedures } from '../deploy/world/ids.ts';

/** What is asked of the queue, and the least that answers it: one statement for the same rows. */
export interface QueueCase {
  name: string;
  who: 'officer' | 'manager';
  /** As the console asks. */
  query: Record<string, string>;
  /** Beside the services: conditions of `practices`, whose values are from $3 on. */
  where: string;
  values: unknown[];
}

const first = [procedures.utentiServizi06];
const all = [procedures.utentiServizi06, procedures.schoolVoucher, procedures.travelForCare];
/** Rows of a page, as many as are given to whoever does not say. */
const PAGE = 25;

type Asked = Pick<QueueCase, 'query' | 'where' | 'values'>;
const asked: Record<string, Asked> = {
  list: { query: {}, where: 'true', values: [] },
  'filter by state': { query: { status: 'rejected' }, where: 'status = $3', values: ['rejected'] },
  'filter by queue': {
    query: { queue: 'waiting' },
    where: `officer_id is null and status in ('submitted', 'registered', 'awaiting_amendment', 'amendment_submitted', 'awaiting_observations')`,
    values: [],
  },
  'filter by state, by sending': { query: { status: 'rejected', sort: '-submitted' }, where: 'status = $3', values: ['rejected'] },
  'search of many': { query: { search: 'rossi' }, where: 'words @@ $3::tsquery', values: ["'rossi':*"] },
  'search of few': { query: { search: '00004711' }, where: 'words @@ $3::tsquery', values: ["'00004711':*"] },
  'filter that matches nothing': { query: { status: 'cancelled' }, where: 'status = $3', values: ['cancelled'] },
  'search that matches nothing': { query: { search: 'nessuno' }, where: 'words @@ $3::tsquery', values: ["'nessuno':*"] },
};

export const queueCases: QueueCase[] = (['officer', 'manager'] as const).flatMap((who) =>
  Object.entries(asked).map(([name, one]) => ({ name, who, ...one })),
);

/** The bare statement of a case. */
export const statementOf = ({ name, who, query, where, values }: QueueCase) => {
  const order = query['sort'] === '-submitted' ? 'submitted_at' : 'changed_at';
  return {
    name: `${who} ${name}`,
    text: `select id, number, procedure_id, method, applicant_name, applicant_fiscal_code, submitted_at, changed_at, status, answer_by,
      officer_name, office_name, priority, tags, version
      from practices where procedure_id = any($1::uuid[]) and submitted_at is not null and ${where}
      order by ${order} desc, id desc limit $2`,
    values: [who === 'officer' ? first : all, PAGE, ...values],
  };
};
