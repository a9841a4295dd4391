import { createRequire } from 'node:module';
import type { TopLevelSpec } from 'vega-lite';
import { invariant } from '../base/invariant.js';
import { textWidth } from '../present/chart/text-width.js';
import type { ChartSpec } from '../present/chart/theme.js';

const FONT_FILES = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'];

/**
 * A chart as SVG text; the same spec gives the same bytes.
 *
 * @throws InvariantError when the spec makes Vega-Lite or Vega warn: our charts must not
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  measureText(vega);
  const logger = strictLogger();
  const compiled = compile(spec as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Text as a scene graph holds it. */
interface TextItem {
  readonly fontSize?: number;
  readonly limit?: number;
}

/** Without a canvas Vega takes text for half as wide again as Inter is, and leaves holes for it. */
function measureText(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: unknown } };
  type Text = string | number | null | undefined;
  textMetrics.width = ({ fontSize = 11, limit = 0 }: TextItem, text: Text): number => {
    const width = textWidth(String(text ?? ''), fontSize);
    return limit > 0 ? Math.min(limit, width) : width;
  };
}

const refuse = (...words: readonly unknown[]): void =>
  invariant(false, () => `a chart specification is wrong: ${words.map(String).join(' ')}`);

/** Vega only logs what it cannot draw; a chart with a hole in it must not pass for a chart. */
function strictLogger() {
  const ignore = () => logger;
  const level = (value?: number) => (value === undefined ? 1 : logger);
  const logger = { level, error: refuse, warn: refuse, info: ignore, debug: ignore } as never;
  return logger;
}

/** An SVG as a PNG of twice its size, with the fonts that drsim ships and no others. */
export async function renderPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const resolve = createRequire(import.meta.url).resolve;
  const fontFiles = FONT_FILES.map((file) => resolve(`@expo-google-fonts/inter/${file}`));
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
}
