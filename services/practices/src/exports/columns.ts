import type { Language, Text } from '@sportello/contracts/contract';
import type { SignInMethod } from '@sportello/contracts/identity/people';
import type { ExportColumn } from '@sportello/contracts/practices/exports';
import type { QueueRow } from '@sportello/contracts/practices/queue';
import { type PracticeStatus, statusLabels } from '@sportello/contracts/practices/states';
import type { Column } from '@sportello/service/exports/table';
import type { Content } from '@sportello/stored-forms/content';
import type { z } from 'zod';

/** A practice as it is read for an export. */
export interface ExportedRow {
  id: string;
  number: string;
  procedureId: string;
  method: z.infer<typeof SignInMethod>;
  applicantId: string;
  applicantName: string;
  applicantFiscalCode: string;
  submittedAt: Date;
  changedAt: Date;
  status: PracticeStatus;
  officerName: string | null;
  officeName: string | null;
  priority: z.infer<typeof QueueRow>['priority'];
  tags: string[];
  protocolNumber: string | null;
  protocolAt: Date | null;
  decidedAt: Date | null;
  /** Only where fields of the form are columns. */
  formId?: string;
  content?: Content;
}

/** The columns of `practices p` behind an `ExportedRow`. */
export const rowColumns = `p.id, p.number, p.procedure_id "procedureId", p.method, p.applicant_id "applicantId", p.applicant_name "applicantName",
  p.applicant_fiscal_code "applicantFiscalCode", p.submitted_at "submittedAt", p.changed_at "changedAt", p.status, p.officer_name "officerName",
  p.office_name "officeName", p.priority, p.tags, p.protocol_number "protocolNumber", p.protocol_at "protocolAt", p.decided_at "decidedAt"`;
export const answerColumns = 'p.form_id "formId", p.content';

/** What cells are written with. */
export interface Wording {
  language: Language;
  /** What the services are called. */
  titles: ReadonlyMap<string, Text>;
}

const text = (it: string, en: string): Text => ({ it, en });

const methods: Record<ExportedRow['method'], Text> = {
  spid: text('SPID', 'SPID'),
  cie: text('CIE', 'CIE'),
  cns: text('CNS', 'CNS'),
  eidas: text('eIDAS', 'eIDAS'),
  password: text('Credenziali', 'Credentials'),
  local: text('Laboratorio', 'Laboratory'),
};
const priorities: Record<ExportedRow['priority'], Text> = {
  low: text('Bassa', 'Low'),
  normal: text('Normale', 'Normal'),
  high: text('Alta', 'High'),
};

type Common = Column<ExportedRow> & {
  /** What stands in JSON, where it is not what stands in a cell. */
  inJson?: (row: ExportedRow) => unknown;
};

/** A value with its words, for whoever reads JSON. */
const labelled = <Value>(value: Value, label: string) => ({ value, label });

/** What every practice has, in the order of the queue. */
export const commonColumns = ({ language, titles }: Wording): Common[] => {
  const titleOf = ({ procedureId }: ExportedRow) => titles.get(procedureId)?.[language] ?? '';
  const method = ({ method: of }: ExportedRow) => methods[of][language];
  const status = ({ status: of }: ExportedRow) => statusLabels[of][language];
  const priority = ({ priority: of }: ExportedRow) => priorities[of][language];
  return [
    { key: 'number', heading: text('Numero', 'Number'), kind: 'text', of: (row) => row.number },
    {
      key: 'service',
      heading: text('Servizio', 'Service'),
      kind: 'text',
      of: titleOf,
      inJson: (row) => labelled(row.procedureId, titleOf(row)),
    },
    {
      key: 'method',
      heading: text('Metodo di accesso', 'Sign-in method'),
      kind: 'text',
      of: method,
      inJson: (row) => labelled(row.method, method(row)),
    },
    { key: 'applicantName', heading: text('Richiedente', 'Applicant'), kind: 'text', of: (row) => row.applicantName },
    { key: 'applicantFiscalCode', heading: text('Codice fiscale', 'Fiscal code'), kind: 'text', of: (row) => row.applicantFiscalCode },
    { key: 'submittedAt', heading: text('Data della richiesta', 'Sent on'), kind: 'instant', of: (row) => row.submittedAt },
    { key: 'changedAt', heading: text('Ultima modifica di stato', 'Last change of state'), kind: 'instant', of: (row) => row.changedAt },
    {
      key: 'status',
      heading: text('Stato', 'State'),
      kind: 'text',
      of: status,
      inJson: (row) => labelled(row.status, status(row)),
    },
    { key: 'officerName', heading: text('Operatore in carico', 'Officer in charge'), kind: 'text', of: (row) => row.officerName },
    { key: 'officeName', heading: text('Ufficio in carico', 'Office in charge'), kind: 'text', of: (row) => row.officeName },
    {
      key: 'priority',
      heading: text('Priorità', 'Priority'),
      kind: 'text',
      of: priority,
      inJson: (row) => labelled(row.priority, priority(row)),
    },
    { key: 'tags', heading: text('Etichette', 'Tags'), kind: 'text', of: ({ tags }) => tags.join(', '), inJson: ({ tags }) => tags },
    { key: 'protocolNumber', heading: text('Numero di protocollo', 'Protocol number'), kind: 'text', of: (row) => row.protocolNumber },
    { key: 'protocolAt', heading: text('Data di protocollo', 'Registered on'), kind: 'instant', of: (row) => row.protocolAt },
    { key: 'decidedAt', heading: text("Data dell'esito", 'Decided on'), kind: 'instant', of: (row) => row.decidedAt },
  ];
};

/** The same as they are offered. */
export const offeredCommon = (): ExportColumn[] =>
  commonColumns({ language: 'it', titles: new Map() }).map(({ key, heading }) => ({
    key,
    label: heading,
    group: null,
    isRepeated: false,
    isTextual: true,
  }));
