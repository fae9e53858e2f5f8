import { useCommand } from '@sportello/ui/api';
import { useGo } from '@sportello/ui/i18n';
import { useRef } from 'react';
import { type Draft, isOthers } from './use-draft.js';

const changed = ['rpc.practices.get.v1', 'rpc.practices.list-own.v1', 'rpc.practices.prepare.v1'] as const;

/** The end of a compilation: in two steps, or completed and sent at once where the service does not ask for two. */
export const useFinish = (draft: Draft, practiceId: string) => {
  const go = useGo();
  const complete = useCommand('rpc.practices.complete.v1', changed);
  const submit = useCommand('rpc.practices.submit.v1', changed);
  /** True from the press on, also while the draft is saved before. */
  const isSubmitting = useRef(false);
  /** The version to be finished, saved first; null when it could not be saved. */
  const versionSaved = async () => ((draft.isDirty || !draft.number) && !(await draft.save()) ? null : draft.version());
  const leaveFor = (path: string) => {
    draft.forgetKept();
    go(path);
  };
  return {
    complete,
    submit,
    isFinished: complete.isSuccess || submit.isSuccess,
    /** @param onStopped told when nothing was completed, because it could not be saved or another window saved it meanwhile */
    completeNow: async (onStopped: () => void) => {
      const version = await versionSaved();
      if (version === null) return onStopped();
      complete.mutate(
        { id: practiceId, version },
        {
          onError: (error) => {
            if (!isOthers(error)) return;
            onStopped();
            draft.foundOther();
          },
          onSuccess: () => leaveFor(`/area-personale/pratiche/${practiceId}`),
        },
      );
    },
    submitNow: async () => {
      if (isSubmitting.current) return;
      isSubmitting.current = true;
      const version = await versionSaved();
      if (version === null) {
        isSubmitting.current = false;
        return;
      }
      submit.mutate(
        { id: practiceId, version },
        {
          onSettled: () => {
            isSubmitting.current = false;
          },
          onError: (error) => {
            if (isOthers(error)) draft.foundOther();
          },
          onSuccess: () => leaveFor(`/area-personale/pratiche/${practiceId}/inviata`),
        },
      );
    },
  };
};
