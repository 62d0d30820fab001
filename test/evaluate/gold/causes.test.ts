import { expect, test } from 'vitest';
import type { EvalError } from '../../../src/evaluate/gold/causes.ts';
import { evaluate } from '../../../src/evaluate/gold/evaluate.ts';
import type { SerializedEdge, SerializedNode } from '../../../src/model/index.ts';
import { goldOf, graphOf, graphOver, node } from '../build.ts';

const text =
  'The Red Front bombed Dorn. Ana Brod fights the Red Front. The Red Front claimed the raid on Dorn.';
const { edge } = graphOver(text);
const front = node('front', 'Red Front', 'organization');
const dorn = node('dorn', 'Dorn', 'location');
const ana = node('ana', 'Ana Brod', 'person');
const raid = node('raid', 'raid on Dorn', 'event');
const all = [front, dorn, ana, raid];

const gold = goldOf(
  text,
  [
    ['e1', 'Red Front', 'organization'],
    ['e2', 'Dorn', 'location'],
    ['e3', 'Ana Brod', 'person'],
    ['e4', 'raid on Dorn', 'event'],
  ],
  [
    ['e1', 'attacked', 'e2', 'The Red Front bombed Dorn.'],
    ['e3', 'opposes', 'e1', 'Ana Brod fights the Red Front.'],
    ['e1', 'claimed-responsibility', 'e4', 'The Red Front claimed the raid on Dorn.'],
  ],
);
const attacked = edge('front', 'attacked', 'dorn', {
  quote: 'The Red Front bombed Dorn.',
  rule: 'attack.verb',
});
const opposes = edge('ana', 'opposes', 'front', { quote: 'Ana Brod fights the Red Front.' });
const claimed = edge('front', 'claimed-responsibility', 'raid', { quote: 'claimed the raid' });

const errorsFor = (nodes: SerializedNode[], edges: SerializedEdge[]): readonly EvalError[] =>
  evaluate([gold], new Map([['d', graphOf(nodes, edges)]])).errors;
const summary = (nodes: SerializedNode[], edges: SerializedEdge[]): string[] =>
  errorsFor(nodes, edges).map(({ cause, gold: item, predicted = [] }) => {
    const name = item === undefined ? '' : item.kind === 'entity' ? item.name : item.relation;
    return [cause, name, ...predicted.map(({ key }) => key)].filter((part) => part !== '').join(' | ');
  });

test('a right graph has no errors', () => {
  expect(summary(all, [attacked, opposes, claimed])).toEqual([]);
});

test('an entity without a node is missed, and its relation lacks an end', () => {
  expect(summary([front, dorn, raid], [attacked, claimed])).toEqual([
    'entity missed | Ana Brod',
    'entity missing | opposes',
  ]);
  expect(errorsFor([front, dorn, raid], [attacked, claimed])[1]).toMatchObject({
    detail: 'not found: Ana Brod',
    quote: 'Ana Brod fights the Red Front.',
  });
});

test('a name cut differently is a span error, and not an extra entity too', () => {
  const cut = node('cut', 'Front', 'organization');
  expect(summary([cut, dorn, ana, raid], [claimed])).toContain('span | Red Front | cut');
  expect(summary([cut, dorn, ana, raid], [claimed])).not.toContain('extra entity | cut');
});

test('a name on the node of another entity is merged', () => {
  const merged = node('front', 'Red Front', 'organization', ['The Red Front', 'Ana Brod'], ['Red Front']);
  const label = errorsFor([node('front', 'Red Front', 'organization', ['Ana Brod']), dorn, raid], []);
  expect(label.some(({ cause }) => cause === 'merged')).toBe(true);
  expect(summary([merged, dorn, raid], [attacked, claimed])).toContain('merged | Ana Brod | front');
});

test('another type is a type error', () => {
  const typed = node('ana', 'Ana Brod', 'organization');
  expect(summary([front, dorn, typed, raid], [attacked, opposes, claimed])).toEqual([
    'type | Ana Brod | ana',
  ]);
});

test('two nodes for one entity are a split', () => {
  const second = node('brod', 'Ana Brod', 'person');
  expect(summary([...all, second], [attacked, opposes, claimed])).toEqual(['split | Ana Brod | ana | brod']);
});

test('a named node that the gold graph does not know is extra', () => {
  const friday = node('friday', 'Friday', 'organization', [], ['Friday']);
  expect(summary([...all, friday], [attacked, opposes, claimed])).toEqual(['extra entity | friday']);
});

test('a relation between found ends without an edge has no rule', () => {
  expect(summary(all, [attacked, claimed])).toEqual(['no rule | opposes']);
});

test('an event end seen under another name in the evidence counts as found', () => {
  const seen = node('raid', 'operation', 'event');
  const mentioned = {
    ...seen,
    attributes: {
      ...seen.attributes,
      mentions: [{ document: 'd', start: text.length - 8, end: text.length, text: 'mission' }],
    },
  };
  expect(summary([front, dorn, ana, mentioned], [attacked, opposes])).toEqual([
    'entity missed | raid on Dorn',
    'no rule | claimed-responsibility',
  ]);
});

test('an edge of another direction or relation between the same ends is a wrong rule', () => {
  const reversed = edge('front', 'opposes', 'ana', { quote: 'Ana Brod fights the Red Front.' });
  expect(summary(all, [attacked, reversed, claimed])).toEqual([`wrong rule | opposes | ${reversed.key}`]);
  const other = edge('ana', 'member-of', 'front', { quote: 'Ana Brod fights the Red Front.' });
  expect(summary(all, [attacked, other, claimed])).toEqual([`wrong rule | opposes | ${other.key}`]);
});

test('the right edge with another status is a wrong status', () => {
  const denied = edge('ana', 'opposes', 'front', { quote: 'Ana Brod', status: 'negated' });
  expect(summary(all, [attacked, denied, claimed])).toEqual([`wrong status | opposes | ${denied.key}`]);
  expect(errorsFor(all, [attacked, denied, claimed])[0]?.detail).toBeUndefined();
  expect(errorsFor(all, [attacked, denied, opposes, claimed])[0]).toMatchObject({
    cause: 'wrong status',
    detail: 'another edge meets the relation',
  });
});

test('an edge that the gold graph does not know is extra', () => {
  const extra = edge('ana', 'located-in', 'dorn', { quote: 'Ana Brod' });
  expect(summary(all, [attacked, opposes, claimed, extra])).toEqual([`extra edge | ${extra.key}`]);
});

test('a second edge for a relation already met is a double', () => {
  const second = node('raid2', 'the raid on Dorn', 'event');
  const again = edge('front', 'claimed-responsibility', 'raid2', { quote: 'claimed the raid' });
  expect(summary([...all, second], [attacked, opposes, claimed, again])).toEqual([
    'split | raid on Dorn | raid | raid2',
    `double edge | claimed-responsibility | ${again.key}`,
  ]);
});
