import { type Reply, reply } from './exchange';
import { signedIn } from './access';
import type { Route } from './router';
import type { HubState, Token } from './state';

/** `GET /api/whoami-v2`. */
export function peopleRoutes(state: HubState): readonly Route[] {
  return [{ method: 'GET', path: /^\/api\/whoami-v2$/, answer: (request) => whoAmI(state, signedIn(request)) }];
}

/** An account as answers show it. */
export function personJson(state: HubState, name: string): object {
  const fullname = state.users.get(name)?.fullName ?? name;
  return {
    _id: idOf(name),
    name,
    fullname,
    avatarUrl: `/avatars/${name}.svg`,
    type: 'user',
    isPro: false,
    isHf: false,
  };
}

function whoAmI(state: HubState, token: Token): Reply {
  const orgs = [...state.organizations.values()].flatMap(({ name, fullName, members }) => {
    const roleInOrg = members[token.user];
    if (roleInOrg === undefined) return [];
    return [{ type: 'org', id: idOf(name), name, fullname: fullName, canPay: false, roleInOrg, isEnterprise: false }];
  });
  const { fineGrained } = token;
  return reply({
    type: 'user',
    id: idOf(token.user),
    name: token.user,
    fullname: state.users.get(token.user)?.fullName ?? token.user,
    emailVerified: true,
    isPro: false,
    canPay: false,
    periodEnd: null,
    avatarUrl: `/avatars/${token.user}.svg`,
    billingMode: 'prepaid',
    orgs,
    auth: {
      type: 'access_token',
      ...(token.expiresAt && { expiresAt: token.expiresAt.toISOString() }),
      accessToken: {
        displayName: token.name,
        role: token.role,
        createdAt: '2026-01-01T00:00:00.000Z',
        ...(token.role === 'fineGrained' && {
          fineGrained: {
            canReadGatedRepos: false,
            global: fineGrained?.global ?? [],
            scoped: (fineGrained?.scoped ?? []).map(({ entity, permissions }) => ({
              entity: { _id: idOf(entity.name), ...entity },
              permissions,
            })),
          },
        }),
      },
    },
  });
}

function idOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(24, '0').slice(0, 24);
}
