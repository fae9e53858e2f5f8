import type { Message } from '@sportello/casework/message.entity';
import { messageSent, noteAdded } from '@sportello/contracts/practices/events';
import { publish } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import type { Accessed } from './access.js';
import { announce } from './announcements.js';
import { factOf, publishFact } from './facts.js';

/** Tells of a message, or of a note that only officers read. */
export async function publishWritten(
  tx: EntityManager,
  { practice, procedure }: Pick<Accessed, 'practice' | 'procedure'>,
  { kind, fromSide, sentAt: at }: Pick<Message, 'kind' | 'fromSide' | 'sentAt'>,
): Promise<void> {
  if (kind === 'note') return publishFact(tx, noteAdded, practice, at);
  await publish(tx, messageSent, { ...factOf(practice, at), from: fromSide });
  await announce(tx, `message-from-${fromSide}`, { practice, procedure, at });
}
