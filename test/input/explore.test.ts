import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';
import { catalogueOf } from '../../src/input/catalogue.js';
import { problemsText } from '../../src/input/problem.js';
import { readScenario } from '../../src/input/scenario.js';
const files = new Map(readdirSync('models', { recursive: true, encoding: 'utf8' }).filter(f=>f.endsWith('.yaml')).map(f=>['models/'+f.replaceAll('\\','/'), readFileSync(join('models',f),'utf8')]));
const cat = catalogueOf(files);
test('x', () => {
  for (const f of readdirSync('/tmp/wrong').sort()) {
    const t0=process.hrtime.bigint();
    let out; try { const r = readScenario({file: f, text: readFileSync('/tmp/wrong/'+f,'utf8')}, cat); out = 'problems' in r ? problemsText(r.problems) : 'OK '+r.scenario.services.map(s=>s.name)+' '+r.scenario.assumptions.length; } catch(e) { out='THROW '+(e as Error).stack }
    console.log(out, Number(process.hrtime.bigint()-t0)/1e6>50?Number(process.hrtime.bigint()-t0)/1e6+' ms':'');
  }
});
