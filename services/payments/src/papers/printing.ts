import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Print, Printer } from '@sportello/documents/printer';

/** The printer of this service. A plan of sixty instalments takes seconds, and on a busy machine longer than somebody waits. */
@Injectable()
export class Printing implements OnApplicationShutdown {
  private readonly printer = new Printer();

  print(print: Print): Promise<Buffer> {
    return this.printer.print(print);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}
