import { type AnsweredCheck, AskedCheck, AskedCredential } from '@sportello/contracts/practices/credential-systems';
import { type SystemServer, startSystemServer } from './system-server.ts';

/** Somebody whom the region knows. */
export interface Known {
  fiscalCode: string;
  familyName: string;
  /** Of her credential; null for who has none. */
  username: string | null;
}

/** Url and secret are for CREDENTIAL_SYSTEMS and CREDENTIAL_SYSTEM_SECRETS. */
export interface CredentialSystem extends SystemServer {
  /** Credentials that it has made, in order: one for each key. */
  issued(): readonly { key: string; username: string; fiscalCode: string }[];
  /** What is known of somebody from now on; nothing, without a name. */
  know(known: Known): void;
}

/** Who has a credential in the demonstration world, and one of whom nobody knows. */
const verdi: Known = { fiscalCode: 'VRDGPP13R10B293P', familyName: 'VERDI', username: 'g.verdi' };
/** Codes that the register of the population does not have. */
const unknownCodes = ['NSSLSS80A01L219O'];

/**
 * The credential system of a region as `docs/api/credential-systems.json` describes it. It has a credential of some people and makes one for the
 * others; it keeps everything in memory.
 */
export async function startCredentialSystem({ credentials: port } = { credentials: 0 }): Promise<CredentialSystem> {
  const people = new Map<string, Known>([[verdi.fiscalCode, verdi]]);
  const issued = new Map<string, { key: string; username: string; fiscalCode: string }>();

  const check = (key: string, body: unknown): AnsweredCheck => {
    const { fiscalCode, familyName } = AskedCheck.parse(body);
    const known = people.get(fiscalCode);
    if (unknownCodes.includes(fiscalCode)) return { key, result: 'unknown', username: null };
    if (known && known.familyName !== familyName.toUpperCase()) return { key, result: 'mismatch', username: null };
    return { key, result: 'known', username: known?.username ?? null };
  };
  const issue = (key: string, body: unknown) => {
    const { fiscalCode, givenName, familyName } = AskedCredential.parse(body);
    const username = `${givenName.slice(0, 1)}.${familyName}${issued.size || ''}`.toLowerCase().replaceAll(/[^a-z0-9.]/g, '');
    const row = issued.get(key) ?? { key, username, fiscalCode };
    issued.set(key, row);
    people.set(fiscalCode, { fiscalCode, familyName: familyName.toUpperCase(), username: row.username });
    return { key, username: row.username };
  };

  const server = await startSystemServer({
    port,
    secret: 'the secret of the simulated credential system',
    refusal: 'Dati incompleti',
    kinds: { checks: check, credentials: issue },
    shown: { credentials: () => [...issued.values()] },
  });
  return { ...server, issued: () => [...issued.values()], know: (known) => people.set(known.fiscalCode, known) };
}
