import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Print, Printer } from '@sportello/documents/printer';

/** The printer of this service: somebody waits for each page, so a document has seconds. */
@Injectable()
export class Printing implements OnApplicationShutdown {
  private readonly printer = new Printer({ deadlineMs: 10_000 });

  print(print: Print): Promise<Buffer> {
    return this.printer.print(print);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.printer.close();
  }
}
