import { type Catalogue, entryNames } from '../catalogue.js';
import { catalogueYaml } from '../catalogue-yaml.js';
import { keysOf, valueOf } from '../yaml/located-tree.js';

/** What may be named of a folder of the catalogue: its entries; of `regions`, every region. */
export function namesIn(catalogue: Catalogue, folder: string): readonly string[] {
  const entries = entryNames(catalogue, folder);
  if (folder !== 'regions') return entries;
  return entries.flatMap((provider) => {
    const tree = catalogueYaml(catalogue, `models/regions/${provider}.yaml`)?.tree;
    return keysOf(tree ? valueOf(tree, 'regions') : undefined).map((name) => `${provider}/${name}`);
  });
}
