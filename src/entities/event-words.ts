/** Vocabularies of events and policies. Lower-case lemmas; facts of English, not of any article. */

/**
 * Nouns of events, by family. Two descriptions can be the same event only within a family, or where one of them is of the
 * general family ("the attack" for a bombing).
 */
export const EVENT_FAMILIES: Readonly<Record<string, readonly string[]>> = {
  general: ['attack', 'assault', 'atrocity', 'operation', 'incident', 'outrage', 'strike'],
  bombing: ['bombing', 'blast', 'explosion', 'bomb', 'detonation'],
  shooting: [
    'shooting',
    'massacre',
    'killing',
    'murder',
    'assassination',
    'ambush',
    'stabbing',
    'beheading',
    'gunfight',
    'shootout',
  ],
  raid: [
    'raid',
    'incursion',
    'offensive',
    'invasion',
    'siege',
    'airstrike',
    'strike',
    'shelling',
    'rampage',
    'bombardment',
  ],
  disaster: [
    'earthquake',
    'quake',
    'crash',
    'collision',
    'accident',
    'disaster',
    'flood',
    'collapse',
    'stampede',
    'derailment',
    'shipwreck',
    'eruption',
    'cyclone',
    'hurricane',
    'typhoon',
    'storm',
    'wildfire',
    'landslide',
    'avalanche',
    'tsunami',
    'drought',
    'famine',
  ],
  outbreak: ['outbreak', 'epidemic', 'pandemic'],
  kidnapping: ['kidnapping', 'abduction', 'hijacking', 'hostage-taking'],
  sabotage: ['sabotage', 'arson', 'hack', 'cyberattack', 'breach'],
  fire: ['fire', 'blaze', 'burning'],
  unrest: ['violence', 'unrest', 'turmoil'],
  war: [
    'war',
    'conflict',
    'insurgency',
    'rebellion',
    'uprising',
    'fighting',
    'clash',
    'battle',
    'coup',
    'revolution',
    'revolt',
    'mutiny',
    'campaign',
    'crackdown',
    'crisis',
  ],
  protest: [
    'protest',
    'demonstration',
    'rally',
    'march',
    'riot',
    'walkout',
    'boycott',
    'blockade',
    'vigil',
    'occupation',
  ],
  vote: [
    'election',
    'referendum',
    'vote',
    'poll',
    'by-election',
    'primary',
    'runoff',
    'caucus',
    'plebiscite',
  ],
  speech: ['speech', 'sermon', 'lecture'],
  meeting: [
    'summit',
    'conference',
    'meeting',
    'talk',
    'congress',
    'screening',
    'trial',
    'ceremony',
    'festival',
    'hearing',
    'negotiation',
    'funeral',
    'inauguration',
    'debate',
    'auction',
    'convention',
    'parade',
    'concert',
  ],
};

export const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(EVENT_FAMILIES).flatMap(([family, nouns]) =>
    nouns.map((noun): [string, string] => [noun, family]),
  ),
);

/** Families whose members "the attack" may stand for. */
export const VIOLENT: ReadonlySet<string> = new Set([
  'general',
  'bombing',
  'shooting',
  'raid',
  'kidnapping',
  'sabotage',
]);

/** Policies by family: a definite noun may stand for one told of by another noun of its family ("the legislation" for a bill). */
const POLICY_FAMILIES: Readonly<Record<string, string>> = {
  law: 'law bill act legislation measure statute decree edict ordinance reform amendment',
  deal: 'deal agreement accord pact treaty settlement truce ceasefire',
  plan: 'plan proposal scheme project initiative programme program strategy',
  suit: 'lawsuit suit complaint',
  ruling: 'ruling decision verdict judgment judgement',
  money: 'tax levy tariff duty budget',
  appointment: 'nomination appointment candidacy bid',
  exit: 'withdrawal pullout exit',
};

export const POLICY_FAMILY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(POLICY_FAMILIES).flatMap(([family, nouns]) =>
    nouns.split(' ').map((noun): [string, string] => [noun, family]),
  ),
);

/** Nouns that count or measure events: "a wave of attacks". */
export const CONTAINERS: ReadonlySet<string> = new Set(
  'escalation outbreak wave spate series string flurry surge eruption upsurge round pair'.split(' '),
);
