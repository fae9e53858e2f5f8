import { caseworkEntities, caseworkMigrations } from '@sportello/casework/schema';
import { directoryStates } from '@sportello/directory/copies';
import { directoryEntities, directoryMigrations } from '@sportello/directory/schema';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Article, Revision } from './articles/article.entity.js';
import { ArticlesService } from './articles/articles.service.js';
import { DeskService } from './articles/desk.service.js';
import { LibraryWord, PublishedText } from './articles/published-text.entity.js';
import { Schedule } from './articles/schedule.js';
import { presentArticles } from './articles/writing.js';
import { Config } from './config.js';
import { knowledgeFigures } from './figures.js';
import { AddLibrary1796950000000 } from './migrations/1796950000000-add-library.js';
import { ModerationService } from './readers/moderation.service.js';
import { OpinionRow, Remark, UnansweredSearch, Visit } from './readers/reader.entities.js';
import { ReadersService } from './readers/readers.service.js';
import { ReaderSweeps } from './readers/sweeps.js';
import { ReadingService } from './reading/reading.service.js';
import { SearchService } from './search/search.service.js';
import { OfficerCopies } from './topics/directory-copies.js';
import { Topic } from './topics/topic.entity.js';
import { TopicsService } from './topics/topics.service.js';

export const knowledgeService: ServiceDefinition = {
  name: 'knowledge',
  config: Config,
  entities: [
    Topic,
    Article,
    Revision,
    PublishedText,
    LibraryWord,
    Visit,
    OpinionRow,
    Remark,
    UnansweredSearch,
    ...caseworkEntities,
    ...directoryEntities,
  ],
  migrations: [AddLibrary1796950000000, ...caseworkMigrations, ...directoryMigrations],
  controllers: [TopicsService, ArticlesService, DeskService, ReadingService, SearchService, ReadersService, ModerationService],
  providers: [OfficerCopies, Schedule, ReaderSweeps],
  states: [presentArticles, ...directoryStates],
  figures: knowledgeFigures,
};
