import { z } from 'zod';
import { event, Id, Instant } from '../contract.js';

/** For practices, which asked for it. */
export const accountEnabled = event(
  'events.identity.account-enabled.v1',
  'A person who was to be enabled has her account',
  z.object({ itemId: Id.describe('The item of the request'), at: Instant.describe('When') }),
);
