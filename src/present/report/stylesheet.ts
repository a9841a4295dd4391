/** Colours of the charts that a dark page would swallow, and what stands for them there. */
const ON_DARK: ReadonlyArray<readonly [from: string, to: string]> = [
  ['#1f2933', '#e6eaee'],
  ['#5f6b76', '#a3afba'],
  ['#e3e8ed', '#2b333b'],
  ['#c3ccd5', '#4a5560'],
  ['#ffffff', '#14191e'],
  ['#000000', '#f2f4f6'],
  ['#332288', '#8478e8'],
  ['#882255', '#a8326e'],
  ['#994455', '#c2606f'],
];

const chartsOnDark = ON_DARK.flatMap(([from, to]) =>
  (['fill', 'stroke'] as const).map((paint) => `svg [${paint}="${from}"]{${paint}:${to}}`),
).join('\n');

/** The look of a report: light or dark as the reader likes, from phone to paper, without a script. */
export const STYLESHEET = `
:root{color-scheme:light dark;--page:#fff;--ink:#1f2933;--quiet:#56616c;--rule:#d5dce3;--soft:#f3f6f8;--link:#00598c;--good:#00694d;--bad:#a3320b;--open:#7a5200}
*{box-sizing:border-box}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1rem 4rem;background:var(--page);color:var(--ink);font:1rem/1.5 Inter,system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.3rem;line-height:1.3;margin:0 0 .75rem}
h3{font-size:1.05rem;line-height:1.3;margin:0}
section{margin-top:2.75rem}
p,ul{margin:0 0 .75rem}
ul{padding-left:1.25rem}
a{color:var(--link)}
header p,.quiet,.notes,figcaption p{color:var(--quiet)}
header p,.notes,figcaption p{font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:1rem 0 0;list-style:none}
.warning{border-left:4px solid var(--bad);padding:.5rem .75rem;background:var(--soft);color:var(--ink)}
.verdict{font-size:1.1rem}
.verdict li{margin-bottom:.4rem}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;min-width:min(100%,46rem);font-size:.875rem;font-variant-numeric:tabular-nums}
caption{text-align:left;font-weight:600;font-size:1rem;padding:.25rem 0 .5rem}
caption>span{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
caption .quiet{font-weight:400;font-size:.875rem}
th,td{padding:.3rem .75rem;border-bottom:1px solid var(--rule);vertical-align:top;text-align:right;overflow-wrap:break-word}
thead th:first-child{padding-left:0}
thead th{vertical-align:bottom;border-bottom:2px solid var(--rule)}
thead .quiet{display:block;font-weight:400;font-size:.8rem}
tbody th{font-weight:400;text-align:left;padding-left:0;min-width:10rem;max-width:16rem}
th.group{font-weight:600;padding-top:.9rem;max-width:none}
td{min-width:7.5rem;max-width:15rem}
.words th,.words td{text-align:left}
.words td{min-width:4rem;max-width:none}
.words td .quiet{display:block}
.words td,.words tbody th{overflow-wrap:anywhere}
.words tbody th{max-width:20rem}
.swatch{display:inline-block;width:.7rem;height:.7rem;margin-right:.4rem}
.kept{color:var(--good)}
.missed{color:var(--bad)}
.undecided{color:var(--open)}
figure{margin:0 0 2.5rem}
figcaption p{margin:.25rem 0 .5rem;max-width:48rem}
svg.chart{display:block;max-width:100%;height:auto;overflow:visible;font-family:Inter,system-ui,sans-serif}
svg.narrow{display:none}
pre{margin:0 0 .75rem;padding:.75rem 1rem;background:var(--soft);border:1px solid var(--rule);white-space:pre-wrap}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.75rem 1.5rem;margin:0}
dt{color:var(--quiet);font-size:.8rem}
dd{margin:0}
@media screen and (max-width:43rem){
svg.wide{display:none}
svg.narrow{display:block}
table{font-size:.8rem}
th,td{padding:.3rem}
td{min-width:0}
tbody th{position:sticky;left:0;background:var(--page);min-width:6rem;max-width:8rem}
th.group{position:static}
.words thead{position:absolute;clip-path:inset(50%)}
.words tr,.words th,.words td{display:block;max-width:none;border:0;padding:.1rem 0}
.words tr{border-bottom:1px solid var(--rule);padding:.4rem 0}
.words tbody th{position:static;font-weight:600}
.words td::before{content:attr(data-label) ": ";color:var(--quiet)}
.words th.group{font-size:.95rem;padding-top:.75rem}
.words .none{display:none}
.swatch{display:block;margin:0 0 .2rem auto}
}
@media screen and (prefers-color-scheme:dark){
:root{--page:#14191e;--ink:#e6eaee;--quiet:#a3afba;--rule:#37414a;--soft:#1c232a;--link:#6cbcf0;--good:#4fcf9f;--bad:#ff9470;--open:#f0bd4f}
${chartsOnDark}
}
@media print{
:root{color-scheme:light}
@page{margin:15mm}
body{max-width:none;padding:0;font-size:10pt}
nav{display:none}
.scroll{overflow:visible}
table{font-size:8.5pt;max-width:100%}
th,td{padding:.2rem .5rem}
td,tbody th{min-width:0}
tr,figure,dl,pre{break-inside:avoid}
h2,h3,caption,thead{break-after:avoid}
svg.chart{max-height:230mm}
}
`;

/** SHA-256 of the stylesheet, by which the page allows it and no other. */
export const STYLESHEET_HASH = 'sha256-BU1QIcji3XONjcPpZn00pMWD4OiWmmw0QeLEmwFt6fc=';
