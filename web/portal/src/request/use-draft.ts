import { ask, isPassing, keyOf, ProblemError } from '@sportello/ui/api';
import type { Values } from '@sportello/ui/form/values';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { forget, keep } from './kept.js';

/** Milliseconds from the last change to its saving by itself, and the longest that somebody who goes on typing waits for it (CAT-70). */
const quietMs = 4_000;
const longestMs = 30_000;

export interface DraftStart {
  procedureId: string;
  practiceId: string;
  /** Null before the first save: the server does not have the draft yet. */
  version: number | null;
  number: string | null;
  savedAt: string | null;
  /** Keys of the fields that nobody types. */
  locked: readonly string[];
  saved: Values;
  unusedFiles: readonly UnusedFile[];
}

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  /** It will be tried again: the network is lost, or nobody answered. */
  | { kind: 'waiting' }
  /** The sign-in is over: it will be tried when the person is back. */
  | { kind: 'signed-out' }
  /** Somebody, perhaps the same person elsewhere, saved another version meanwhile. */
  | { kind: 'conflict' }
  | { kind: 'failed'; error: unknown };

interface DraftInput {
  start: DraftStart;
  /** The profile in whose name it is typed. */
  owner: string;
  /** What is typed now, as it may be stored. */
  content: Values;
  isSignedOut: boolean;
}

/** Another window saved this draft, or opened it with something else. */
export const isOthers = (error: unknown): boolean =>
  error instanceof ProblemError && (error.kind === 'changed-meanwhile' || error.kind === 'id-reused');

const same = (one: Values, other: Values) => JSON.stringify(one) === JSON.stringify(other);

