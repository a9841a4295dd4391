import { expect, test } from 'vitest';
import { html, plain, quoted } from '../../../src/present/report/html.js';

test('what is put into a template is text', () => {
  const name = `<img src=x onerror="alert('1')"> & more`;
  expect(html`<p>${name}</p>`.markup).toBe(
    '<p>&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more</p>',
  );
});

test('lists, numbers and pieces of HTML are put in as they are', () => {
  const items = ['a', 'b'].map((one) => html`<i>${one}</i>`);
  expect(html`<b id="${3}">${items}</b>`.markup).toBe('<b id="3"><i>a</i><i>b</i></b>');
});

test('an attribute ends where it should', () => {
  expect(quoted('a" onclick="b').markup).toBe('"a&quot; onclick=&quot;b"');
});

test('names from right to left keep to themselves, but not where no tag may stand', () => {
  expect(html`${'site מרכז נתונים 5 ms'}`.markup).toBe('site <bdi>מרכז נתונים</bdi> 5 ms');
  expect(plain('مركز').markup).toBe('مركز');
});

test('signs that turn the reading order, ring a bell or are no text are taken out', () => {
  expect(html`${'a\u202eb\u0007c\ud800d'}`.markup).toBe('a b c d');
});
