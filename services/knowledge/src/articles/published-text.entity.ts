import type { Language } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What readers of a language see of an article, with the words by which it is found: a row for each language, in the other one's words where there is
 * no translation (KNB-23). Lists, counters and searches read these rows alone, so what is not published is nowhere in them.
 */
@Entity('published_texts')
@Index('published_texts_shelf', ['language', 'topicId', 'publishedAt', 'id'])
@Index('published_texts_useful', ['language', 'usefulness'], { where: 'usefulness > 0' })
@Index('published_texts_folded', ['folded', 'language'])
/** Of words, for which decorators have none. */
@Index('published_texts_titles', { synchronize: false })
@Index('published_texts_words', { synchronize: false })
export class PublishedText {
  /** The article. */
  @PrimaryColumn('uuid') id!: string;
  @PrimaryColumn('text') language!: Language;
  /** In which the text is. */
  @Column('text') writtenIn!: Language;
  @Column('uuid') organizationId!: string;
  @Column('uuid') topicId!: string;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  @Column('text', { array: true }) audience!: ProfileKind[];
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text') excerpt!: string;
  @Column('text') author!: string;
  @Column('timestamptz') publishedAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
  /** How useful its readers found it, from 0 to 1. */
  @Column('real', { default: 0 }) usefulness!: number;
  /** As searches compare it. */
  @Column('text') folded!: string;
  /** Words of title and keywords, short enough to stand in the row. Never read. */
  @Column('tsvector', { select: false }) titleWords!: string;
  /** Words of the text. Never read. */
  @Column('tsvector', { select: false }) textWords!: string;
}

/** In how many published texts of a language each word or stem stands; the empty one stands for the texts themselves. */
@Entity('library_words')
@Index('library_words_slips', { synchronize: false })
@Index('library_words_unused', ['word'], { where: 'texts = 0' })
export class LibraryWord {
  @PrimaryColumn('text') language!: Language;
  @PrimaryColumn('text') word!: string;
  @Column('integer') texts!: number;
}
