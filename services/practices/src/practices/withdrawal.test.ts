import { expect, test } from '@jest/globals';
import type { Mover } from '@sportello/casework/subject';
import { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import { PracticeStatus } from '@sportello/contracts/practices/states';
import { Problem } from '@sportello/messaging/problem';
import { findLine, movesNow, type Situation } from './moves.js';
import { isShownRefused } from './withdrawal.js';

const now = new Date('2022-08-01T10:00:00Z');
const federica: Mover = { side: 'applicant', id: 'federica', name: 'FEDERICA NERI' };
const bianchi: Mover = { side: 'officer', id: 'bianchi', name: 'BIANCHI' };

const situation = (status: string, settings: Partial<WorkflowSettings> = { canBeWithdrawn: true }): Situation => ({
  status: status as PracticeStatus,
  profileKind: 'mayor',
  officerId: null,
  officerName: null,
  procedure: {
    status: 'suspended',
    audience: ['citizen'],
    opensAt: null,
    closesAt: now,
    sendingOpensAt: null,
    sendingClosesAt: null,
    settings: WorkflowSettings.parse(settings),
    contacts: null,
  },
});
const withdrawn = (it: Situation, mover = federica) => {
  const line = findLine('withdraw', it, mover, now);
  return line instanceof Problem ? line.problem : line.to;
};

test('PRA-20: what was sent and is not decided can be withdrawn, also when the service is closed by now', () => {
  for (const status of ['submitted', 'registered', 'under_review', 'awaiting_amendment', 'amendment_submitted'] as const) {
    expect(withdrawn(situation(status))).toBe('withdrawn');
    expect(movesNow(situation(status), federica, now)).toContain('withdraw');
    expect(movesNow(situation(status, {}), federica, now)).not.toContain('withdraw');
  }
});

test('PRA-21: the five refusals say what stands in the way, the first of them first', () => {
  const forward = { workflow: 'forward', registers: true, canBeWithdrawn: true } as const;
  const sentence = (it: string) => ({ title: { it, en: expect.any(String) } });
  expect(withdrawn(situation('paid', {}), bianchi)).toMatchObject({
    type: 'not-the-applicant',
    ...sentence('Solo chi ha presentato la pratica può ritirarla'),
  });
  expect(withdrawn(situation('paid', { registers: true }))).toMatchObject({
    type: 'withdrawal-not-offered',
    ...sentence('Per questo servizio il ritiro non è previsto'),
  });
  for (const status of ['awaiting_payment', 'payment_in_progress', 'paid']) {
    expect(withdrawn(situation(status, forward))).toMatchObject({
      type: 'payment-present',
      ...sentence("C'è un pagamento legato alla pratica: contatta l'ufficio"),
    });
  }
  expect(withdrawn(situation('acquired', forward))).toMatchObject({
    type: 'already-acquired',
    ...sentence("La pratica è già stata acquisita dall'ufficio"),
  });
  expect(withdrawn(situation('submitted', forward))).toMatchObject({
    type: 'registration-pending',
    ...sentence('La pratica sta per essere protocollata: riprova tra poco'),
  });
  for (const status of ['draft', 'ready', 'approved', 'rejected', 'withdrawn', 'deleted']) {
    expect(withdrawn(situation(status, forward))).toMatchObject({ type: 'not-withdrawable' });
  }
});

test('PRA-21: the button is hidden by what stays as it is, and off with its sentence by what may pass', () => {
  const shown = (it: Situation) => {
    const line = findLine('withdraw', it, federica, now);
    return line instanceof Problem && isShownRefused(line);
  };
  expect(shown(situation('paid'))).toBe(true);
  expect(shown(situation('submitted', { registers: true, canBeWithdrawn: true }))).toBe(true);
  expect(shown(situation('submitted', {}))).toBe(false);
  expect(shown(situation('acquired', { workflow: 'forward', canBeWithdrawn: true }))).toBe(false);
  for (const status of ['draft', 'ready', 'under_review', 'approved', 'rejected', 'withdrawn']) {
    expect(shown(situation(status, { registers: true, canBeWithdrawn: true }))).toBe(false);
  }
});
