import { attaching, validators } from '@sportello/contracts/doors';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { DocumentsController } from './documents.controller.js';
import { attachController } from './files/attach.controller.js';
import { FilesController } from './files/files.controller.js';
import { FileIntake } from './files/intake.js';
import { LiveController } from './live/live.controller.js';
import { Live } from './live/live.js';
import { LiveStreams } from './live/live-streams.js';
import { BearerTokens } from './sessions/bearer-tokens.js';
import { Callers } from './sessions/callers.js';
import { Homes } from './sessions/homes.js';
import { Issuer } from './sessions/issuer.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionStore } from './sessions/session-store.js';
import { SignInController } from './sessions/sign-in.controller.js';
import { Standings } from './sessions/standings.js';
import { StatusController } from './status.controller.js';
import { Themes } from './themes/themes.js';
import { validatorController } from './validator.controller.js';

/** What is written by hand at the edge: all that is no contract. */
export const controllers = [
  SignInController,
  SessionController,
  FilesController,
  ...attaching.map(attachController),
  LiveController,
  CalendarFeedController,
  ...Object.entries(validators).map(validatorController),
  DocumentsController,
  StatusController,
];
export const providers = [Callers, Homes, BearerTokens, Issuer, SessionStore, Standings, FileIntake, Live, LiveStreams, Themes];
