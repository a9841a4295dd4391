import type { Site } from './site.js';

/** What one disaster can strike: a site alone, or all the sites that share a fate. */
export const SCOPES = ['site', 'campus', 'region', 'provider'] as const;
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
  }
}

/** Names of the fault domains of a kind, each once, in the order of the sites. */
export function domainsOf(scope: Scope, sites: readonly Site[]): readonly string[] {
  const names = sites.map((site) => domainOf(scope, site)).filter((name) => name !== null);
  return [...new Set(names)];
}
