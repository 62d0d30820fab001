import { describe, expect, it } from 'vitest';
import { edgesOf, pairsOf } from '../support/edges.ts';

const opposed = (text: string): string[] => pairsOf(text, 'opposes');

describe('who takes a stand', () => {
  it.each([
    ['About 10,000 people protested against the bill.', '10,000 people > bill'],
    ['Thousands rallied against the bill.', 'Thousands > bill'],
    ['Every senator voted against the bill.', 'Every senator > bill'],
    ['The rebels rejected the proposal.', 'rebels > proposal'],
    ['Tens of thousands of autoworkers went on strike over the treaty.', 'autoworkers > treaty'],
    ['The treaty is opposed by the church.', 'church > treaty'],
  ])('may be only counted or called by a noun: %s', (text, edge) => {
    expect(opposed(text)).toContain(edge);
  });

  it('is the person named behind his office, not another beside him', () => {
    expect(opposed('Maria Silva lashed out at the prosecutor, Peter Brown, on Monday.')).toEqual([
      'Maria Silva > Peter Brown',
    ]);
  });

  it('is not who was only asked to', () => {
    expect(opposed('Bishops urged the faithful to oppose the bill.')).toEqual(['Bishops > bill']);
    expect(opposed('Farmers asked the Supreme Court to annul the law.')).toEqual(['Farmers > law']);
  });

  it('is not the country of its rebels', () => {
    expect(opposed("Mali's rebels rejected the offer.")).toEqual(["Mali's rebels > offer"]);
  });
});

describe('what a stand is taken against', () => {
  it.each([
    ['Maria Silva has voiced reservations about the cost of the bill.', 'Maria Silva > bill'],
    ['Germany has threatened to block the entry of Mali to the union.', 'Germany > entry of Mali'],
    ['Germany opposes any softening of the treaty.', 'Germany > any softening of the treaty'],
    ['Germany opposes independence for the province.', 'Germany > independence'],
    ['Maria Silva was the first to challenge the law.', 'Maria Silva > law'],
    ['Most Germans oppose the war.', 'Germans > war'],
  ])('is an act, a plan or what it has, in any words: %s', (text, edge) => {
    expect(opposed(text)).toContain(edge);
  });

  it('is not who speaks next', () => {
    expect(opposed('Iran condemned the strikes and Russia, an ally, called for talks.')).toEqual([
      'Iran > strikes',
    ]);
  });

  it('is not the subject of a participle, but the object above it', () => {
    expect(opposed('Maria Silva removed Peter Brown on Friday, accusing him of fraud.')).toEqual([
      'Maria Silva > Peter Brown',
    ]);
  });
});

describe('whose word a judgement is', () => {
  it.each([
    ['Farmers filed a motion saying that the law is unconstitutional.', 'Farmers > law'],
    [
      'Maria Silva said the plan was late and called for the resignation of Peter Brown.',
      'Maria Silva > Peter Brown',
    ],
    ['“This treaty has no legitimacy,” said Maria Silva.', 'Maria Silva > treaty'],
  ])('%s', (text, edge) => {
    expect(opposed(text)).toContain(edge);
  });

  it('is stated where people gather to demand or denounce', () => {
    const [edge] = edgesOf('Farmers rallied on Sunday to demand the resignation of Peter Brown.', 'opposes');
    expect(edge).toMatchObject({ source: 'Farmers', target: 'Peter Brown', status: 'asserted' });
  });
});
