import { describe, expect, it } from 'vitest';
import { challengeAnswers, challengeFigures } from '../../tools/challenge.ts';

const answers = challengeAnswers();

describe('the challenge set on status and attribution', () => {
  it('is large', () => {
    expect(answers.length).toBeGreaterThanOrEqual(300);
  });

  it('is told rightly in 92 of 100 sentences, an edge not found counted as wrong', () => {
    expect(challengeFigures(answers)['status right of all']).toBeGreaterThanOrEqual(0.92);
  });

  it('holds no denial that becomes a fact', () => {
    const denials = answers.filter(({ status, found }) => status === 'negated' && found.includes('asserted'));
    expect(denials.map(({ text }) => text)).toEqual([]);
  });

  it('is told as marked: what is not marked as known is right, what is marked is wrong still', () => {
    const off = answers.filter(({ known, wrong }) => (known ?? null) !== wrong);
    expect(off.map(({ text, wrong }) => `${wrong ?? 'right now'}: ${text}`)).toEqual([]);
  });
});
