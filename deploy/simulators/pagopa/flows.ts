import type { ServerResponse } from 'node:http';
import type { SimulatedNode } from './node.ts';

/** A payment as a flow tells it, in euros. */
export interface ReportedPayment {
  index: number;
  iuv: string;
  iur: string;
  idTransfer: number;
  pay: number;
  payStatus: string;
  payDate: string;
}

interface Published {
  fiscalCode: string;
  fdr: string;
  pspId: string;
  revision: number;
  published: string;
  payments: readonly ReportedPayment[];
  /** What the header says in all, where that is not what the payments are. */
  sum?: number | undefined;
}

export interface SimulatedFlows {
  /** Publishes a revision of a flow. */
  publish(flow: Omit<Published, 'published' | 'pspId'>): void;
  /** What was collected for a body so far, as a flow would tell it; stamps are in no flow. */
  paymentsFor(fiscalCode: string): ReportedPayment[];
  answer(path: string, parameters: URLSearchParams, response: ServerResponse): void;
}

const PSP = 'PSPSIMUL';

/**
 * The reporting flows of the simulated payment service provider. Asked for a body for which nothing was published it publishes at once what was
 * collected since: here nobody waits for two working days.
 */
export function startFlows(node: SimulatedNode): SimulatedFlows {
  const flows: Published[] = [];
  const reported = new Set<string>();

  const paymentsFor = (fiscalCode: string): ReportedPayment[] =>
    node
      .collected()
      .flatMap((receipt) => receipt.transferList.transfer.map((transfer) => ({ receipt, transfer })))
      .filter(({ transfer }) => transfer.fiscalCodePA === fiscalCode && transfer.IBAN !== undefined)
      .map(({ receipt, transfer }, at) => ({
        index: at + 1,
        iuv: receipt.creditorReferenceId,
        iur: receipt.receiptId,
        idTransfer: transfer.idTransfer,
        pay: transfer.transferAmount / 100,
        payStatus: 'EXECUTED',
        payDate: receipt.applicationDate ?? '',
      }));

  const publish: SimulatedFlows['publish'] = (flow) => void flows.push({ ...flow, pspId: PSP, published: new Date().toISOString() });

  /** A flow a day and body, of what none has told yet. */
  const publishNew = (fiscalCode: string) => {
    const payments = paymentsFor(fiscalCode).filter(({ iur, idTransfer }) => !reported.has(`${fiscalCode} ${iur} ${idTransfer}`));
    if (payments.length === 0) return;
    for (const { iur, idTransfer } of payments) reported.add(`${fiscalCode} ${iur} ${idTransfer}`);
    const day = new Date().toISOString().slice(0, 10);
    const number = String(flows.length + 1).padStart(10, '0');
    publish({ fiscalCode, fdr: `${day}${PSP}-${number}`, revision: 1, payments: payments.map((row, at) => ({ ...row, index: at + 1 })) });
  };

  return {
    publish,
    paymentsFor,
    answer: (path, parameters, response) => {
      const [, , fiscalCode = '', , fdr, , revision, , , payments] = path.split('/').map(decodeURIComponent);
      const own = flows.filter((flow) => flow.fiscalCode === fiscalCode);
      if (fdr === undefined) {
        publishNew(fiscalCode);
        const newest = flows.filter(
          (flow) => flow.fiscalCode === fiscalCode && !flows.some((other) => other.fdr === flow.fdr && other.revision > flow.revision),
        );
        return page(
          response,
          newest.map(({ payments: _, fiscalCode: _code, sum: _sum, ...flow }) => flow),
          parameters,
        );
      }
      const flow = own.find((each) => each.fdr === fdr && each.revision === Number(revision));
      if (!flow) return send(response, 404, { errorId: '1', httpStatusCode: 404, appErrorCode: 'FDR-0701' });
      if (payments) return page(response, flow.payments, parameters);
      const sumPayments = flow.sum ?? flow.payments.reduce((sum, { pay }) => sum + Math.round(pay * 100), 0) / 100;
      const day = flow.published.slice(0, 10);
      send(response, 200, {
        ...flow,
        payments: undefined,
        status: 'PUBLISHED',
        regulation: 'CRO1',
        regulationDate: day,
        totPayments: flow.payments.length,
        sumPayments,
      });
    },
  };
}

function page(response: ServerResponse, all: readonly unknown[], parameters: URLSearchParams): void {
  const [number, size] = [Number(parameters.get('page') ?? 1), Number(parameters.get('size') ?? 1_000)];
  const data = all.slice((number - 1) * size, number * size);
  send(response, 200, { metadata: { pageSize: size, pageNumber: number, totPage: Math.ceil(all.length / size) }, count: all.length, data });
}

const send = (response: ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
