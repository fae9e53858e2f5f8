import { SMALLEST_CELL } from '@sportello/contracts/practices/statistics';

/** A number of practices of one service. */
export interface Cell {
  procedureId: string;
  count: number;
}

/** What a reader may be told of some cells. */
export interface Told {
  count: number;
  /** True where a cell is kept from the reader: the true number may be higher. */
  isPartial: boolean;
}

/**
 * Sums up cells for a reader. Of services whose practices she may not see, a cell that is under five enters no sum at all: neither in this figure
 * nor in any other that is made of the same cells, so that no subtraction of one figure from another gives it back.
 * @param mayRead whether the practices of a service are the reader's to see
 */
export function toldOf(cells: readonly Cell[], mayRead: (procedureId: string) => boolean): Told {
  const told: Told = { count: 0, isPartial: false };
  for (const { procedureId, count } of cells) {
    if (count >= SMALLEST_CELL || mayRead(procedureId)) told.count += count;
    else if (count > 0) told.isPartial = true;
  }
  return told;
}
