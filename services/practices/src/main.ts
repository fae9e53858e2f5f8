import { start } from '@sportello/service/start';
import { practicesService } from './app.module.js';

await start(practicesService);
