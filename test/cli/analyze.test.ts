import { describe, expect, it } from 'vitest';
import { desk } from './harness.ts';

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^\d/u.test(line))
    .map((line) => line.split('\t'));

describe('extract analyze', () => {
  it('prints CoNLL-U with places in the text and names', async () => {
    const here = desk({ 'a.txt': 'Paris slept\n\nThe mayor didn’t speak in Paris on Tuesday.\n' });
    const { code, stdout, stderr } = await here.extract(['analyze', 'a.txt']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = here.read('a.txt');
    for (const [, form = '', ...columns] of rowsOf(stdout)) {
      const [, start, end] = /start_char=(\d+)\|end_char=(\d+)/u.exec(columns.at(-1) ?? '') ?? [];
      expect(text.slice(Number(start), Number(end))).toBe(form);
    }
    expect(stdout).toContain('# passage = title');
    expect(
      rowsOf(stdout)
        .filter(([id]) => id?.includes('-'))
        .map(([, form]) => form),
    ).toEqual(['didn’t']);
    expect(
      rowsOf(stdout)
        .find(([id, form]) => id !== '1' && form === 'Paris')
        ?.at(-1),
    ).toContain('ner=B-LOC');
  });

  it('gives every sentence one root', async () => {
    const { stdout } = await desk().extract(['analyze'], {
      stdin: 'Rain fell. The council met and the mayor spoke.',
    });
    for (const sentence of stdout.trim().split('\n\n')) {
      expect(rowsOf(sentence).filter((columns) => columns[6] === '0')).toHaveLength(1);
    }
  });

  it('keeps the sentences and words of a CoNLL-U file, and what it says besides', async () => {
    const given = [
      '# sent_id = x1',
      '1\tRain\t_\t_\t_\tNumber=Sing\t_\t_\t_\tNote=kept',
      '2\tfell\t_\t_\t_\t_\t_\t_\t_\t_',
      '',
      '',
    ].join('\n');
    const { stdout } = await desk({ 'a.conllu': given }).extract(['analyze', 'a.conllu']);
    expect(stdout).toContain('# sent_id = x1');
    expect(rowsOf(stdout)).toEqual([
      ['1', 'Rain', 'rain', 'NOUN', 'NN', 'Number=Sing', '2', 'nsubj', '2:nsubj', 'Note=kept'],
      ['2', 'fell', 'fall', 'VERB', 'VBD', '_', '0', 'root', '0:root', '_'],
    ]);
  });

  it('says the same again of a CoNLL-U file it wrote', async () => {
    const text = 'The mayor of Paris, Anna Hidal, didn’t speak (she was in Rome).\n';
    const { stdout: first } = await desk({ 'a.txt': text }).extract(['analyze', 'a.txt']);
    expect(first).toMatch(/SpaceAfter=No\|ner=/u);
    const { stdout: second } = await desk({ 'a.conllu': first }).extract(['analyze', 'a.conllu']);
    expect(second).toBe(first);
  });

  it('prints JSON', async () => {
    const { stdout } = await desk({ 'a.txt': 'Rain fell.' }).extract(['analyze', 'a.txt', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'extract-analysis/1',
      sentences: [
        { start: 0, end: 10, words: [{ form: 'Rain', head: 2 }, { form: 'fell', head: 0 }, { form: '.' }] },
      ],
    });
  });

  it('says where a CoNLL-U file is none', async () => {
    const { code, stderr } = await desk({ 'a.conllu': '1\tRain\n' }).extract(['analyze', 'a.conllu']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^extract: a\.conllu:1: not a line of CoNLL-U/u);
  });
});
