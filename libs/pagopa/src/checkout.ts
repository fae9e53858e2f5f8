/**
 * Carts of Checkout, the payment page of pagoPA: up to five notices that are paid by one payment. Codes are texts: a number of JSON does not hold
 * eighteen digits. Source: pagoPA, Checkout for creditor institutions, version 2
 */
import { z } from 'zod';

/** The most notices of one cart. */
export const MOST_NOTICES = 5;

export const CartRequest = z.object({
  emailNotice: z.email().optional(),
  /** Comes back as the note of the payment, in the activation and in the receipt. */
  idCart: z.string().max(210).optional(),
  paymentNotices: z
    .array(
      z.object({
        noticeNumber: z.string().regex(/^\d{18}$/),
        fiscalCode: z.string().regex(/^\d{11}$/),
        /** Cents of euro. */
        amount: z.int().min(1).max(99_999_999_999),
        companyName: z.string().min(1).max(140),
        description: z.string().min(1).max(140),
      }),
    )
    .min(1)
    .max(MOST_NOTICES),
  returnUrls: z.object({ returnOkUrl: z.url(), returnCancelUrl: z.url(), returnErrorUrl: z.url(), returnWaitingUrl: z.url() }),
});
export type CartRequest = z.infer<typeof CartRequest>;

/** What the Node's look at its own positions says: paid already, or being paid. */
export const notProcessable = 'Invalid payment notice data';
export const CheckoutProblem = z.object({ title: z.string(), status: z.int(), detail: z.string().optional() });
