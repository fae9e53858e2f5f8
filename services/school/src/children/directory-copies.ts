import { Injectable } from '@nestjs/common';
import { DirectoryCopies } from '@sportello/directory/copies';

/** Keeps the names of bodies and the rights of those who work for them. Nothing else follows from them. */
@Injectable()
export class BodyCopies extends DirectoryCopies {
  protected follow(): Promise<void> {
    return Promise.resolve();
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}
