import { Injectable } from '@nestjs/common';
import { DirectoryCopies } from '@sportello/directory/copies';

/** Keeps the copies of officers, by which this service knows who may see a position. Nothing else follows from them. */
@Injectable()
export class OfficerCopies extends DirectoryCopies {
  protected follow(): Promise<void> {
    return Promise.resolve();
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}
