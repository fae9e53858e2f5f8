import { Controller } from '@nestjs/common';
import type { Input, Output, Payload, Text } from '@sportello/contracts/contract';
import { accessNoted, listAccesses } from '@sportello/contracts/identity/accesses';
import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { On } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager } from 'typeorm';
import { OrganizationRow } from '../organizations/organization.entity.js';
import { Access } from './access.entity.js';
import type { AccessAction } from './note-access.js';

type Row = Access & { organization: OrganizationRow | null };

const newestFirst = descending<Row>([byInstant('entry.at', ({ at }) => at)], 'entry.id');

const words: Record<AccessAction | 'practice-read' | 'messages-read' | 'file-read', Text> = {
  'person-registered': { it: 'Registrazione dei tuoi dati', en: 'Your data was registered' },
  'profiles-changed': { it: 'Modifica dei tuoi profili', en: 'Your profiles were changed' },
  'contacts-changed': { it: 'Modifica dei tuoi recapiti', en: 'Your contact points were changed' },
  'picture-changed': { it: 'Modifica della tua immagine', en: 'Your picture was changed' },
  'rights-changed': { it: 'Modifica delle tue abilitazioni', en: 'Your rights were changed' },
  'password-changed': { it: 'Modifica della tua password', en: 'Your password was changed' },
  'policy-accepted': { it: "Accettazione dell'informativa sulla privacy", en: 'The privacy policy was accepted' },
  'messages-read': { it: 'Lettura dei messaggi di una tua istanza', en: 'The messages of one of your requests were read' },
  'file-read': { it: 'Apertura di un documento di una tua istanza', en: 'A document of one of your requests was opened' },
  'practice-read': { it: 'Lettura di una tua istanza', en: 'One of your requests was read' },
};
const otherwise: Text = { it: 'Consultazione dei tuoi dati', en: 'Your data was read' };
const oneself: Text = { it: 'Tu', en: 'You' };
const ourselves: Text = { it: 'Sportello', en: 'Sportello' };

/** The log of who read or changed whose data (design D15): kept here for all services, and shown to the person concerned. */
@Controller()
export class AccessLogService {
  constructor(private readonly db: DataSource) {}

  @On(accessNoted, { from: 'beginning' })
  async keep({ about, ...access }: Payload<typeof accessNoted>, tx: EntityManager): Promise<void> {
    const { id, at, actorId, capacity, organizationId, action, subjectId, requestId } = access;
    await tx.query(
      `insert into access_log (id, at, actor_id, capacity, organization_id, action, subject_id, request_id, about_kind, about_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [id, at, actorId, capacity, organizationId, action, subjectId, requestId, about?.kind ?? null, about?.id ?? null],
    );
  }

  @Handles(listAccesses)
  async list(asked: Input<typeof listAccesses>, { personId }: Actor): Promise<Output<typeof listAccesses>> {
    if (personId === null) throw new Problem(forbidden);
    const query = this.db
      .createQueryBuilder(Access, 'entry')
      .leftJoinAndMapOne('entry.organization', OrganizationRow, 'body', 'body.id = entry.organizationId')
      .where('entry.subjectId = :personId', { personId });
    const page = await newestFirst.pageOf(query as never, asked);
    return { ...page, items: (page.items as Row[]).map((row) => shown(row, personId)) };
  }
}

function shown({ id, at, action, actorId, organization, aboutKind, aboutId }: Row, personId: string) {
  const body = organization && { it: organization.name, en: organization.name };
  return {
    id,
    at,
    action,
    by: actorId === personId ? oneself : (body ?? ourselves),
    what: action in words ? words[action as AccessAction] : otherwise,
    about: aboutKind === null || aboutId === null ? null : { kind: aboutKind, id: aboutId },
  };
}
