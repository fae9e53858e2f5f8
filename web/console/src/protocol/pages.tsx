import { ProtocolPage } from './protocol-page.js';

export const pages = { protocollo: ProtocolPage };
