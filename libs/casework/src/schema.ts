import { Attachment } from './attachment.entity.js';
import { Message } from './message.entity.js';
import { AddCasework1796300100000 } from './migrations/1796300100000-add-casework.js';
import { ChainPassages1796609900000 } from './migrations/1796609900000-chain-passages.js';
import { AddLayout1797100000000 } from './migrations/1797100000000-add-layout.js';
import { NumberCounter } from './numbers.js';
import { Passage } from './passage.entity.js';
import { Upload } from './upload.entity.js';

/** The tables of a service with subjects that are followed, beside its own. */
export const caseworkEntities = [Attachment, Message, NumberCounter, Passage, Upload];

/** How they come about: a service writes none of this. */
export const caseworkMigrations = [AddCasework1796300100000, ChainPassages1796609900000, AddLayout1797100000000];
