/** Vocabularies of the entities room. Lower-case lemmas or forms; facts of English, not of any article. */

/** Words before a person's name that are no part of it. */
export const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss dr prof professor sir dame lord lady president vice premier chancellor minister secretary senator sen
   representative rep congressman congresswoman governor gov mayor judge justice general gen lieutenant lt colonel col major maj
   captain capt sergeant sgt admiral adm rear commander brigadier marshal king queen prince princess sheikh sheik imam
   ayatollah pope bishop archbishop cardinal reverend rev father sister spokesman spokeswoman spokesperson ambassador
   director chairman chairwoman chief commissioner inspector detective officer attorney prime foreign interior defence defense
   deputy former leader manager coach boss author actor actress singer councillor midfielder striker goalkeeper
   editor reporter correspondent analyst superintendent constable
   assemblyman assemblywoman councilman councilwoman councilmember representatives senators ministers presidents crown emperor empress
   sultan emir duke duchess baron earl pastor rabbi mullah comrade cde democrat republican ex comptroller treasurer
   vice-president premier first mp mps pm ceo mme mlle monsieur madame maulana maulvi ustad haji hajji tengku datuk
   monsignor msgr mgr corporal cpl commodore patriarch gens cols sens reps messrs cmdr brig`.split(/\s+/u),
);

/** Words that close the name of an organization; what stands before them may be used as a short form. */
export const ORGANIZATION_TAILS: ReadonlySet<string> = new Set(
  `university college party company inc corp corporation ltd group foundation institute ministry agency association union
   bank airlines airways air committee council movement organization organisation network brigade brigades front army ministry
   aviation holdings motors media press news television radio telecom pharmaceuticals energy oil industries technologies systems
   partners capital party commission department authority service services corps force forces police motor society
   limited incorporated plc llc gmbh kft ag`.split(/\s+/u),
);

/** Nouns that head the name of a body and may be followed by what it is for: "League for the Defence of Rights". */
export const BODY_HEADS: ReadonlySet<string> = new Set(
  `academy administration agency alliance assembly association authority board bureau campaign center centre chamber club coalition
   college commission committee confederation congress council court department directorate division federation forum foundation front
   fund group institute institution league ministry mission movement network office organisation organization party school society
   subcommittee syndicate task force tribunal union university house ministries society brotherhood bank parliament senate service
   secretariat secretary cabinet conference congregation inspectorate watchdog observatory ombudsman
   embassy consulate`.split(/\s+/u),
);

/** Nouns that stand for an organization named before: "the group", "the militants". */
export const ORGANIZATION_NOUNS: ReadonlySet<string> = new Set(
  `group organization organisation militia party company firm agency movement faction network militant rebel insurgent
   extremist terrorist jihadist guerrilla outfit union coalition alliance bank ministry`.split(/\s+/u),
);

/** Nouns of bodies that also mean other things, so that they stand for a body only where they act or one was named. */
export const OFTEN_BODIES: ReadonlySet<string> = new Set(
  `brigade front force institute club team airline newspaper station channel paper website network university council church league
   federation board commission committee senate congress assembly office department society foundation`.split(
    /\s+/u,
  ),
);

/** Of these, those that act together with others of their kind, and have no names then: "churches condemned". */
export const BODIES_TOGETHER: ReadonlySet<string> = new Set(
  'club airline newspaper university council church league institute federation foundation'.split(' '),
);

/** Nouns for people who act for the body they are named with: "Taliban fighters", "members of the Front". */
export const REPRESENTATIVES: ReadonlySet<string> = new Set(
  `fighter force troop soldier militant member rebel insurgent official spokesman spokeswoman spokesperson gunman
   commander leadership leader wing army guerrilla operative jihadist authority government regime administration artillery warplane jet drone negotiator diplomat
   remnant holdout element bomber assassin squad`.split(/\s+/u),
);

/** Representatives that may stand after a noun-noun join without an article: "NRF forces". Others stand for themselves. */
export const COLLECTIVES: ReadonlySet<string> = new Set(
  'fighter force troop soldier militant member rebel insurgent guerrilla operative jihadist regime government'.split(
    ' ',
  ),
);

/** Nouns for unnamed actors that may stand in a relation of their own. */
export const GENERIC_ACTORS: ReadonlySet<string> = new Set(
  `gunman militant rebel insurgent police attacker assailant bomber soldier troop protester demonstrator activist lawmaker
   opposition critic prosecutor separatist jihadist extremist terrorist resident villager student worker journalist peacekeeper
   infidel settler civilian refugee migrant farmer miner prisoner hostage pilgrim tourist doctor teacher voter foreigner
   tribesman loyalist guerrilla minister reporter citizen aid-worker nurse campaigner supporter parent pensioner trader driver
   employer employee senator legislator councillor environmentalist nationalist conservative liberal republican democrat
   dissident monk cleric scientist academic economist lawyer policeman policewoman commando mercenary sniper paratrooper agent operative hitman assassin
   bishop clergy nun mullah imam priest rabbi pastor cardinal parliamentarian pilot railwayman townspeople commuter local motorist poacher
   communist radical socialist moderate hardliner islamist royalist minority faithful
   regulator mediator plaintiff defendant executive lender creditor donor adviser
   serviceman ex-serviceman monitor fan drugmaker retailer publisher broadcaster investor shareholder`.split(
    /\s+/u,
  ),
);

/** The same for bodies without a name: "the government", "public service unions". */
export const GENERIC_BODIES: ReadonlySet<string> = new Set(
  'government union army military parliament opposition court coalition cabinet watchdog affiliate offshoot embassy junta politburo'.split(
    ' ',
  ),
);

/** Nouns of built or bounded places that take a name before them: "Kabul airport", "Crocus City concert hall". */
export const SITE_NOUNS: ReadonlySet<string> = new Set(
  `airport airfield airbase mall hall theatre theater stadium arena bridge hospital clinic hotel mosque church cathedral temple
   synagogue market bazaar station terminal port harbour harbor camp prison jail base dam refinery plant factory square park
   tower centre center museum barracks checkpoint shrine palace courthouse crossing compound school mine dockyard shipyard
   cemetery monastery nightclub cafe restaurant supermarket`.split(/\s+/u),
);

/** What every country has: far from the words that say whose, the bare noun may mean another's. */
export const RULERS: ReadonlySet<string> = new Set([
  'regime',
  'government',
  'administration',
  'authority',
  'junta',
]);

/** Nouns of stretches of land that take a name before them. With the name alone in the same text they mean the same. */
export const REGION_NOUNS: ReadonlySet<string> = new Set(
  `region province district valley mountain island desert peninsula county rainforest forest jungle reef glacier basin
   delta plateau archipelago governorate`.split(/\s+/u),
);

/** Nouns for places that stand before the name of one ("the town of [Name]") or behind it in apposition. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  `city town village province district region county state capital country nation island river lake mountain valley suburb neighbourhood
   neighborhood port peninsula strait bay gulf sea ocean desert territory municipality borough commune settlement enclave`.split(
    /\s+/u,
  ),
);

/** Nouns for one person, besides those of actors and titles. */
export const HUMAN_NOUNS: ReadonlySet<string> = new Set(
  `man woman boy girl child son daughter brother sister mother father wife husband parent uncle aunt cousin friend colleague neighbour
   neighbor teacher doctor nurse lawyer judge driver pilot student victim witness suspect survivor resident citizen player
   candidate leader spokesman spokeswoman official officer expert analyst professor scientist researcher writer artist
   singer guard soldier guy person patient client customer employee worker baby teenager attacker gunman bomber king queen
   prince princess priest bishop pope imam owner founder defendant prosecutor detective reporter journalist host guest
   author president minister mayor governor senator director manager coach captain`.split(/\s+/u),
);

/** Offices whose holder acts by himself. */
export const OFFICES: ReadonlySet<string> = new Set([
  ...`judge magistrate president premier minister chancellor governor mayor senator congressman congresswoman king queen pope archbishop
   bishop ambassador commander prosecutor speaker chairman chairwoman sheriff dictator emir sultan monarch pontiff`.split(
    /\s+/u,
  ),
  'attorney general',
]);

/** What governments do, and cities do not. */
export const GOVERNING_VERBS: ReadonlySet<string> = new Set(
  `say see accuse deny warn want insist reject urge announce agree claim demand refuse blame condemn consider oppose threaten expel argue
   regard view describe support offer seek welcome criticise criticize designate maintain fear hope believe suspect vow pledge
   plan recall summon impose launch deploy protest respond retaliate denounce dismiss label list ban sign ratify mediate
   negotiate recognise recognize send summon call know hope tell ask decide prepare consider prefer pressure press delay
   postpone freeze cut intend use try face signal signal counter respond react move`.split(/\s+/u),
);

/** Nouns of time: what follows a preposition with one of these says when, not what or where. */
export const TIME_NOUNS: ReadonlySet<string> = new Set(
  `january february march april may june july august september october november december monday tuesday wednesday thursday friday
   saturday sunday day week weekend month year decade century morning afternoon evening night hour minute today yesterday tomorrow
   spring summer autumn winter dawn noon midnight`.split(/\s+/u),
);

/** Nouns for bodies of a state that act by themselves: "Turkish military". Its government is the country itself. */
export const STATE_BODIES: ReadonlySet<string> = new Set(
  'army military navy police parliament senate ministry embassy consulate judiciary coastguard intelligence'.split(
    ' ',
  ),
);
