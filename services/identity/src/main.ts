import { start } from '@sportello/service/start';
import { identityService } from './app.module.js';

await start(identityService);
