import { FormVersion } from './form-version.entity.js';
import { AddFormVersions1796110100000 } from './migrations/1796110100000-add-form-versions.js';

/** The tables of a service that keeps forms, beside its own. */
export const storedFormsEntities = [FormVersion];

/** How they come about: a service writes none of this. */
export const storedFormsMigrations = [AddFormVersions1796110100000];
