import { attachmentsOf } from '../casework/attachments.js';
import { followedPractice } from './fields.js';
import { alreadySent, moveRefused, notInCharge } from './states.js';

export const attachments = attachmentsOf(followedPractice, {
  purposes: ['form', 'message', 'amendment', 'outcome', 'opinion'],
  refusals: { adding: [alreadySent, moveRefused, notInCharge], removing: [alreadySent, moveRefused] },
});
export const { Attachment, prepareUpload, confirmUpload, dropUpload, removeAttachment, getFileAddress } = attachments;
