import { Entity, PrimaryColumn } from 'typeorm';

/** A tag that officers of a body have used: it is offered again. */
@Entity('tags')
export class UsedTag {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('text') tag!: string;
}
