import { attend, useCommand } from '@sportello/ui/api';
import { useGo } from '@sportello/ui/i18n';
import { useRef, useState } from 'react';
import { type Draft, isOthers } from './use-draft.js';

const changed = ['rpc.practices.get.v1', 'rpc.practices.list-own.v1', 'rpc.practices.prepare.v1'] as const;

/** The end of a compilation: in two steps, or completed and sent at once where the service does not ask for two. */
/** @param isPaidFirst where the request is presented once it is paid: it goes on to what is to be paid (PAY-02) */
export const useFinish = (draft: Draft, practiceId: string, isPaidFirst: boolean) => {
  const go = useGo();
  const complete = useCommand('rpc.practices.complete.v1', changed);
  const send = useCommand('rpc.practices.submit.v1', changed);
  const proceed = useCommand('rpc.practices.proceed-to-payment.v1', changed);
  const submit = isPaidFirst ? proceed : send;
  const isBusy = useRef(false);
  /** True from the press on, also while the draft is saved before: what is finished stays as it was then. */
  const [isUnderWay, setUnderWay] = useState(false);
  const underWay = (is: boolean) => {
    isBusy.current = is;
    setUnderWay(is);
  };
  /** The version to be finished, saved first; null when it could not be saved. */
  const versionSaved = async () => {
    if ((draft.isDirty || !draft.number) && !(await attend(draft.save).catch(() => false))) return null;
    return draft.version();
  };
  const leaveFor = (path: string) => {
    draft.forgetKept();
    go(path);
  };
  /** @param onStopped told when nothing was finished, because it could not be saved or another window saved it meanwhile */
  const finish = async (command: typeof complete | typeof send | typeof proceed, path: string, onStopped: () => void) => {
    if (isBusy.current) return;
    underWay(true);
    const version = await versionSaved();
    if (version === null) {
      underWay(false);
      return onStopped();
    }
    command.mutate(
      { id: practiceId, version },
      {
        onError: (error) => {
          if (!isOthers(error)) return;
          onStopped();
          draft.foundOther();
        },
        onSuccess: () => leaveFor(path),
        onSettled: () => underWay(false),
      },
    );
  };
  return {
    complete,
    submit,
    isUnderWay,
    isFinished: complete.isSuccess || submit.isSuccess,
    completeNow: (onStopped: () => void) => finish(complete, `/area-personale/pratiche/${practiceId}`, onStopped),
    submitNow: () => finish(submit, `/area-personale/pratiche/${practiceId}${isPaidFirst ? '' : '/inviata'}`, () => undefined),
  };
};
