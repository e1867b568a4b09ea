import { senseOf } from './terms.ts';

/** What papers of any field speak of, and how they speak of it, whatever they are about. */
const matters = `ability accuracy achievement advance advantage aim algorithm amount analysis answer application approach area argument article aspect
  assessment assumption attempt author avenue average background baseline basis behavior behaviour benchmark benefit broad capability
  capacity case category cause century challenge change chapter characteristic choice circumstance claim class collection combination
  comparison complexity component comprehensive concept conclusion condition configuration consequence consideration constraint content
  context contribution control correlation cost count criterion critical database dataset day decade decision deep definition
  degree demand design detail development difference difficulty dimension direction discussion distribution diversity dominant early
  effect effectiveness efficiency efficient effort element end-to-end environment error estimate evaluation event evidence evolution
  example experience experiment experimental explanation extension extent fact factor failure fair fast field figure finding focus form
  format foundation framework full fundamental future gain gap general goal ground group growth guideline historical history hypothesis
  idea impact implementation implication importance improvement independent individual inference influence information input insight
  instance integration interest internal interpretation introduction investigation issue joint kind lack large large-scale late length
  level light limit limitation literature long long-term loss majority manner mark massive material matter meaning measure measurement
  mechanism member method methodology metric mind mode model modeling modelling module month motivation nature need normal notion
  objective observation open open-source opportunity optimal order origin outcome output overview pair paper paradigm parameter part
  participant patient pattern peak performance period person perspective phase phenomenon pipeline place plan position potential
  practice precision presence principle prior problem procedure process product progress project property proportion proposal
  protocol prototype public purpose quality quantity range rare ratio raw real-world recall recipe reference region relation
  relationship release reliability report requirement research researcher resource result review rich rise robust robustness rule sample
  scalable scale scenario schedule scheme scope score section sensitivity set setting setup shift short short-term side significance
  site situation size skill small solution source space speed stage standard statistic step strategy strength structure study style
  subject subset success suite survey symptom table target task technique technology tendency term test theme time title topic total
  treatment trend trial type unit usage use utility validation value variable variation variety vast version volume weakness week weight
  wide work workflow year`;

/** What says too little alone, and something beside another word: `world models`, `time series`. */
const halves = `action address architecture assistant audio backbone band body cell character chat code color computation confidence data decoder
  decoding dialogue document domain dynamics edge embedding encoder ensemble expert feature feedback flow force function fusion graph
  guidance hand head human identity image index instruction intelligence interaction item knowledge language law layer learning letter
  line map mass memory motion network node number object patch path people pixel point policy population preference prompt query
  question rate record response reward risk role scene search sentence sequence series shape sign signal site speech state surface
  system teacher text theory thinking thought token tool trade unit user vector video view vision visual wave window word world`;

/** The same, of what is done: `video generation` says something, `generation models` does not. */
const deeds = `adaptation alignment classification detection editing estimation exploration generation  planning prediction recognition
  reconstruction representation segmentation selection simulation synthesis training understanding`;

/** What a name ends in that names a part of the work, and no subject: `technical report`, `case study`. */
const parts = `ability accuracy analysis approach assessment benchmark case challenge comparison contribution discussion effort evaluation evidence
  experiment finding framework investigation issue method methodology metric outcome overview paper performance perspective pipeline
  problem project proposal quality report research result review score setting setup solution strategy study survey task technique`;

/** What papers of any field call what they have or found, and what begins no name: `novel approach`, `single image`. */
const judgements = `able accelerating accurate achieving additional addressing advanced advancing alternative available average bad basic best better beyond
  big boosting bridging building certain clear common comparable comparative competitive complete complex comprehensive considerable
  consistent conventional corresponding current demonstrating detailed different difficult direct diverse due easy effective
  empirical enabling enhancing entire essential evaluating existing exploring extensive extra final fine fine-grained first following
  former four further future generic good great greater hard high high-quality higher highly important improved improving
  increasing initial innovative interesting introducing introductory key known larger largest latest leading leveraging limited little
  longer low lower main major many meaningful minimal minor modern more most multiple necessary new next notable novel observed old
  original other outperforming overall particular past people poor popular possible potential powerful practical preliminary
  present presenting previous primary prior promising proposed proposing providing qualitative quantitative rapid real recent reducing
  related relevant reliable remarkable respective rethinking revisiting rigorous same second separate serious
  several severe showing significant similar simple single slow smaller so-called sophisticated special specific state-of-the-art strong
  stronger subsequent substantial successful such sufficient suitable superior surprising systematic technical theoretical three towards
  traditional true two typical unique universal unknown unlocking up-to-date useful using usual valuable various well-known whole
  wide-ranging widespread`;

const sensesOf = (words: string): string[] =>
  words.split(/\s+/).map((word) => senseOf(word.replaceAll('-', '')).stem);

const judging = new Set(sensesOf(judgements));
const general = new Set([...sensesOf(matters), ...judging]);
const doing = new Set(sensesOf(deeds));
const vague = new Set([...general, ...doing, ...sensesOf(halves)]);
const partsOfWork = new Set(sensesOf(parts));

/** Whether a word, by its stem, is one that papers of any field have. */
export function isGeneral(stem: string): boolean {
  return general.has(stem);
}

/**
 * Whether a name says what papers are about, by the stems of its words: words that papers of any field have say nothing, and neither does a
 * part of the work. English only; of other languages all is a name.
 */
export function saysSomething(stems: readonly string[]): boolean {
  const [only] = stems;
  if (stems.length === 1) return !vague.has(only as string);
  const own = stems.filter((stem) => !general.has(stem));
  const isDeed = own.length === 1 && doing.has(own[0] as string);
  return (
    own.length > 0 && !isDeed && !judging.has(only as string) && !partsOfWork.has(stems.at(-1) as string)
  );
}