/** Saves the draft: when asked, at each step, and by itself; until then it is kept in this tab. */
export const useDraft = ({ start, owner, content, isSignedOut }: DraftInput) => {
  const client = useQueryClient();
  const { procedureId, practiceId } = start;
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [saved, setSavedState] = useState(start.saved);
  const lastSaved = useRef(start.saved);
  const setSaved = useCallback((values: Values) => {
    lastSaved.current = values;
    setSavedState(values);
  }, []);
  const [savedAt, setSavedAt] = useState(start.savedAt);
  const [number, setNumber] = useState(start.number);
  const [unusedFiles, setUnusedFiles] = useState(start.unusedFiles);
  const version = useRef(start.version);
  const latest = useRef(content);
  latest.current = content;
  /** What the first save began with: until it is answered it is said again as it was, so that it opens one draft and loses nothing. */
  const opening = useRef<Values | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const keptUnder = useRef(start.version === null ? null : practiceId);
  const isDirty = !same(content, saved);

  useEffect(() => {
    if (!isDirty) return;
    const kept = { owner, practiceId, version: version.current, content, keptAt: new Date().toISOString() };
    const timer = setTimeout(() => keep(sessionStorage, { owner, procedureId, practiceId: keptUnder.current }, kept), 400);
    return () => clearTimeout(timer);
  }, [content, isDirty, owner, practiceId, procedureId]);

  const store = useCallback(async (): Promise<boolean> => {
    const isFirst = version.current === null;
    let sent = latest.current;
    setState({ kind: 'saving' });
    try {
      if (isFirst) {
        opening.current ??= sent;
        const content = opening.current as Record<string, never>;
        const practice = await ask('rpc.practices.open.v1', { id: practiceId, procedureId, content });
        version.current = practice.version;
        sent = opening.current;
        setNumber(practice.number);
        setSavedAt(practice.changedAt);
        forget(sessionStorage, { owner, procedureId, practiceId: null });
        keptUnder.current = practiceId;
        // What was typed while it was being opened is kept until it is saved, too.
        if (!same(latest.current, sent)) {
          const kept = { owner, practiceId, version: version.current, content: latest.current, keptAt: new Date().toISOString() };
          keep(sessionStorage, { owner, procedureId, practiceId }, kept);
        }
      }
      if (version.current !== null && !(isFirst && same(latest.current, sent))) {
        sent = latest.current;
        const answer = await ask('rpc.practices.save-draft.v1', {
          id: practiceId,
          content: sent as Record<string, never>,
          version: version.current,
        });
        version.current = answer.version;
        setSavedAt(answer.savedAt);
        setUnusedFiles(answer.unusedFiles);
      }
      setSaved(sent);
      if (same(latest.current, sent)) forget(sessionStorage, { owner, procedureId, practiceId: keptUnder.current });
      setState({ kind: 'idle' });
      for (const subject of [
        'rpc.practices.list-own.v1',
        'rpc.practices.get.v1',
        'rpc.practices.prepare.v1',
        'rpc.practices.get-content.v1',
      ] as const)
        void client.invalidateQueries({ queryKey: keyOf(subject), refetchType: 'none' });
      return true;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) setState({ kind: 'signed-out' });
      else if (isOthers(error)) {
        setState({ kind: 'conflict' });
        if (isFirst)
          void ask('rpc.practices.get.v1', { id: practiceId }).then(
            (other) => setNumber(other.number),
            () => undefined,
          );
      } else if (isPassing(error)) setState({ kind: 'waiting' });
      else setState({ kind: 'failed', error });
      return false;
    }
  }, [client, owner, practiceId, procedureId, setSaved]);

  /** One save at a time: a second press waits for the first, and saves only what changed after it. */
  const save = useCallback(async (): Promise<boolean> => {
    const waits = running.current !== null;
    while (running.current) await running.current;
    if (waits && version.current !== null && same(latest.current, lastSaved.current)) return true;
    running.current = store().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [store]);

  const canAutosave = isDirty && !isSignedOut && (state.kind === 'idle' || state.kind === 'waiting');
  /** When the oldest change that is not saved was made. */
  const dirtySince = useRef<number | null>(null);
  if (!isDirty) dirtySince.current = null;
  useEffect(() => {
    if (!canAutosave) return;
    dirtySince.current ??= Date.now();
    // What was tried in vain waits longer, whatever is typed meanwhile.
    const wait = state.kind === 'waiting' ? longestMs : Math.min(quietMs, Math.max(0, dirtySince.current + longestMs - Date.now()));
    // Each letter begins the wait anew.
    const timer = setTimeout(() => content === latest.current && void save(), wait);
    return () => clearTimeout(timer);
  }, [canAutosave, content, save, state.kind]);
  useEffect(() => {
    if (!canAutosave) return;
    const now = () => void save();
    // Telephones close what is in the background without another word.
    const hidden = () => document.visibilityState === 'hidden' && now();
    addEventListener('online', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('online', now);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [canAutosave, save]);
  const wasSignedOut = useRef(isSignedOut);
  useEffect(() => {
    const isBack = wasSignedOut.current && !isSignedOut;
    wasSignedOut.current = isSignedOut;
    if (isBack && isDirty) void save();
  }, [isSignedOut, isDirty, save]);

  return {
    state,
    saved,
    savedAt,
    number,
    isDirty,
    unusedFiles,
    /** Somebody took one of them away. */
    dropUnused: (id: string) => setUnusedFiles((files) => files.filter((file) => file.id !== id)),
    save,
    /** The version that is shown here; null before the first save. */
    version: () => version.current,
    /** A command found another version in force. */
    foundOther: () => setState({ kind: 'conflict' }),
    /** The practice exists on the server, saved first if it was not: files need it. */
    ensureOpened: async (): Promise<string> => {
      if (version.current === null && !(await save())) throw new ProblemError({ type: 'unavailable', status: 503, title: '' });
      return practiceId;
    },
    /** Goes on from another version: with what is typed here, or with what is saved there. */
    continueFrom: (other: { version: number; savedAt: string; content: Values; unusedFiles: readonly UnusedFile[] }) => {
      version.current = other.version;
      setUnusedFiles(other.unusedFiles);
      setSaved(other.content);
      setSavedAt(other.savedAt);
      setState({ kind: 'idle' });
    },
    forgetKept: () => {
      forget(sessionStorage, { owner, procedureId, practiceId: null });
      forget(sessionStorage, { owner, procedureId, practiceId });
    },
  };
};

export type Draft = ReturnType<typeof useDraft>;
