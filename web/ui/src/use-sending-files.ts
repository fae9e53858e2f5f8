import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { type FileRules, tellRefusal } from '@sportello/forms/file-kinds';
import { announce } from './announcer.js';
import { ProblemError } from './api.js';
import { useErrorWords } from './error-note.js';
import { useFollowed } from './followed.js';
import { type ChangeSending, isOnItsWay, notReplaced, type Sending } from './form/sending.js';
import { useAfterPress } from './form/use-after-press.js';
import { useLanguage, useText } from './i18n.js';
import { refusalOfFile } from './look-at-file.js';
import { upload } from './upload.js';

export type Attachment = AnswerOf<'rpc.practices.get.v1'>['attachments'][number];

interface SendingFilesInput {
  rules: FileRules;
  sending: readonly Sending[];
  changeSending: (change: ChangeSending) => void;
  /** How many more the field takes. */
  free: number;
  practiceId: () => Promise<string>;
  purpose: Attachment['purpose'];
  fieldKey: string | undefined;
  onAttached: (attachment: Attachment) => void;
}

/** Looks at files as the server will, so that nobody waits for a refusal; then sends them, each by itself. */
export const useSendingFiles = (input: SendingFilesInput) => {
  const { rules, sending, changeSending, free, onAttached } = input;
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const { kind } = useFollowed();
  const afterPress = useAfterPress();
  const change = (id: string, values: Partial<Sending>) =>
    changeSending((list) => list.map((item) => (item.id === id ? { ...item, ...values } : item)));
  const forget = (id: string) => changeSending((list) => list.filter((item) => item.id !== id));
  const refuse = ({ id, file }: Sending, refusal: string, mayTryAgain: boolean) => {
    afterPress(() => change(id, { refusal, mayTryAgain }));
    announce(`${text('ui.files.failed', { name: file.name })}. ${refusal}`, 'assertive');
  };
  const send = async (item: Sending) => {
    const { id, file, cancel } = item;
    try {
      const refusal = await refusalOfFile(file, rules);
      if (refusal) return refuse(item, tellRefusal(refusal, language), false);
      const practiceId = await input.practiceId();
      if (cancel.signal.aborted) return;
      const query = new URLSearchParams({
        purpose: input.purpose,
        name: file.name,
        ...(input.fieldKey ? { field: input.fieldKey } : {}),
      });
      const address = `/api/v1/${kind}/${practiceId}/attachments/${id}?${query}`;
      const task = upload<Attachment>(address, file, (part) => change(id, { part }));
      cancel.signal.addEventListener('abort', task.cancel);
      const attachment = await task.done;
      afterPress(() => {
        if (cancel.signal.aborted) return;
        forget(id);
        onAttached(attachment);
      });
      announce(text('ui.files.added', { name: file.name }));
    } catch (error) {
      if (cancel.signal.aborted) return;
      const { title, detail } = words(error);
      refuse(item, detail ?? title, !isFinal(error));
    }
  };
  const begin = (file: File): Sending => ({
    id: newId(),
    file,
    part: null,
    refusal: null,
    mayTryAgain: false,
    cancel: new AbortController(),
  });
  return {
    choose: (files: readonly File[]) => {
      const left = notReplaced(sending, files, rules.maxFiles);
      const room = Math.max(0, free - left.filter(isOnItsWay).length);
      const started = files.slice(0, room).map(begin);
      const refusal = text('ui.files.tooMany', { count: rules.maxFiles });
      const tooMany = files.slice(room).map((file) => ({ ...begin(file), refusal }));
      changeSending(() => [...left, ...started, ...tooMany]);
      if (tooMany.length > 0) announce(refusal, 'assertive');
      for (const item of started) void send(item);
    },
    retry: (item: Sending) => {
      change(item.id, { refusal: null, part: null });
      void send(item);
    },
    /** Stops one that is on its way, or dismisses one that was refused. */
    drop: (item: Sending) => {
      item.cancel.abort();
      forget(item.id);
    },
  };
};

/** What the server says of the file itself, or of who sends it, is the same the next time; but for a sign-in that ended meanwhile. */
const isFinal = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status < 500 && ![401, 408, 429].includes(error.problem.status);
