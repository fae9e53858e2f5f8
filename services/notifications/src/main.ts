import { setPriority } from 'node:os';
import { start } from '@sportello/service/start';
import { notificationsService } from './app.module.js';

/** Its work can wait a moment: on a machine that it shares, whoever presses at the door goes first (nice 10). */
setPriority(10);

await start(notificationsService);
