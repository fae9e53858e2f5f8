import { messageDoors } from '@sportello/casework/message-doors';
import { messages } from '@sportello/contracts/practices/messages';
import { PracticeSubjects } from './practice-subjects.js';

/** What both sides of a practice write to each other, and the notes of its office. */
export const PracticeMessages = messageDoors(messages, PracticeSubjects);
