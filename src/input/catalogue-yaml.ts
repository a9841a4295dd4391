import type { Catalogue } from './catalogue.js';
import { readYaml, type YamlText } from './yaml/yaml-text.js';

/** Parsed files by path, with the text they came from. */
const PARSED = new Map<string, { text: string; yaml: YamlText }>();

/**
 * A file of the catalogue as a tree, undefined when there is none. Parsed once for as long as its
 * text stays the same: scenarios are read over and over while somebody writes one.
 */
export function catalogueYaml(catalogue: Catalogue, path: string): YamlText | undefined {
  const text = catalogue.text(path);
  if (text === undefined) return undefined;
  const known = PARSED.get(path);
  if (known?.text === text) return known.yaml;
  const yaml = readYaml({ file: path, text });
  PARSED.set(path, { text, yaml });
  return yaml;
}
