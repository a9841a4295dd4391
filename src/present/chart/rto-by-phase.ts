import type { Summary } from '../../experiment/summary.js';
import { PHASES, type Phase } from '../../model/runbook.js';
import { durationOf, grouped } from '../amounts.js';
import { named } from '../display-width.js';
import { framed } from './frame.js';
import { chartText, type Column, servicesOf, strategiesOf } from './strategies.js';
import { PHASE_COLOURS, PLOT_WIDTH, type ChartSpec } from './theme.js';
import { labelled, linearTimeTicks, timeLabel, type Ticks } from './ticks.js';
