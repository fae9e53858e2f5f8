import { z } from 'zod';
import { Instant, rpc, Sha256 } from '../contract.js';
import { number, practiceId } from './fields.js';

const position = z
  .number()
  .int()
  .meta({ description: 'Place in the order of arrival of this service, from 1, without gaps', examples: [42] });

/** Which key signed. */
const kid = z.string().meta({
  description: 'RFC 7638 thumbprint of the public key',
  examples: ['kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'],
});

/** The arrival mark: the immediate technical receipt, which anyone can verify offline (Ed25519), see `docs/arrival-marks.md`. */
export const ArrivalMark = z.object({
  practiceId,
  number,
  submittedAt: Instant.describe('When it arrived'),
  position,
  contentSha256: Sha256.describe('Hash of what was sent'),
  kid: kid
    .nullable()
    .meta({ description: 'The public key that verifies it, as `/mark-keys` names it; null for one from before keys had names' }),
  signature: z.string().meta({
    description: 'Base64url of the Ed25519 signature over `practiceId|number|submittedAt|position|contentSha256`',
    examples: ['OpWU1AdjAvOGbmCdqHtk-TjrvnDJxceWn617hsng3Wl1jx2_sCiRFQOkFuaGxs4Mun_a99pnzCGCHVu9UREjAQ'],
  }),
});

/** With it anyone can check a mark without asking us. Keys that no longer sign stay. */
export const getMarkKeys = rpc({
  subject: 'rpc.practices.get-mark-keys.v1',
  http: 'GET /mark-keys',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Gives the public keys by which arrival marks are verified',
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(
        z.object({
          kid,
          algorithm: z.literal('Ed25519').describe('Signature algorithm'),
          publicKey: z.string().meta({
            description: 'SubjectPublicKeyInfo, DER in base64',
            examples: ['MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
          }),
        }),
      )
      .describe('The key that signs first, then those that signed before or will sign next'),
  }),
});
