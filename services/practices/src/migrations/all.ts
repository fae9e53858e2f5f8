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
import { AddProtocol1796500100000 } from './1796500100000-add-protocol.js';
import { AddRatings1796500400000 } from './1796500400000-add-ratings.js';
import { AddTerms1796600100000 } from './1796600100000-add-terms.js';
import { OrderAndTagTheQueue1796608100000 } from './1796608100000-order-and-tag-the-queue.js';
import { ShareViews1796608200000 } from './1796608200000-share-views.js';
import { AddAccessOfServices1796609100000 } from './1796609100000-add-access-of-services.js';
import { AddExports1796609200000 } from './1796609200000-add-exports.js';
import { AddDues1796610700000 } from './1796610700000-add-dues.js';
import { AddMarks1796611500000 } from './1796611500000-add-marks.js';
import { ActOnMany1796611600000 } from './1796611600000-act-on-many.js';
import { AddEnablings1796612000000 } from './1796612000000-add-enablings.js';
import { AddEndsOfPractices1796612710000 } from './1796612710000-add-ends-of-practices.js';
import { AddDigestsOfTerms1796612720000 } from './1796612720000-add-digests-of-terms.js';
import { AddTemplates1796620000000 } from './1796620000000-add-templates.js';
import { LimitRequests1796621000000 } from './1796621000000-limit-requests.js';
import { OrderStatesBySending1796621200000 } from './1796621200000-order-states-by-sending.js';
import { HoldExportsThatAreMade1796621300000 } from './1796621300000-hold-exports-that-are-made.js';
import { AskAboutActiveServices1796622300000 } from './1796622300000-ask-about-active-services.js';
import { FindOutcomesByDay1796622400000 } from './1796622400000-find-outcomes-by-day.js';
import { AskForOpinions1796622500000 } from './1796622500000-ask-for-opinions.js';
import { KeepBulkJobsForAWhile1796622600000 } from './1796622600000-keep-bulk-jobs-for-a-while.js';
import { AddExternalPractices1796623400000 } from './1796623400000-add-external-practices.js';
import { KeepTheSignInOfASending1796623600000 } from './1796623600000-keep-the-sign-in-of-a-sending.js';
import { AssignByRules1796623700000 } from './1796623700000-assign-by-rules.js';
import { FillInAtTheDesk1796624100000 } from './1796624100000-fill-in-at-the-desk.js';
import { CorrectExOfficio1796624200000 } from './1796624200000-correct-ex-officio.js';
import { RemindOfStalledPractices1796624300000 } from './1796624300000-remind-of-stalled-practices.js';
import { ReserveServices1796624500000 } from './1796624500000-reserve-services.js';
import { AssignAfterTheSending1796631500000 } from './1796631500000-assign-after-the-sending.js';
import { GroupTheCatalogue1796640100000 } from './1796640100000-group-the-catalogue.js';
import { AddAccessLinks1796640200000 } from './1796640200000-add-access-links.js';
import { OfferModels1796640300000 } from './1796640300000-offer-models.js';
import { FollowAppointments1796650700000 } from './1796650700000-follow-appointments.js';
import { AddClickDays1796656000000 } from './1796656000000-add-click-days.js';

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
  AddProtocol1796500100000,
  AddRatings1796500400000,
  AddTerms1796600100000,
  OrderAndTagTheQueue1796608100000,
  ShareViews1796608200000,
  AddAccessOfServices1796609100000,
  AddExports1796609200000,
  AddDues1796610700000,
  AddMarks1796611500000,
  ActOnMany1796611600000,
  AddEnablings1796612000000,
  AddEndsOfPractices1796612710000,
  AddDigestsOfTerms1796612720000,
  AddTemplates1796620000000,
  LimitRequests1796621000000,
  OrderStatesBySending1796621200000,
  HoldExportsThatAreMade1796621300000,
  AskAboutActiveServices1796622300000,
  FindOutcomesByDay1796622400000,
  AskForOpinions1796622500000,
  KeepBulkJobsForAWhile1796622600000,
  AddExternalPractices1796623400000,
  KeepTheSignInOfASending1796623600000,
  AssignByRules1796623700000,
  FillInAtTheDesk1796624100000,
  CorrectExOfficio1796624200000,
  RemindOfStalledPractices1796624300000,
  ReserveServices1796624500000,
  AssignAfterTheSending1796631500000,
  GroupTheCatalogue1796640100000,
  AddAccessLinks1796640200000,
  OfferModels1796640300000,
  FollowAppointments1796650700000,
  AddClickDays1796656000000,
];
