import type { MigrationInterface, QueryRunner } from 'typeorm';

/** `pg_trgm` is a trusted extension, which the owner of a database may create. */
export class AddLibrary1796950000000 implements MigrationInterface {
  name = 'AddLibrary1796950000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(
      `CREATE TABLE "topics" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "slug" text NOT NULL, "former_slugs" text array NOT NULL, "name" jsonb NOT NULL, "audience" text array NOT NULL, "position" smallint NOT NULL, "categories" jsonb NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_topics" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "topics_slug" ON "topics"  ("slug") `);
    await runner.query(`CREATE INDEX "topics_order" ON "topics"  ("position", "id") `);
    await runner.query(`CREATE INDEX "topics_body" ON "topics"  ("organization_id", "position", "id") `);
    await runner.query(
      `CREATE TABLE "articles" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "number" text NOT NULL, "status" text NOT NULL, "topic_id" uuid NOT NULL, "category_id" uuid, "title" text NOT NULL, "folded" text NOT NULL DEFAULT '', "languages" text array NOT NULL, "author_name" text NOT NULL, "owner_name" text NOT NULL, "owner_id" uuid, "review_on" date, "publish_at" TIMESTAMP WITH TIME ZONE, "published_at" TIMESTAMP WITH TIME ZONE, "revision" integer NOT NULL, "published_revision" integer, "replaced_by" text, "highlighted_at" TIMESTAMP WITH TIME ZONE, "views" integer NOT NULL DEFAULT '0', "opinions" integer NOT NULL DEFAULT '0', "favour" double precision NOT NULL DEFAULT '0', "stars_given" integer NOT NULL DEFAULT '0', "stars_sum" integer NOT NULL DEFAULT '0', "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_articles" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "articles_number" ON "articles"  ("number") `);
    await runner.query(`CREATE INDEX "articles_body" ON "articles"  ("organization_id", "changed_at", "id") `);
    await runner.query(`CREATE INDEX "articles_topic" ON "articles"  ("topic_id", "changed_at", "id") `);
    await runner.query(
      `CREATE INDEX "articles_to_publish" ON "articles"  ("publish_at") WHERE status = 'in_review' and publish_at is not null`,
    );
    await runner.query(
      `CREATE TABLE "revisions" ("article_id" uuid NOT NULL, "revision" integer NOT NULL, "organization_id" uuid NOT NULL, "content" jsonb NOT NULL, "author_name" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_revisions" PRIMARY KEY ("article_id", "revision"))`,
    );
    await runner.query(
      `CREATE TABLE "published_texts" ("id" uuid NOT NULL, "language" text NOT NULL, "written_in" text NOT NULL, "organization_id" uuid NOT NULL, "topic_id" uuid NOT NULL, "category_id" uuid, "audience" text array NOT NULL, "number" text NOT NULL, "title" text NOT NULL, "excerpt" text NOT NULL, "author" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "usefulness" real NOT NULL DEFAULT '0', "folded" text NOT NULL, "title_words" tsvector NOT NULL, "text_words" tsvector NOT NULL, CONSTRAINT "PK_published_texts" PRIMARY KEY ("id", "language"))`,
    );
    // Read for each text that a search looks at, so it stands in the row; the words of the text are read for the best ones alone.
    await runner.query(`ALTER TABLE "published_texts" ALTER COLUMN "title_words" SET STORAGE MAIN`);
    await runner.query(`CREATE INDEX "published_texts_shelf" ON "published_texts"  ("language", "topic_id", "published_at", "id") `);
    await runner.query(`CREATE INDEX "published_texts_folded" ON "published_texts"  ("folded", "language") `);
    await runner.query('CREATE INDEX "published_texts_titles" ON "published_texts" USING gin ("title_words")');
    await runner.query('CREATE INDEX "published_texts_words" ON "published_texts" USING gin ("text_words")');
    await runner.query(
      `CREATE TABLE "library_words" ("language" text NOT NULL, "word" text NOT NULL, "texts" integer NOT NULL, CONSTRAINT "PK_library_words" PRIMARY KEY ("language", "word"))`,
    );
    await runner.query('CREATE INDEX "library_words_slips" ON "library_words" USING gin ("word" gin_trgm_ops)');
    await runner.query(`CREATE INDEX "library_words_unused" ON "library_words"  ("word") WHERE texts = 0`);
    await runner.query(
      `CREATE TABLE "visits" ("article_id" uuid NOT NULL, "visit_id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_visits" PRIMARY KEY ("article_id", "visit_id"))`,
    );
    await runner.query(`CREATE INDEX "visits_at" ON "visits"  ("at") `);
    await runner.query(
      `CREATE TABLE "opinions" ("article_id" uuid NOT NULL, "person_id" uuid NOT NULL, "organization_id" uuid NOT NULL, "is_useful" boolean, "stars" smallint, "at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_opinions" PRIMARY KEY ("article_id", "person_id"))`,
    );
    await runner.query(
      `CREATE TABLE "remarks" ("id" uuid NOT NULL, "organization_id" uuid NOT NULL, "article_id" uuid NOT NULL, "person_id" uuid NOT NULL, "words" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, "closed_by" text, CONSTRAINT "PK_remarks" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "remarks_open" ON "remarks"  ("organization_id", "at", "id") WHERE closed_at is null`);
    await runner.query(`CREATE INDEX "remarks_closed" ON "remarks"  ("organization_id", "at", "id") WHERE closed_at is not null`);
    await runner.query(
      `CREATE TABLE "unanswered_searches" ("words" text NOT NULL, "times" integer NOT NULL, "last_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_unanswered_searches" PRIMARY KEY ("words"))`,
    );
    await runner.query(`CREATE INDEX "unanswered_searches_times" ON "unanswered_searches"  ("times") `);
    await runner.query(`CREATE INDEX "unanswered_searches_last" ON "unanswered_searches"  ("last_at") `);
    // What the first page orders by.
    await runner.query(`CREATE INDEX "articles_highlighted" ON "articles"  ("highlighted_at") WHERE highlighted_at is not null`);
    await runner.query(`CREATE INDEX "articles_views" ON "articles"  ("views") WHERE published_revision is not null and views > 0`);
    await runner.query(`CREATE INDEX "published_texts_useful" ON "published_texts"  ("language", "usefulness") WHERE usefulness > 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'unanswered_searches',
      'remarks',
      'opinions',
      'visits',
      'library_words',
      'published_texts',
      'revisions',
      'articles',
      'topics',
    ];
    for (const table of tables) await runner.query(`DROP TABLE "${table}"`);
  }
}
