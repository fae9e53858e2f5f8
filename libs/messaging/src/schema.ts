import { InboxRow, OutboxRow, StreamSeen } from './events.js';
import { AddMessaging1795700000000 } from './migrations/1795700000000-add-messaging.js';
import { RetryParked1795927000000 } from './migrations/1795927000000-retry-parked.js';
import { RememberSubscriptions1795927100000 } from './migrations/1795927100000-remember-subscriptions.js';
import { RestatePresentRows1795927200000 } from './migrations/1795927200000-restate-present-rows.js';
import { DeadLetter, FailedTries } from './parked.js';
import { Restatement } from './restate.js';
import { Subscription } from './subscriptions.js';

/** The tables that every service with a database has, beside its own. */
export const messagingEntities = [OutboxRow, InboxRow, DeadLetter, FailedTries, StreamSeen, Subscription, Restatement];

/** How they come about. They run before the migrations of a service that are younger, so a new service writes none of this. */
export const messagingMigrations = [
  AddMessaging1795700000000,
  RetryParked1795927000000,
  RememberSubscriptions1795927100000,
  RestatePresentRows1795927200000,
];
