import { describe, expect, it } from 'vitest';
import { flattenEvidence } from '../../src/write/evidence.ts';
import { evidence } from './graphs.ts';

describe('flattened evidence', () => {
  it('quotes the most confident sentence', () => {
    const items = [evidence('Low.', { confidence: 0.4, rule: 'low' }), evidence('High.', { rule: 'high' })];
    expect(flattenEvidence({ evidence: items })).toMatchObject({ quote: 'High.', rule: 'high' });
  });

  it('quotes the earliest of equally confident ones', () => {
    const items = [evidence('Later.', { start: 40 }), evidence('Earlier.', { start: 4 })];
    expect(flattenEvidence({ evidence: items }).quote).toBe('Earlier.');
  });

  it('names each document once, sorted', () => {
    const items = ['b', 'a', 'b'].map((document) => evidence('Words.', { document }));
    expect(flattenEvidence({ evidence: items }).documents).toBe('a b');
  });

  it('keeps all of it as JSON', () => {
    const items = [evidence('One.'), evidence('Two.')];
    expect(JSON.parse(flattenEvidence({ evidence: items }).evidence_json)).toEqual(items);
  });

  it('is empty where there is none', () => {
    expect(flattenEvidence({ evidence: [] })).toEqual({
      quote: '',
      rule: '',
      documents: '',
      evidence_json: '[]',
    });
  });
});
