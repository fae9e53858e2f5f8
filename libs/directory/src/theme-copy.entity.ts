import type { Payload } from '@sportello/contracts/contract';
import type { themeChanged } from '@sportello/contracts/identity/themes';
import { Column, Entity, PrimaryColumn } from 'typeorm';

type Theme = Payload<typeof themeChanged>;

/** How a body shows itself, as the identity service says it, for mails and documents. The highest version is the one in force. */
@Entity('theme_copies')
export class ThemeCopy {
  @PrimaryColumn('uuid') organizationId!: string;
  @Column('integer') version!: number;
  @Column('jsonb') name!: Theme['name'];
  @Column('jsonb', { nullable: true }) logo!: Theme['logo'];
  @Column('text') primaryColour!: string;
  @Column('jsonb') footer!: Theme['footer'];
}
