import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@sportello/service/config';
import { bodyAt, homesOf } from '@sportello/service/homes';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.js';

/** The addresses at which browsers find us (ADM-34), by their hosts. */
@Injectable()
export class Homes {
  private readonly byHost: Map<string, string>;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.byHost = new Map(homesOf(config).map((home) => [new URL(home).host, home]));
  }

  /** The address at which this request came, without a slash at its end; the installation's own for a host that is none of ours. */
  of({ host }: FastifyRequest): string {
    return this.byHost.get(host.toLowerCase()) ?? this.config.PUBLIC_URL;
  }

  /** The body whose own address this is; null for the installation's. */
  bodyAt(home: string): string | null {
    return bodyAt(this.config, home);
  }

  /** True for a body that has an address of its own. */
  isHosted(organizationId: string): boolean {
    return this.config.BODY_URLS.has(organizationId);
  }
}
