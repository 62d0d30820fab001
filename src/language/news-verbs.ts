/**
 * Verbs of the news whose forms an edit rule learned from treebanks takes apart wrongly ("ruled" would be of "rul" as "controlled" is of
 * "control"): their forms are known as whole words.
 */
const REGULAR =
  'accuse raid loot rape strafe rob ram plot sponsor boast decline convene quarantine schedule rule blast riot battle boycott downgrade ' +
  'rebuke lambaste lambast combat topple undermine ridicule impede upbraid dethrone proscribe censor flout quell loathe overrule feud ' +
  'shame harbor harbour incite interfere tussle intervene crusade persuade lie tie blockade embargo denounce renounce criticise ' +
  'criticize condemn castigate excoriate berate chastise scold chide deride decry deplore detest despise sanction blacklist outlaw ' +
  'ambush bombard shell besiege massacre assassinate kidnap abduct behead murder torch firebomb lynch maim hijack ransack torture ' +
  'execute invade occupy seize overrun dislodge repel retaliate avenge expel deport evict banish exile oust depose unseat impeach sue ' +
  'veto overturn quash annul repeal revoke rescind nullify abrogate scrap scupper derail sabotage thwart foil obstruct hinder defy ' +
  'resist oppose protest demonstrate rally march picket mobilise mobilize agitate rebel revolt crush suppress quash curb slap stab trap ' +
  'strip slam snub shun stop wipe equip commit rebut occur ban bar bid spar war gun propel compel patrol control impel dispel ' +
  'dismantle provoke shout trample unsettle unite explode annex appal belittle bristle chafe condone contravene cripple defame ' +
  'gas disagree elicit erode evade heckle postpone probe reimpose rile scuffle skewer tackle trade wrong fine';
/** Those that double their last letter. */
const DOUBLING =
  /^(?:kidnap|rob|ram|plot|slap|stab|trap|strip|slam|snub|shun|stop|equip|commit|rebut|occur|ban|bar|spar|war|gun|scrap|annul|appal|propel|compel|patrol|control|impel|dispel|expel|repel|rebel|gas)$/u;

const IRREGULAR: Readonly<Record<string, string>> = {
  fought: 'fight',
  overthrew: 'overthrow',
  overthrown: 'overthrow',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  forbade: 'forbid',
  forbidden: 'forbid',
  withheld: 'withhold',
  withstood: 'withstand',
  outlawed: 'outlaw',
  overran: 'overrun',
  struck: 'strike',
  stricken: 'strike',
  swore: 'swear',
  sworn: 'swear',
  sought: 'seek',
  broadcast: 'broadcast',
  broke: 'break',
  broken: 'break',
  drove: 'drive',
  driven: 'drive',
  slew: 'slay',
  slain: 'slay',
  fled: 'flee',
  bound: 'bind',
  waylaid: 'waylay',
  shot: 'shoot',
  beaten: 'beat',
  froze: 'freeze',
  frozen: 'freeze',
  dug: 'dig',
  blown: 'blow',
  undid: 'undo',
  undone: 'undo',
};

const stemOf = (verb: string): string => (DOUBLING.test(verb) ? verb + verb.at(-1)! : verb);

/** Past, present participle and third person of a regular verb. */
function formsOf(verb: string): readonly [past: string, participle: string, third: string] {
  const stem = stemOf(verb);
  if (verb.endsWith('ie')) return [`${verb}d`, `${verb.slice(0, -2)}ying`, `${verb}s`];
  if (/[^e]e$/u.test(verb)) return [`${verb}d`, `${verb.slice(0, -1)}ing`, `${verb}s`];
  if (/[^aeiou]y$/u.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb}ing`, `${verb.slice(0, -1)}ies`];
  return [`${stem}ed`, `${stem}ing`, /(?:s|sh|ch|x|z|o)$/u.test(verb) ? `${verb}es` : `${verb}s`];
}

/** Forms with their Penn tag and lemma. A base form with the tag of a past ("they accuse") stays as it is. */
export function newsVerbForms(): (readonly [form: string, tag: string, lemma: string])[] {
  const regular = REGULAR.split(' ').flatMap((verb) => {
    const [past, participle, third] = formsOf(verb);
    return [
      ...['VBD', 'VBN', 'VBP', 'VB'].map((tag) => [verb, tag, verb] as const),
      [past, 'VBD', verb] as const,
      [past, 'VBN', verb] as const,
      [participle, 'VBG', verb] as const,
      [third, 'VBZ', verb] as const,
    ];
  });
  const irregular = Object.entries(IRREGULAR).flatMap(([form, verb]) => [
    [form, 'VBD', verb] as const,
    [form, 'VBN', verb] as const,
  ]);
  return [...regular, ...irregular];
}
