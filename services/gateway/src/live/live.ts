import type { Msg, Subscription } from '@nats-io/transport-node';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { LiveEvent } from '@sportello/contracts/web';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import type { Envelope } from '@sportello/messaging/events';
import { signInsSubject } from '@sportello/messaging/sign-ins';
import { z } from 'zod';
import { SessionStore } from '../sessions/session-store.js';

/** The members of a fact by which the pages concerned are found. */
const Concerned = z.object({
  practiceId: z.uuid().nullish(),
  applicantId: z.uuid().nullish(),
  organizationId: z.uuid().nullish(),
  personId: z.uuid().nullish(),
});

/** Of what her office keeps for itself an applicant is told nothing. */
const officersOnly = ['.note-added.', '.marked.'];

/** Null asks to look whether the page may still receive. */
export type Listener = (event: LiveEvent | null) => void;

/**
 * Tells open pages that something changed, so that they read it again with their own rights. It is a hint and not a record:
 * a page that missed one reads everything anew when it joins again.
 */
@Injectable()
export class Live implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly people = new Map<string, Set<Listener>>();
  private readonly organizations = new Map<string, Set<Listener>>();
  private subscriptions: Subscription[] = [];

  constructor(
    private readonly bus: Bus,
    private readonly sessions: SessionStore,
  ) {}

  onApplicationBootstrap(): void {
    const callback = (error: Error | null, message: Msg) => {
      if (!error) this.tell(message.subject, message.json<Envelope>());
    };
    const lookAgain = (error: Error | null, message: Msg) => {
      if (!error) this.send(this.people.get(message.string()), null);
    };
    this.subscriptions = [
      this.bus.nats.subscribe('events.>', { callback }),
      this.bus.nats.subscribe(signInsSubject, { callback: lookAgain }),
    ];
    // The page may be open at another replica.
    this.sessions.whenEnded((personId) => this.bus.nats.publish(signInsSubject, personId));
  }

  onApplicationShutdown(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }

  /** @returns what ends it */
  listen({ personId, organizationId }: Actor, listener: Listener): () => void {
    const places = [
      ...(personId ? [listenersOf(this.people, personId)] : []),
      ...(organizationId ? [listenersOf(this.organizations, organizationId)] : []),
    ];
    for (const place of places) place.add(listener);
    return () => {
      for (const place of places) place.delete(listener);
      if (personId && this.people.get(personId)?.size === 0) this.people.delete(personId);
      if (organizationId && this.organizations.get(organizationId)?.size === 0) this.organizations.delete(organizationId);
    };
  }

  private tell(subject: string, { data }: Envelope): void {
    const concerned = Concerned.safeParse(data);
    if (!concerned.success) return;
    const { practiceId, applicantId, organizationId, personId } = concerned.data;
    if (subject.startsWith('events.practices.')) {
      // Officers learn only that their queue changed: which practices they may see is not known here.
      if (applicantId && practiceId && !officersOnly.some((name) => subject.includes(name)))
        this.send(this.people.get(applicantId), { kind: 'practice', practiceId });
      if (organizationId) this.send(this.organizations.get(organizationId), { kind: 'queue' });
    } else if (subject.startsWith('events.appointments.') && organizationId)
      this.send(this.organizations.get(organizationId), { kind: 'calendars' });
    else if (subject.startsWith('events.ticketing.')) {
      if (applicantId && !officersOnly.some((name) => subject.includes(name))) this.send(this.people.get(applicantId), { kind: 'tickets' });
      if (organizationId) this.send(this.organizations.get(organizationId), { kind: 'tickets' });
    } else if (subject.startsWith('events.notifications.') && personId) this.send(this.people.get(personId), { kind: 'notices' });
  }

  private send(listeners: Set<Listener> | undefined, event: LiveEvent | null): void {
    for (const listener of listeners ?? []) listener(event);
  }
}

function listenersOf(places: Map<string, Set<Listener>>, id: string): Set<Listener> {
  const known = places.get(id);
  if (known) return known;
  const made = new Set<Listener>();
  places.set(id, made);
  return made;
}
