import type { Text } from '@sportello/contracts/contract';
import type { ClosedDay, DeskHours, DeskTarget } from '@sportello/contracts/ticketing/desks';
import type { HelpKind } from '@sportello/contracts/ticketing/fields';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who answers requests of one kind, when, and how soon (TIC-35, TIC-40). */
@Entity('desks')
@Index('desks_body', ['organizationId', 'id'])
export class Desk {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') organizationId!: string;
  @Column('jsonb') name!: Text;
  @Column('text') kind!: HelpKind;
  @Column('jsonb') phones!: string[];
  @Column('text', { nullable: true }) mail!: string | null;
  @Column('jsonb') hours!: DeskHours[];
  @Column('jsonb') closedDays!: ClosedDay[];
  @Column('jsonb') targets!: DeskTarget[];
  @Column('boolean') acceptsByItself!: boolean;
  /** Working days, then days. */
  @Column('smallint') closesAfterDays!: number;
  @Column('smallint') givesUpAfterDays!: number;
  @Column('smallint') reopensForDays!: number;
  @Column('integer') version!: number;

  /** @throws RangeError for a priority without a target, which the door refuses */
  targetOf(priority: number): DeskTarget {
    const target = this.targets.find((one) => one.priority === priority);
    if (!target) throw new RangeError(`want a target for each priority, got none for ${priority}`);
    return target;
  }
}
