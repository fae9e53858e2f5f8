/**
 * Reporting flows of pagoPA (FdR): what a payment service provider transferred to a body, payment by payment. Amounts are decimal euros there, and
 * whole cents here. Read leniently: what a flow says is money, and a field that we do not know is no reason to lose it.
 * Source: pagoPA, FdR for organizations, version 1
 */
import { z } from 'zod';

/** A negative amount takes back what was transferred. */
const Euros = z
  .number()
  .refine((euros) => Math.abs(euros) < 1e12)
  .transform((euros) => Math.round(euros * 100));

export const FlowList = z.object({
  metadata: z.object({ totPage: z.int().min(0) }),
  data: z.array(
    z.object({
      fdr: z.string().min(1).max(35),
      pspId: z.string().min(1).max(35),
      revision: z.int().min(1),
      published: z.iso.datetime({ offset: true }),
    }),
  ),
});

export const FlowHeader = z.object({
  regulation: z.string().max(35).nullish(),
  regulationDate: z.string().max(10).nullish(),
  totPayments: z.int().min(0),
  sumPayments: Euros,
});

const FlowStatus = z.enum(['EXECUTED', 'REVOKED', 'STAND_IN', 'STAND_IN_NO_RPT', 'NO_RPT']);

export const FlowPayments = z.object({
  metadata: z.object({ totPage: z.int().min(0) }),
  data: z.array(
    z.object({
      index: z.int().min(0),
      iuv: z.string().min(1).max(35),
      iur: z.string().min(1).max(35),
      idTransfer: z.int().min(1).max(5).nullish(),
      pay: Euros,
      payStatus: FlowStatus.catch('EXECUTED'),
      payDate: z.string().max(40),
    }),
  ),
});
export type FlowPayment = z.output<typeof FlowPayments>['data'][number];
