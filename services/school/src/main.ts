import { start } from '@sportello/service/start';
import { schoolService } from './app.module.js';

await start(schoolService);
