import { start } from '@sportello/service/start';
import { ticketingService } from './app.module.js';

await start(ticketingService);
