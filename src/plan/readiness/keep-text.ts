import type { CalendarSpan } from '../../model/calendar-span.js';
import { COUNTING_RULES, type Retention } from '../../model/retention.js';
import { span } from './words.js';

/** Rules of what is kept, as the scenario writes them. */
export function keepText(retention: Retention): string {
  const { age, within, fulls, fullsFor, counting } = retention;
  const counts = COUNTING_RULES.filter((rule) => retention[rule] > 0).map(
    (rule) => `${rule}: ${retention[rule] === Infinity ? 'all' : retention[rule]}`,
  );
  const stretches = COUNTING_RULES.flatMap((rule) => {
    const back = within[rule];
    return back ? [`${rule === 'last' ? 'all' : rule}: ${calendarText(back)}`] : [];
  });
  const rules = [
    ...(age === null ? [] : [`age: ${span(age)}`]),
    ...counts,
    ...(stretches.length === 0 ? [] : [`within: { ${stretches.join(', ')} }`]),
    ...(fulls === 0 ? [] : [`fulls: ${fulls}`]),
    ...(fullsFor === null ? [] : [`fulls: ${span(fullsFor)}`]),
    ...(counting === 'alone' ? [] : [`counting: ${counting}`]),
  ];
  return `keep: { ${rules.join(', ')} }`;
}

/** Such as `1y2m3d`. */
function calendarText({ years, months, days, hours }: CalendarSpan): string {
  const parts = [
    [years, 'y'],
    [months, 'm'],
    [days, 'd'],
    [hours, 'h'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count}${unit}`] : [])).join('');
}
