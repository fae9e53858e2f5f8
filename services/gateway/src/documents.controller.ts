import { Controller, Get, Header, Inject } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { asyncapi } from '@sportello/contracts/asyncapi';
import { openapi } from '@sportello/contracts/openapi';
import { CONFIG } from '@sportello/service/config';
import type { Config } from './config.js';
import { version } from './version.js';

/** The API's documents, made from the contracts. */
@Controller('api/v1')
export class DocumentsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @RouteConfig({ isPublic: true })
  @Get('openapi.json')
  @Header('cache-control', 'public, max-age=300')
  openapi() {
    return openapi(version, this.config.PUBLIC_URL);
  }

  @RouteConfig({ isPublic: true })
  @Get('asyncapi.json')
  @Header('cache-control', 'public, max-age=300')
  asyncapi() {
    return asyncapi(version);
  }
}
