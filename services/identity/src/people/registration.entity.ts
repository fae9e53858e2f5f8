import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';

/**
 * The id that a body chose for somebody who was known already. The body goes on with its own id and is never told of the other, so that
 * nobody learns by registering who is known.
 */
@Entity('registrations')
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
