import { lemmaAt, lowerAt } from '../model/index.ts';
import type { Base } from './phrases.ts';

/** Words of a sentence that tells of a strike at work. */
const LABOUR =
  /^(?:union|worker|walkout|picket|picketing|wage|pay|pension|employee|teacher|nurse|doctor|driver|pilot|miner|docker|striker|labour|labor|overtime|salary|layoff|hunger|general|sympathy|wildcat|sit-down|confederation|trade)$/u;

/** Whether "strike" is what workers do, and no attack. */
export function isLabourStrike({ tokens, tags, sentences }: Base, strike: number): boolean {
  const sentence = tokens.sentence[strike] ?? 0;
  if (lowerAt(tokens, strike - 1) === 'hour' || lowerAt(tokens, strike - 1) === 'day') return true;
  for (let i = sentences.firstToken[sentence] ?? 0; i < (sentences.endToken[sentence] ?? 0); i++)
    if (LABOUR.test(lemmaAt(tokens, tags, i))) return true;
  return false;
}
