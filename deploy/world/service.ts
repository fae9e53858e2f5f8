import type { Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { LimitSettings } from '@sportello/contracts/practices/limits';
import type { OpeningWindow, WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { Form } from '@sportello/forms/form';

type Window = { [Side in keyof (typeof OpeningWindow)['shape']]: Date | null };

/** A service of the world, with its form. */
export interface Service extends Window {
  id: string;
  organizationId: string;
  code: string;
  title: Text;
  subtitle: Text;
  /** Words that people use for it and that stand in none of its texts. */
  synonyms: string[];
  category: string;
  audience: ProfileKind[];
  settings: Partial<WorkflowSettings>;
  limits?: LimitSettings;
  contacts: Text;
  form: Form;
}
