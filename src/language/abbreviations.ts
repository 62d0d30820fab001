/**
 * Abbreviations that end in a full stop, without it and in lower case. After those of `BEFORE_NAME` a sentence never
 * ends; after the others it may.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and the like, which a name or a number follows. */
export const BEFORE_NAME = list(`
  mr mrs ms messrs mme mlle dr drs prof rev fr hon pres gov lt col gen maj capt cmdr cpl sgt adm brig pvt sen sens rep reps
  st ste mt ft c ca no nos vs v fig figs vol pp p ch cf ed eds e.g i.e eg ie approx ca c lat long dept attn amb atty det supt insp
  gens govs cols sr.gen maj.gen lt.gen lt.col brig.gen spec pfc hr sheikh`);

/** Written with a full stop, and just as well at the end of a sentence. */
export const ABBREVIATIONS = list(`
  inc corp co ltd llc plc bros jr sr esq etc al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
  thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla
  ore pa penn tenn tex va vt wash wis wyo ont que alta ave blvd rd hwy sq bldg apt ext tel fax univ inst assn assoc dist
  min mins hrs yrs lb lbs oz est dev ph ph.d m.d m.sc b.a m.a gmbh s.p.a int natl intl admin esp incl avg max misc`);

/** Words before an apostrophe clitic or run together with another word, with the length of their first part. */
export const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dunno', 2],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['arent', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
  ['havent', 4],
  ['hasnt', 3],
  ['cant', 2],
  ['wont', 2],
  ['im', 1],
  ['ive', 1],
  ['thats', 4],
  ['theres', 5],
  ['alot', 1],
]);

/** Before a hyphen these stay one word with what follows (e-mail, anti-war); other compounds are split, as in UD EWT. */
export const PREFIXES = list(`
  e non pre anti re mid post co over multi pro sub ex semi micro neo cross arch socio intra un counter mini inter ultra
  psycho bi tri de dis extra hyper infra macro mega meta mono nano neuro omni out para poly proto pseudo quasi retro
  super supra tele trans under uni geo eco bio electro agro thermo narco crypto cyber`);
