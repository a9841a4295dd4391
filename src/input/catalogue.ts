/** The ready-made parts that scenarios pick from, as texts by path, such as `models/threats/site-fire.yaml`. */
export interface Catalogue {
  /** Text of a file; undefined when there is none. */
  text(path: string): string | undefined;
  /** Paths of all files, in code-unit order. */
  paths(): readonly string[];
}

/** A catalogue held in memory. @param files text by path, with `/` between folders */
export function catalogueOf(files: ReadonlyMap<string, string>): Catalogue {
  const paths = [...files.keys()].sort();
  return { text: (path) => files.get(path), paths: () => paths };
}

/** Names of the entries of a folder under `models/`, such as `site-fire` in `threats`. */
export function entryNames(catalogue: Catalogue, folder: string): readonly string[] {
  const start = `models/${folder}/`;
  return catalogue
    .paths()
    .filter((path) => path.startsWith(start) && path.endsWith('.yaml'))
    .map((path) => path.slice(start.length, -'.yaml'.length))
    .sort();
}
