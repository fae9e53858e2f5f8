import type { Subject } from '@sportello/contracts/web';
import { createContext, useContext } from 'react';

/** By which contracts the messages and files of each kind of thing are asked. */
const doors = {
  practices: {
    get: 'rpc.practices.get.v1',
    listMessages: 'rpc.practices.list-messages.v1',
    sendMessage: 'rpc.practices.send-message.v1',
    addNote: 'rpc.practices.add-note.v1',
    removeAttachment: 'rpc.practices.remove-attachment.v1',
    getFileAddress: 'rpc.practices.get-file-address.v1',
  },
  tickets: {
    get: 'rpc.ticketing.get.v1',
    listMessages: 'rpc.ticketing.list-messages.v1',
    sendMessage: 'rpc.ticketing.send-message.v1',
    addNote: 'rpc.ticketing.add-note.v1',
    removeAttachment: 'rpc.ticketing.remove-attachment.v1',
    getFileAddress: 'rpc.ticketing.get-file-address.v1',
  },
} as const satisfies Record<string, Record<string, Subject>>;

/** Of what kind the messages and files below are: practices, unless a page says otherwise. */
export const FollowedKind = createContext<keyof typeof doors>('practices');

/** The contracts of this kind, its name in addresses, and whether its messages are written with layout (TIC-08). */
export const useFollowed = () => {
  const kind = useContext(FollowedKind);
  return { kind, doors: doors[kind], hasLayout: kind === 'tickets' };
};
