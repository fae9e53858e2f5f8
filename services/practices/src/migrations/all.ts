import type { Migrations } from '@sportello/service/database';
import { AddPractices1795635567610 } from './1795635567610-add-practices.js';
import { FindByWords1795637700000 } from './1795637700000-find-by-words.js';
import { PrintInTwoLanguages1795651500000 } from './1795651500000-print-in-two-languages.js';
import { GiveEachUploadItsKey1796000100000 } from './1796000100000-give-each-upload-its-key.js';
import { GiveBackWhatNobodyMayWork1796000200000 } from './1796000200000-give-back-what-nobody-may-work.js';
import { RememberWhatWasSent1796000300000 } from './1796000300000-remember-what-was-sent.js';
import { KeepDaysOfEnabling1796000400000 } from './1796000400000-keep-days-of-enabling.js';
import { AddWordsOfServices1796010200000 } from './1796010200000-add-words-of-services.js';
import { FillWordsOfServices1796010300000 } from './1796010300000-fill-words-of-services.js';
import { FoldMoreLetters1796010400000 } from './1796010400000-fold-more-letters.js';
import { CountChangesOfServices1796010500000 } from './1796010500000-count-changes-of-services.js';
import { NameKeysOfMarks1796010600000 } from './1796010600000-name-keys-of-marks.js';
import { FindServicesByTheirBody1796100200000 } from './1796100200000-find-services-by-their-body.js';
import { KeepFormsBySubject1796110000000 } from './1796110000000-keep-forms-by-subject.js';
import { AnnounceWhatWasOnItsWay1796200200000 } from './1796200200000-announce-what-was-on-its-way.js';
import { KeyCaseworkBySubject1796300000000 } from './1796300000000-key-casework-by-subject.js';
import { AddSheetsOfServices1796400100000 } from './1796400100000-add-sheets-of-services.js';

export const migrations: Migrations = [
  AddPractices1795635567610,
  FindByWords1795637700000,
  PrintInTwoLanguages1795651500000,
  GiveEachUploadItsKey1796000100000,
  GiveBackWhatNobodyMayWork1796000200000,
  RememberWhatWasSent1796000300000,
  KeepDaysOfEnabling1796000400000,
  AddWordsOfServices1796010200000,
  FillWordsOfServices1796010300000,
  FoldMoreLetters1796010400000,
  CountChangesOfServices1796010500000,
  NameKeysOfMarks1796010600000,
  FindServicesByTheirBody1796100200000,
  KeepFormsBySubject1796110000000,
  AnnounceWhatWasOnItsWay1796200200000,
  KeyCaseworkBySubject1796300000000,
  AddSheetsOfServices1796400100000,
];
