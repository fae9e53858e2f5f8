import { Injectable } from '@nestjs/common';
import { filesOfForm } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import { alreadySent } from '@sportello/contracts/practices/states';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { freeze } from '@sportello/stored-forms/freeze';
import { StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource } from 'typeorm';
import { Dues } from '../dues/dues.js';
import { checkAdmissible } from '../limits/limits.js';
import { accessOwn, candidateOf } from '../practices/access.js';
import type { Author } from '../practices/author.js';
import { checkListed } from '../procedures/listed-person.entity.js';
import { checkSignIn } from '../procedures/sign-in-rule.js';

/** Closes a compilation: everything is checked, and what was checked is frozen (PRA-05). */
@Injectable()
export class Completion {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly dues: Dues,
  ) {}

  /**
   * One that was completed from this version stays as it is.
   * @throws Problem `incomplete` with each field that is missing or wrong, `unusedFiles` with what no field names
   */
  complete(id: string, version: number, actor: Author, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const accessed = await accessOwn(tx, id, actor);
      const { practice, procedure, mover } = accessed;
      if (practice.isCompletionOf(version)) return;
      if (practice.status === 'ready') checkVersion(version, practice.version);
      if (practice.status !== 'draft') throw new Problem(alreadySent, procedure.contacts ?? undefined);
      const compiled = await this.forms.get(practice.formId, tx);
      const { content, known } = practice;
      const files = await filesOfForm(tx, accessed);
      checkVersion(version, practice.version);
      checkSignIn(procedure.access, actor);
      await checkListed(tx, { ...practice, access: procedure.access });
      const frozen = freeze(compiled, { content, known, files }, actor.language, now);
      await this.dues.checkStamped(tx, practice, procedure);
      await checkAdmissible(tx, candidateOf(practice, procedure));
      await tx.insert(Passage, practice.complete(frozen, version, procedure, mover, now));
      await tx.save(practice);
    });
  }
}
