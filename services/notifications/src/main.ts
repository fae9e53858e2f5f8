import { start } from '@sportello/service/start';
import { notificationsService } from './app.module.js';

await start(notificationsService);
