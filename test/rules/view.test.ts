import { expect, it } from 'vitest';
import { viewDocument } from '../../src/rules/view.ts';
import { documentOf } from '../support/document.ts';

it('has no words for a head that is none', () => {
  const view = viewDocument({ ...documentOf('The raid/NN failed/VBD .'), mentions: [], entities: [] });
  expect([view.word(-1), view.form(-1), view.lemma(-1), view.tag(-1), view.pos(-1)]).toEqual([
    '',
    '',
    '',
    '',
    'X',
  ]);
  expect(view.lemma(1)).toBe('raid');
});
