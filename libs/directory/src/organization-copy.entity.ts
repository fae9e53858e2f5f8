import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the identity service says of a body: its name, for pages and PDFs. The highest version is the one in force. */
@Entity('organization_copies')
export class OrganizationCopy {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('text') name!: string;
  @Column('integer') version!: number;
}
