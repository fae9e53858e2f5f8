import { start } from '@sportello/service/start';
import { paymentsService } from './app.module.js';

await start(paymentsService);
