import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getPractice } from '@sportello/contracts/practices/practices';
import { putProtocolSettings } from '@sportello/contracts/practices/protocol';
import { administrator, federica, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type BodySystem, startBodySystem } from '../../../../deploy/simulators/body-system.ts';
import { World } from '../../test/world.js';
import { Handover } from './handover.js';

let system: BodySystem;
let world: World;
let child: ChildProcess | undefined;
beforeAll(async () => {
  system = await startBodySystem();
  world = await World.start({
    BODY_SYSTEMS: `${piedmont}=${system.url}`,
    BODY_SYSTEM_SECRETS: `${piedmont}=${system.secret}`,
    SYSTEM_DEADLINE_SECONDS: '20',
  });
  await world.ask(putProtocolSettings, { register: 'external', version: 0 }, administrator);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await world?.stop();
  await system?.stop();
});

test('a process that is killed between the call and the commit leaves one number: the next one is answered under the same key', async () => {
  const procedureId = await world.procedure({ settings: { requiresConfirmation: true, registers: true } });
  // Only the process that will be killed hands over.
  const here = world.service.get(Handover) as unknown as { worker: { pause(): Promise<void>; resume(): void } };
  await here.worker.pause();
  system.behave('slow');
  child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/main.js', import.meta.url))], {
    env: { ...world.service.environment, PATH: process.env['PATH'] },
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  const id = await world.sent(procedureId);
  const numbers = () => system.registered().filter(({ asked }) => asked.practiceId === id);
  await eventually(() => expect(numbers()).toHaveLength(1), 90);
  child.kill('SIGKILL');
  await ended;
  // A question that was on its way to the process that died has no answer; the next one has.
  const left = await eventually(() => world.ask(getPractice, { id }, federica), 90);
  expect(left).toMatchObject({ status: 'submitted', protocolNumber: null });

  system.behave('ok');
  // As if the time for which a dead process holds its line were over.
  await world.service.db.query("update filing_lines set held_until = now() - interval '1 second'");
  here.worker.resume();
  await world.service.get(Handover).run(`${piedmont}.protocol`);
  const { protocolNumber, iter } = await eventually(async () => {
    const practice = await world.ask(getPractice, { id }, federica);
    expect(practice.status).toBe('registered');
    return practice;
  }, 90);
  expect(numbers().map(({ number }) => number)).toEqual([protocolNumber]);
  expect(iter.filter(({ move }) => move === 'register')).toHaveLength(1);
});
