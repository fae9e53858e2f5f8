import type { Migrations } from '@sportello/service/database';
import { AddPractices1795635567610 } from './1795635567610-add-practices.js';

export const migrations: Migrations = [AddPractices1795635567610];
