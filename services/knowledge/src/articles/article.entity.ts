import type { Language } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { ArticleTexts } from '@sportello/contracts/knowledge/articles';
import type { ArticleStatus } from '@sportello/contracts/knowledge/states';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a version of an article says, and where it stands. */
export interface ArticleContent {
  topicId: string;
  categoryId: string | null;
  audience: ProfileKind[];
  collectiveAuthor: string | null;
  keywords: string[];
  texts: ArticleTexts;
}

/** An article with what is true of all its versions. What readers see of it is in `published_texts`. */
@Entity('articles')
@Index('articles_body', ['organizationId', 'changedAt', 'id'])
@Index('articles_topic', ['topicId', 'changedAt', 'id'])
@Index('articles_highlighted', ['highlightedAt'], { where: 'highlighted_at is not null' })
@Index('articles_views', ['views'], { where: 'published_revision is not null and views > 0' })
@Index('articles_to_publish', ['publishAt'], { where: "status = 'in_review' and publish_at is not null" })
export class Article {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Index('articles_number', { unique: true })
  @Column('text')
  number!: string;
  @Column('text') status!: ArticleStatus;
  /** Of its latest version, as its title and languages. */
  @Column('uuid') topicId!: string;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  @Column('text') title!: string;
  /** Number and title as searches compare them. */
  @Column('text', { default: '' }) folded!: string;
  @Column('text', { array: true }) languages!: Language[];
  @Column('text') authorName!: string;
  @Column('text') ownerName!: string;
  /** Null for one of an earlier library. */
  @Column('uuid', { nullable: true }) ownerId!: string | null;
  @Column('date', { nullable: true }) reviewOn!: string | null;
  @Column('timestamptz', { nullable: true }) publishAt!: Date | null;
  /** When it first was. */
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('integer') revision!: number;
  @Column('integer', { nullable: true }) publishedRevision!: number | null;
  @Column('text', { nullable: true }) replacedBy!: string | null;
  @Column('timestamptz', { nullable: true }) highlightedAt!: Date | null;
  @Column('integer', { default: 0 }) views!: number;
  /** How many have said what they think, and how far in favour they are, in parts of one each. */
  @Column('integer', { default: 0 }) opinions!: number;
  @Column('double precision', { default: 0 }) favour!: number;
  @Column('integer', { default: 0 }) starsGiven!: number;
  @Column('integer', { default: 0 }) starsSum!: number;
  @Column('timestamptz') changedAt!: Date;
  @Column('integer') version!: number;

  get isPublished(): boolean {
    return this.publishedRevision !== null;
  }

  get isHighlighted(): boolean {
    return this.highlightedAt !== null;
  }
}

/** One version of an article: the open one is written over until it is published, the others stay as they are. */
@Entity('revisions')
export class Revision {
  @PrimaryColumn('uuid') articleId!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('uuid') organizationId!: string;
  @Column('jsonb') content!: ArticleContent;
  @Column('text') authorName!: string;
  @Column('timestamptz') at!: Date;
}

/** What is followed (`libs/casework`). */
export const subjectOf = ({ id, organizationId }: Pick<Article, 'id' | 'organizationId'>) => ({ kind: 'articles', id, organizationId });
