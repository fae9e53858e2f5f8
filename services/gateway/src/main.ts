import { runProcess } from '@sportello/service/process';
import { startGateway } from './gateway.js';

await runProcess('gateway', () => startGateway(process.env));
