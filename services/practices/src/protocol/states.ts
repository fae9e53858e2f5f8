import { protocolEntryMade } from '@sportello/contracts/practices/protocol';
import { states } from '@sportello/messaging/states';
import { In, MoreThan } from 'typeorm';
import { ProtocolAnnulment, ProtocolEntry } from './entry.entity.js';
import { entryFact } from './register.js';

/** The register as it stands, to be told again to whoever keeps a copy of it. */
export const protocolStates = [
  states(protocolEntryMade, async (db, after, limit) => {
    const where = after === null ? {} : { id: MoreThan(after) };
    const entries = await db.find(ProtocolEntry, { where, order: { id: 'ASC' }, take: limit });
    const annulments = await db.findBy(ProtocolAnnulment, { entryId: In(entries.map(({ id }) => id)) });
    const annulledAt = new Map(annulments.map(({ entryId, at }) => [entryId, at]));
    return entries.map((entry) => entryFact(entry, annulledAt.get(entry.id) ?? null));
  }),
];
