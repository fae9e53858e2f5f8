import { Column, Entity, type EntityManager, Index, PrimaryColumn } from 'typeorm';

/**
 * The id that a body chose for somebody who was known already. The body goes on with its own id and is never told of the other, so that
 * nobody learns by registering who is known.
 */
@Entity('registrations')
@Index('registrations_of_person', ['organizationId', 'personId'])
export class Registration {
  @PrimaryColumn('uuid') organizationId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') personId!: string;
  @Column('timestamptz') registeredAt!: Date;
}

/** The person whom a body means by an id: its own for her, or hers. */
export async function personMeant(tx: EntityManager, id: string, organizationId: string): Promise<string> {
  const registration = await tx.findOneBy(Registration, { id, organizationId });
  return registration?.personId ?? id;
}

/**
 * The id by which a body knows a person: the first that it chose, or hers; everybody knows herself by her own. Names of columns and
 * parameters of the query around it.
 */
export const idKnownTo = (organizationId: string, personId: string, reader: string): string =>
  `case when ${personId} = ${reader} then ${personId} else coalesce(
    (select r.id from registrations r where r.organization_id = ${organizationId} and r.person_id = ${personId}
     order by r.registered_at, r.id limit 1), ${personId}) end`;
