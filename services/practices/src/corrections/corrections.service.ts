import { Controller } from '@nestjs/common';
import { filesOfForm } from '@sportello/casework/attachments';
import { Passage } from '@sportello/casework/passage.entity';
import type { Input, Language, Output, Text } from '@sportello/contracts/contract';
import { correctPractice, nothingCorrected } from '@sportello/contracts/practices/corrections';
import { practiceCorrected } from '@sportello/contracts/practices/events';
import { moveRefused, practiceNotFound } from '@sportello/contracts/practices/states';
import type { Form } from '@sportello/forms/form';
import { type SummaryRow, summaryOf } from '@sportello/forms/summary';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { type Content, checkSize, filesIn, readContent } from '@sportello/stored-forms/content';
import { freeze } from '@sportello/stored-forms/freeze';
import { lookups, StoredForms } from '@sportello/stored-forms/stored-forms';
import { DataSource, IsNull } from 'typeorm';
import { Document } from '../documents/document.entity.js';
import { readmit } from '../limits/limits.js';
import { accessAsOfficer, candidateOf } from '../practices/access.js';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { findLine } from '../practices/moves.js';
import { PracticeReader } from '../practices/practice-reader.js';
import { type CorrectedDatum, Correction } from './correction.entity.js';

/** The officer in charge corrects what was sent, field by field (PRA-75). */
@Controller()
export class CorrectionsService {
  constructor(
    private readonly db: DataSource,
    private readonly forms: StoredForms,
    private readonly reader: PracticeReader,
  ) {}

  /** The same again answers the first. */
  @Handles(correctPractice)
  async correct(asked: Input<typeof correctPractice>, actor: Actor): Promise<Output<typeof correctPractice>> {
    const { id, version, correctionId, content: wanted, reason } = asked;
    checkSize(wanted);
    await this.db.transaction(async (tx) => {
      const accessed = await accessAsOfficer(tx, id, actor);
      const { practice, procedure, mover, organizationId } = accessed;
      const known = await tx.findOneBy(Correction, { id: correctionId });
      if (known && (known.practiceId !== id || known.officerId !== mover.id)) throw new Problem(practiceNotFound);
      if (known) return;
      const now = new Date();
      const refused = findLine('correct', practice.situation(procedure), mover, now);
      if (refused instanceof Problem) throw refused;
      checkVersion(version, practice.version);
      // What is printed is what was sent.
      const isPrinting = !practice.receiptIssuedAt || (await tx.existsBy(Document, { practiceId: id, organizationId, sha256: IsNull() }));
      if (isPrinting) throw new Problem(moveRefused, printing);
      const compiled = await this.forms.get(practice.formId, tx);
      const { form } = compiled;
      const { values } = readContent(form, wanted, practice.known);
      const files = await filesOfForm(tx, accessed);
      const { content, confirmationMail } = freeze(compiled, { content: values, known: practice.known, files }, actor.language, now);
      const contentBefore = practice.content;
      const changes = changesOf(form, contentBefore, content);
      if (changes.length === 0 || !hasSameFiles(form, contentBefore, content)) throw new Problem(nothingCorrected);
      await tx.insert(Passage, practice.correct({ content, confirmationMail, reason }, version, procedure, mover, now));
      await readmit(tx, candidateOf(practice, procedure));
      const by = { officerId: mover.id, officerName: mover.name };
      const row = { id: correctionId, organizationId, practiceId: id, at: now, ...by, reason, changes, contentBefore };
      await tx.save(Correction, row);
      await tx.save(practice);
      await publishFact(tx, practiceCorrected, practice, now);
      await announce(tx, 'corrected', { practice, procedure, at: now, by: mover.id, quote: reason });
    });
    return this.reader.read(id, actor);
  }
}

const printing: Text = {
  it: 'La copia di ciò che è stato inviato è in preparazione: riprova tra poco',
  en: 'The copy of what was sent is being made: try again shortly',
};

const hasSameFiles = (form: Form, one: Content, other: Content): boolean =>
  canonicalJson(filesIn(form, one)) === canonicalJson(filesIn(form, other));

interface Line extends SummaryRow {
  /** The item of a block that it belongs to. */
  item: string | undefined;
}

/** Every answer in words, by its pointer. */
const linesOf = (form: Form, content: Content, language: Language): Map<string, Line> =>
  new Map(
    summaryOf(form, content, language, lookups)
      .flatMap(({ sections }) => sections.flatMap(({ parts }) => parts))
      .flatMap(({ title, rows }) => rows.map((row): [string, Line] => [row.pointer, { ...row, item: title }])),
  );

/** What differs between two contents as people read them, in the order of the form. */
function changesOf(form: Form, before: Content, after: Content): CorrectedDatum[] {
  const [itBefore, itAfter] = [linesOf(form, before, 'it'), linesOf(form, after, 'it')];
  const [enBefore, enAfter] = [linesOf(form, before, 'en'), linesOf(form, after, 'en')];
  const pointers = [...new Set([...itAfter.keys(), ...itBefore.keys()])];
  const label = (line: Line | undefined) => [line?.item, line?.label].filter(Boolean).join(': ');
  return pointers
    .map((pointer) => ({
      pointer,
      label: {
        it: label(itAfter.get(pointer) ?? itBefore.get(pointer)),
        en: label(enAfter.get(pointer) ?? enBefore.get(pointer)),
      },
      before: { it: itBefore.get(pointer)?.value ?? '', en: enBefore.get(pointer)?.value ?? '' },
      after: { it: itAfter.get(pointer)?.value ?? '', en: enAfter.get(pointer)?.value ?? '' },
    }))
    .filter(({ before: was, after: is }: { before: Text; after: Text }) => was.it !== is.it);
}
