/** What a mark changes elsewhere on the screen. */
export const changedByMark = ['rpc.practices.get-marks.v1', 'rpc.practices.list-queue.v1', 'rpc.practices.list-tags.v1'] as const;
