import { start } from '@sportello/service/start';
import { knowledgeService } from './app.module.js';

await start(knowledgeService);
