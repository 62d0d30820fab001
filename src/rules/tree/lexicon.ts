/** Vocabularies of the steps over trees. Lower-case lemmas; facts of English, not of any article. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/**
 * Verbs that lend a noun its subject ("launched an attack", "imposed sanctions"; Jespersen's light verbs, widened to what news writes
 * with nouns of action). Whoever only wants, plans or orders it is not among them.
 */
export const LIGHT_VERBS =
  words(`launch conduct stage mount wage lead make take hold issue express voice impose file bring level raise
  commit perform undertake give deliver offer declare continue begin start pursue renew resume intensify escalate execute perpetrate do
  have initiate direct organize organise coordinate announce maintain open unleash carry step lodge register submit slap place put
  instigate spearhead join fight send post publish write form create build run keep set pass adopt introduce tighten extend reiterate
  repeat reaffirm sound show display feel harbour harbor hurl fire sign`);

/** Verbs whose subject suffers what the noun says: "faced criticism from", "drew condemnation from". */
export const SUFFERING_VERBS = words(
  'face draw suffer receive attract encounter incur earn experience endure confront sustain',
);

/** A noun governed by a verb and its preposition, with that verb's subject as its own: "engaged in a fight", "responded with a raid". */
export const LIGHT_PHRASES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['in', words('engage involve lock embroil participate take join entangle share')],
  ['with', words('respond react retaliate threaten')],
  ['to', words('resort')],
]);

/** As above, where the subject suffers it: "came under attack", "met with opposition". */
export const SUFFERING_PHRASES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['under', words('come remain fall be')],
  ['with', words('meet')],
]);

/** "Is the target of criticism": nouns for whom something is done to. */
export const TARGET_NOUNS = words('target subject victim object focus recipient');

/** Acts and their means that stand for whoever acts: "a Hamas statement condemned", "the US strike killed", "an Israeli drone hit". */
export const ACTS =
  words(`statement letter tweet post lawsuit suit petition complaint appeal motion resolution report strike raid attack
  airstrike bombing bombardment shelling offensive operation sanction crackdown rocket missile bomb drone gunfire fire shell
  mortar invasion incursion assault ambush siege blockade embargo ban decree order decision ruling verdict editorial article
  communique communiqué memo petition brief`);

/** Nouns that only count what follows "of": "a series of attacks", "dozens of fighters". */
export const QUANTITIES =
  words(`series wave number string spate dozen dozens ten tens hundred hundreds thousand thousands score scores couple handful
  group majority round set range kind type form act some many most all several one two three each part half lot million millions few any
  rest bulk crowd convoy column team pair trio list both few third quarter percent`);

/** Heads that stand for the body they are of, whoever acts or is acted on: "fighters of X", "X militants", "the X group". */
export const BODY_HEADS =
  words(`fighter member militant force troop soldier gunman insurgent rebel extremist jihadist jihadi terrorist
  guerrilla operative partisan warplane jet drone aircraft helicopter gunship warship artillery tank police security wing faction
  plane gunner sniper peacekeeper infantry marine ranger frigate gunboat submarine regiment division platoon squadron unit squad column
  group movement party militia organization organisation network government administration regime army military navy
  cell brigade unit battalion bomber commando paratrooper loyalist separatist contingent delegation
  activist protester supporter follower sympathizer sympathiser remnant holdout element`);

/** Of these a person has none: who supports a person is not the person. */
export const BODY_OF_BODIES_ONLY = words(
  `member supporter follower sympathizer sympathiser activist protester loyalist police party group movement organization organisation
   network coalition alliance faction militia`,
);

/** Sides of a war by a common noun, as they stand before what they do: "a rebel attack", "army shelling". */
export const SIDES =
  words(`rebel guerrilla insurgent militant separatist army military coalition militia regime
  police navy`);

/** Heads that speak for a body, so that what they do is its doing; what is done to them is not done to it. */
export const SPEAKERS =
  words(`official authority spokesman spokeswoman spokesperson representative leadership leader diplomat negotiator
  commander`);

/** What a body has, and what is hit when it is hit: "struck X positions". */
export const ASSETS =
  words(`target position base camp stronghold hideout outpost convoy vehicle infrastructure checkpoint compound facility site
  bunker tunnel depot arsenal hideaway headquarter headquarters barracks trench line`);

/** Nouns that name a part of what follows "of". */
export const PARTS =
  words(`area part region district outskirt outskirts suburb centre center heart edge town city village province capital
  swath swathe stretch side coast portion territory port island state county quarter neighbourhood neighborhood capital
  street section slum ghetto alley resort settlement hamlet municipality`);

/** Parts also after their owner: "Lyon's outskirts"; "Mali's largest port" is a place of its own. */
export const OWNED_PARTS = words(
  'outskirt outskirts suburb centre center heart edge coast part territory capital',
);

/** Parts only with an article: "the north of Mali"; "north of Mali" lies outside it. */
export const COMPASS = words(
  'north south east west northeast northwest southeast southwest north-east north-west south-east south-west',
);

/** Nouns for several bodies together, with their members after "of": "an alliance of X and Y". */
export const COLLECTIVES = words(
  'alliance coalition bloc union pact axis group team mix combination array partnership consortium',
);

export const NAMING = words('know call name dub nickname');
export const SETS = words('including such_as like namely');

/** Verbs that say of their object that it did something: "accused X of attacking Y", "kept X from attacking Y". */
export const OBJECT_CLAUSES = words('of for from into');
/** Verbs whose "on X to do" tells X to do it. */
export const CALLING = words('call appeal rely count depend prevail');

/** Nouns with an infinitive of their own. */
export const INTENTIONS =
  words(`decision plan effort bid vow pledge promise attempt campaign request call order threat refusal desire
  willingness right intention mission move push drive struggle proposal readiness determination commitment duty failure aim ambition`);

/** Verbs whose object does what their infinitive says. */
export const TELLING =
  words(`want ask urge tell order allow force help persuade encourage invite enable let expect instruct compel push
  pressure require request permit warn advise command convince cause task authorise authorize train arm hire recruit`);

/** Verbs whose "on X" is theirs, not their object's: "blamed the attack on X". */
export const BLAMING_ON = words('blame pin base focus impose centre center spend');

export const TIME_UNITS = words(
  'day week weekend month year decade century morning afternoon evening night hour minute today yesterday tomorrow spring summer autumn winter',
);

/** What something has or is done to it: a stand against that is one against the thing itself ("the cost of the bill", "the passage of the law"). */
export const ASPECTS =
  words(`cost impact effect consequence implication legality constitutionality legitimacy wisdom timing size scope scale pace
  speed fairness merit morality necessity feasibility effectiveness validity passage adoption approval implementation enforcement introduction
  imposition ratification signing wording language content terms provision clause part aspect element outcome result conduct handling
  holding use continuation extension expansion resumption launch`);

/** Fighters who are not their country's: "[Colombia]'s rebels". */
export const REBELS = words(
  `rebel insurgent guerrilla militant gunman bomber separatist jihadist dissident extremist party group movement organization organisation
   faction militia activist protester supporter follower cell`,
);
