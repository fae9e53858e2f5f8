import { Injectable } from '@nestjs/common';
import { DirectoryCopies } from '@sportello/directory/copies';

/** Keeps the copies of officers and bodies, by which this service knows who may write on a topic. Nothing else follows from them. */
@Injectable()
export class OfficerCopies extends DirectoryCopies {
  protected follow(): Promise<void> {
    return Promise.resolve();
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}
