import { ThemeCopies, themeEntities, themeMigrations, themeStates } from '@sportello/directory/themes';
import type { ServiceDefinition } from '@sportello/service/definition';
import { Announcement } from './announcements/announcement.entity.js';
import { AnnouncementsService } from './announcements/announcements.service.js';
import { Config } from './config.js';
import { DeliveriesService } from './deliveries/deliveries.service.js';
import { Delivery } from './deliveries/delivery.entity.js';
import { Mailer } from './deliveries/mailer.js';
import { UnsentMailsService } from './deliveries/unsent-mails.service.js';
import { AddNoticesAndDeliveries1795634951617 } from './migrations/1795634951617-add-notices-and-deliveries.js';
import { GatherMessages1795927300000 } from './migrations/1795927300000-gather-messages.js';
import { TellPeopleOfTheirAccounts1795940000000 } from './migrations/1795940000000-tell-people-of-their-accounts.js';
import { ReceiveAnnouncements1796200100000 } from './migrations/1796200100000-receive-announcements.js';
import { ListUnsentMails1796640000000 } from './migrations/1796640000000-list-unsent-mails.js';
import { Notice } from './notices/notice.entity.js';
import { NoticesService } from './notices/notices.service.js';

export const notificationsService: ServiceDefinition = {
  name: 'notifications',
  config: Config,
  entities: [Announcement, Notice, Delivery, ...themeEntities],
  migrations: [
    AddNoticesAndDeliveries1795634951617,
    GatherMessages1795927300000,
    TellPeopleOfTheirAccounts1795940000000,
    ReceiveAnnouncements1796200100000,
    ListUnsentMails1796640000000,
    ...themeMigrations,
  ],
  controllers: [NoticesService, UnsentMailsService],
  providers: [AnnouncementsService, DeliveriesService, Mailer, ThemeCopies],
  states: themeStates,
  checks: { mail: (get) => get(Mailer).check(), storage: (get) => get(DeliveriesService).checkStorage() },
};
