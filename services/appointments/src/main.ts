import { start } from '@sportello/service/start';
import { appointmentsService } from './app.module.js';

await start(appointmentsService);
