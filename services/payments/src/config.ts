import { FilesConfig } from '@sportello/casework/config';
import { BaseUrl, CommonConfig } from '@sportello/service/config';
import { z } from 'zod';

const Names = z.string().transform((text) =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean),
);

export const Config = CommonConfig.safeExtend({
  ...FilesConfig.shape,
  /** Where the Node of pagoPA asks; 0 takes any free port. */
  PAGOPA_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  PAGOPA_HOST: z.string().default('127.0.0.1'),
  /** PEM files: this listener's key and certificate, and the authority of the certificates with which pagoPA asks. Without them, outside a laboratory, nobody can ask. */
  PAGOPA_TLS_KEY_FILE: z.string().optional(),
  PAGOPA_TLS_CERT_FILE: z.string().optional(),
  PAGOPA_CLIENT_CA_FILE: z.string().optional(),
  /** Common names of the certificates with which pagoPA asks, with commas between them. */
  PAGOPA_CLIENT_NAMES: Names.default(['forwarder.platform.pagopa.it']),
  /** Checkout of pagoPA, without `/carts`; without it people pay by their notices alone. */
  CHECKOUT_URL: BaseUrl.optional(),
  /** Subscription keys of pagoPA, the primary first; the secondary is used when the first is refused. */
  PAGOPA_SUBSCRIPTION_KEYS: Names.default([]),
  /** Reporting flows of pagoPA, without `/organizations`; without it nothing is reconciled. */
  FDR_URL: BaseUrl.optional(),
  /** Subscription keys for them, the primary first. */
  FDR_SUBSCRIPTION_KEYS: Names.default([]),
  /** How long Checkout may take to answer, in seconds. */
  CHECKOUT_DEADLINE_SECONDS: z.coerce.number().min(0.1).max(30).default(5),
}).superRefine(({ PAGOPA_TLS_KEY_FILE, PAGOPA_TLS_CERT_FILE, PAGOPA_CLIENT_CA_FILE }, context) => {
  const files = { PAGOPA_TLS_KEY_FILE, PAGOPA_TLS_CERT_FILE, PAGOPA_CLIENT_CA_FILE };
  const missing = Object.entries(files).filter(([, file]) => !file);
  if (missing.length === 0 || missing.length === 3) return;
  for (const [name] of missing) context.addIssue({ code: 'custom', path: [name], message: 'is missing beside the other two' });
});
export type Config = z.infer<typeof Config>;
