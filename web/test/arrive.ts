import { Visitor } from '@sportello/testing/visitor';
import type { Browser } from 'playwright-core';
import type { Installation } from '../../services/gateway/test/installation.js';
import { comuneOfAscalea, correctUsers } from '../../services/gateway/test/mayor-data.js';
import { signIn } from './compile.js';
import { type Album, type App, Person, type Setting } from './person.js';

/** Somebody who has accepted the policy already, signed in without a browser. */
export async function visitorOf(world: Installation, name: string, as: 'citizen' | 'officer' = 'citizen'): Promise<Visitor> {
  const visitor = new Visitor(world.baseUrl);
  const { account } = await visitor.signIn(...world.signInOf(name), as);
  if (!account?.hasAcceptedPolicy) {
    const { version } = await visitor.ask('rpc.identity.get-policy.v1', {});
    await visitor.ask('rpc.identity.accept-policy.v1', { version });
  }
  return visitor;
}

interface Arrival {
  browser: Browser;
  world: Installation;
  setting: Setting;
  album: Album;
  name: string;
  app?: App;
  /** The title of the first page, where it is another than that of most. */
  first?: string;
}

/** Somebody who has accepted the policy already, in front of a browser, on the first page after signing in. */
export async function arrive({ browser, world, setting, album, name, app = 'portal', first }: Arrival): Promise<Person> {
  const as = app === 'console' ? 'officer' : 'citizen';
  await visitorOf(world, name, as);
  const person = await Person.open({ browser, baseUrl: world.baseUrl, setting, album, app });
  const home = `${app === 'console' ? '/console' : ''}${setting.language === 'en' ? '/en' : '/'}`;
  await person.page.goto(`/auth/login?${new URLSearchParams({ returnTo: home, as })}`);
  await signIn(person, world.signInOf(name), as);
  await person.seesTitle(person.say(first ?? (app === 'console' ? 'today.title' : 'menu.board')));
  return person;
}

/** A request of the mayor, sent. @returns its number and id */
export async function sendRequest(mayor: Visitor): Promise<{ id: string; number: string }> {
  const { items } = await mayor.ask('rpc.practices.list-procedures.v1', { category: 'education' });
  const procedureId = items[0]?.id ?? '';
  const { content } = await mayor.ask('rpc.practices.prepare.v1', { id: procedureId });
  const id = crypto.randomUUID();
  const { number } = await mayor.ask('rpc.practices.open.v1', {
    id,
    procedureId,
    content: { ...content, ...comuneOfAscalea, noticeRead: true, users: correctUsers },
  });
  await mayor.move('rpc.practices.complete.v1', { id });
  await mayor.move('rpc.practices.submit.v1', { id });
  return { id, number };
}
