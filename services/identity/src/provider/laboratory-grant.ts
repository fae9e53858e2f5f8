import { errors, type Provider } from 'oidc-provider';
import type { SignInService } from '../accounts/sign-in.service.js';
import { RESOURCE, resourceServer } from './provider.js';

/** A token for a person of the demonstration by her username alone. Registered in the laboratory only, which production refuses. */
export function registerLaboratoryGrant(provider: Provider, signIn: SignInService): void {
  const handler: Parameters<typeof provider.registerGrantType<{ username?: string }>>[1] = async (ctx) => {
    const { client, params } = ctx.oidc;
    const outcome = await signIn.checkLaboratory(params.username ?? '', false);
    if (outcome.is !== 'welcome') throw new errors.InvalidGrant('no person of the demonstration has this username');
    const { personId: accountId } = outcome;
    const server = new provider.ResourceServer(RESOURCE, resourceServer(client.clientId));
    const grant = new provider.Grant({ clientId: client.clientId, accountId });
    grant.addResourceScope(RESOURCE, server.scope);
    const token = new provider.AccessToken({
      accountId,
      client,
      grantId: await grant.save(),
      gty: 'laboratory',
      resourceServer: server,
      scope: server.scope,
    });
    ctx.oidc.entity('AccessToken', token);
    ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
  };
  provider.registerGrantType('urn:sportello:laboratory', handler, ['username']);
}
