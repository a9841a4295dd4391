import type { Link } from './link.js';
import type { Service } from './service.js';
import type { Site } from './site.js';

/** What one disaster can strike: a site alone, all the sites that share a fate, a link, a service. */
export const SCOPES = [
  'site',
  'campus',
  'region',
  'provider',
  'account',
  'link',
  'service',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The fault domain of a kind that a site lies in, by its name; null where it lies in none. */
export function domainOf(scope: Scope, site: Site): string | null {
  switch (scope) {
    case 'site':
      return site.name;
    case 'campus':
      return site.campus;
    case 'region':
      return site.provider === 'own' ? site.region : `${site.provider}/${site.region}`;
    case 'provider':
      return site.provider;
    case 'account':
      return site.account;
    case 'link':
    case 'service':
      return null;
  }
}

/** All that a scope can have members of. */
export interface Members {
  readonly sites: readonly Pick<Site, keyof Site>[];
  readonly links: readonly Pick<Link, 'name'>[];
  readonly services: readonly Pick<Service, 'name'>[];
  /** Accounts of stores, which need not be those of sites. */
  readonly accounts: readonly string[];
}

/** Names of the members of a scope's kind, each once, in the order of the scenario. */
export function membersOf(scope: Scope, all: Members): readonly string[] {
  switch (scope) {
    case 'link':
      return all.links.map(({ name }) => name);
    case 'service':
      return all.services.map(({ name }) => name);
    default: {
      const names = all.sites.map((site) => domainOf(scope, site)).filter((name) => name !== null);
      return [...new Set(scope === 'account' ? [...names, ...all.accounts] : names)];
    }
  }
}
