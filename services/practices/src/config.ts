import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { FilesConfig } from '@sportello/casework/config';
import { BaseUrl, CommonConfig } from '@sportello/service/config';
import { z } from 'zod';

/** An Ed25519 private key: PKCS #8 (DER in base64), or a JSON Web Key. */
const SigningKey = z.string().transform((text, context): KeyObject => {
  // The text itself must never reach a log: what is wrong with it is told in these words only.
  const refuse = () => {
    context.addIssue({ code: 'custom', message: 'want an Ed25519 private key, PKCS #8 in base64 or a JSON Web Key' });
    return z.NEVER;
  };
  try {
    const key = text.startsWith('{')
      ? createPrivateKey({ key: JSON.parse(text), format: 'jwk' })
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519' ? key : refuse();
  } catch {
    return refuse();
  }
});

/** Ed25519 public keys with commas between them: SubjectPublicKeyInfo, DER in base64, as `/mark-keys` gives them. */
const PublicKeys = z.string().transform((text, context): KeyObject[] => {
  try {
    const keys = text
      .split(',')
      .filter((key) => key !== '')
      .map((key) => createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }));
    if (keys.every(({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519')) return keys;
  } catch {
    // Said below, as for keys of another kind.
  }
  context.addIssue({ code: 'custom', message: 'want Ed25519 public keys as /mark-keys gives them, with commas between them' });
  return z.NEVER;
});

/** What is said of bodies: `<id of the body>=<value>`, with commas between them, each body once. */
const OfBodies = <T extends z.ZodType<string>>(value: T) =>
  z
    .string()
    .max(20_000)
    .default('')
    .transform((text, context): ReadonlyMap<string, string> => {
      const pairs = text.split(',').flatMap((pair) => {
        const [id = '', ...rest] = pair.trim().split('=');
        if (!id) return [];
        const read = z.tuple([z.uuid().toLowerCase(), value]).safeParse([id, rest.join('=')]);
        // The text itself may be a secret: what is wrong with it is told in these words only.
        if (!read.success) context.addIssue({ code: 'custom', message: 'want <id of a body>=<value>, with commas between them' });
        return read.success ? [read.data as [string, string]] : [];
      });
      if (new Map(pairs).size < pairs.length) context.addIssue({ code: 'custom', message: 'want each body once' });
      return new Map(pairs);
    });

export const PracticesConfig = FilesConfig.extend({
  /** Signs arrival marks. */
  SIGNING_KEY: SigningKey,
  /** Public keys that are published beside that of `SIGNING_KEY`: those that signed before, and the one that will sign next. */
  MARK_KEYS: PublicKeys.default([]),
  /** The address that people type: links and QR codes of the PDFs begin with it. */
  PUBLIC_URL: BaseUrl,
  BODY_URLS: CommonConfig.shape.BODY_URLS,
  /** Systems of bodies that register and take over practices, as `docs/api/body-systems.json` describes them. */
  BODY_SYSTEMS: OfBodies(BaseUrl),
  /** What each of them is told to know us by. */
  BODY_SYSTEM_SECRETS: OfBodies(z.string().min(16).max(500)),
  /** Credential systems that bodies ask before they enable people, as `docs/api/credential-systems.json` describes them. */
  CREDENTIAL_SYSTEMS: OfBodies(BaseUrl),
  /** What each of them is told to know us by. */
  CREDENTIAL_SYSTEM_SECRETS: OfBodies(z.string().min(16).max(500)),
  /** How long one of all these systems may take to answer. */
  SYSTEM_DEADLINE_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
});
export type PracticesConfig = z.infer<typeof PracticesConfig>;
