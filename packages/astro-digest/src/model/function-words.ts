/** Words of English that hold sentences together, numbers among them, and name nothing. */
const words = new Set(
  `a about above across after again against all almost along already also although always am among amongst an and
  another any anyone anything are around as at away be became because become becomes been before behind being below
  beside besides between beyond both but by can cannot could did do does doing done down due during each either else
  enough etc even ever every everything except few for from further had has have having he hence her here hers herself
  him himself his how however i if in indeed instead into is it its itself just least less let like likely made make
  makes making many may me might mine more moreover most much must my myself near neither never nevertheless no none nor
  not nothing now of off often on once one only onto or other others otherwise our ours ourselves out over own per
  perhaps quite rather really same see seem seems several shall she should since so some something sometimes still such
  than that the their theirs them themselves then there thereby therefore these they thing things this those though
  through throughout thus to together too toward towards under unless until up upon us use used uses using versus very via
  vs was way ways we well were what whatever when whenever where whereas whether which while who whole whom whose why
  will with within without would yet you your yours yourself
  et al eg ie cf etc
  zero one two three four five six seven eight nine ten hundred thousand million billion
  first second third last next`.split(/\s+/),
);

/** Whether a word, in lower case, is one of those that name nothing, such as `of`; English only. */
export function isFunctionWord(word: string): boolean {
  return words.has(word);
}
