import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A word of the services of a body, by which a slip in a search is put right. Words that no service has any more do no harm. */
@Entity('search_words')
/** GIN over trigrams: the migration makes it, because decorators know no kinds of index. */
@Index('search_words_slips', { synchronize: false })
export class SearchWord {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') word!: string;
}
