import { describe, expect, it } from 'vitest';
import { desk } from './harness.ts';

const TEXT = [
  'Group claims blast',
  '',
  'The Red Front Brigade (RFB) claimed responsibility for the blast in Dalby. The Blue League condemned it.',
  'The RFB said that it would fight on.',
  '',
].join('\n');

const explain = (...argv: string[]) =>
  desk({ 'a.txt': TEXT }).extract(['explain', 'a.txt', '--no-config', ...argv]);

describe('extract explain --mention', () => {
  it('says by what two mentions are one entity', async () => {
    const { code, stdout } = await explain('--mention', 'Red Front Brigade', '--mention', 'RFB');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^One entity\n/u);
    expect(stdout).toMatch(/because: acronym: .*rfb/iu);
  });

  it('says what keeps two apart, as JSON too', async () => {
    const { stdout } = await explain('--mention', 'RFB', '--mention', 'blue league', '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'extract-explain-mentions/1',
      same: false,
      mentions: [{ text: 'RFB' }, { text: 'Blue League', entity: 'Blue League' }],
      reasons: [expect.any(String)],
    });
  });

  it('takes an offset, and the same words twice for their first two places', async () => {
    const start = String(TEXT.indexOf('Red Front'));
    expect((await explain('--mention', start, '--mention', 'RFB')).stdout).toMatch(/^One entity\n/u);
    const { stdout } = await explain('--mention', 'RFB', '--mention', 'RFB', '-f', 'json');
    const { mentions } = JSON.parse(stdout) as { mentions: { span: [number, number] }[] };
    expect(mentions.map(({ span }) => span[0])).toEqual([TEXT.indexOf('RFB'), TEXT.lastIndexOf('RFB')]);
  });

  it('takes the words of a mention with those before it that are no part of it', async () => {
    const { stdout } = await explain(
      '--mention',
      'The  rfb',
      '--mention',
      'front Brigade (RFB',
      '-f',
      'json',
    );
    expect((JSON.parse(stdout) as { mentions: { text: string }[] }).mentions.map(({ text }) => text)).toEqual(
      ['RFB', 'RFB'],
    );
  });

  it.each([
    [['--mention', 'RFB', '--mention', 'Nobody'], 'the text has no mention "Nobody"'],
    [['--mention', 'RFB'], 'two mentions are compared'],
    [['--mention', 'RFB', '--mention', 'Dalby', '--rule', 'x'], '--mention asks about entities'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await explain(...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
