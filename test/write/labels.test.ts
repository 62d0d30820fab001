import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../src/model/index.ts';
import { edgeLabel, nodeLabel, relationshipType } from '../../src/write/labels.ts';

describe('labels of an edge', () => {
  it('say the relation and its status', () => {
    const labels = STATUSES.map((status) => edgeLabel({ relation: 'located-in', status }));
    expect(labels).toEqual(['located-in', 'NOT located-in', 'located-in?']);
  });

  it('become relationship types that differ by status', () => {
    const types = STATUSES.map((status) => relationshipType({ relation: 'located-in', status }));
    expect(types).toEqual(['LOCATED_IN', 'NOT_LOCATED_IN', 'UNCERTAIN_LOCATED_IN']);
  });

  it('fall back on RELATED where the relation has no letter', () => {
    expect(relationshipType({ relation: '--', status: 'asserted' })).toBe('RELATED');
  });
});

describe('labels of a node', () => {
  it.each([
    ['person', 'Person'],
    ['armed-group', 'ArmedGroup'],
    ['a:b`c', 'ABC'],
    ['::', 'Entity'],
  ])('%j becomes %j', (type, label) => {
    expect(nodeLabel(type)).toBe(label);
  });
});
