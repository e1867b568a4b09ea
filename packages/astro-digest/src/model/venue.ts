/** What a venue is for sure. */
export type VenueKind = 'journal' | 'conference';

/** Journals that are named like conferences. */
const seriesOfJournals =
  /^(?:Proceedings of the (?:IEEE$|National Academy of Sciences|VLDB Endowment|ACM on )|PNAS\b|PVLDB\b|PACMPL\b)/i;

const journalWords = /\b(?:Annals|Archives|Journal|Letters|Magazine|Transactions)\b/i;
const journalNames = /^(?:JMLR|TMLR|TPAMI|TACL|JAIR|PNAS|PLOS \w+|Nature(?: \w+)*|Science|Cell)$/i;

const conferenceWords = /\b(?:Conference|Congress|Proceedings|Proc\.|Symposium|Workshops?)(?=\W|$)/i;
const conferenceNames = new RegExp(
  '^(?:AAAI|ACCV|ACL|AISTATS|ASPLOS|BMVC|CHI|CIKM|COLING|COLM|COLT|CoNLL|CoRL|CRYPTO|CVPR|EACL|ECAI|ECCV|ECIR|EMNLP|FOCS' +
    '|HPCA|ICASSP|ICCV|ICDE|ICDM|ICLR|ICML|ICPR|ICRA|ICSE|IJCAI|IJCNN|Interspeech|IROS|ISCA|ISMIR|KDD|LREC|MICCAI|MICRO' +
    '|MLSys|NAACL|NDSS|NeurIPS|NIPS|NSDI|OSDI|PLDI|POPL|RecSys|RSS|SIGCOMM|SIGGRAPH(?: Asia)?|SIGIR|SIGMOD|SODA|SOSP|STOC' +
    "|UAI|UIST|WACV|WSDM)(?:[-\\s,]*(?:\\d{4}|'?\\d{2}))?$",
  'i',
);

/** Words with which nothing is sure: the paper was only sent there. */
const unsure = /\b(?:submitted|submission|under review|in review|preprint)\b/i;

/** Whether what a digest gives as venue is arXiv itself, such as `arXiv preprint arXiv:1412.6980`: no venue, but an archive. */
export function isArxiv(venue: string): boolean {
  return /^(?:arXiv\b|CoRR$)/i.test(venue);
}

/**
 * Tells a journal from a conference by its name, where the name tells it for sure.
 *
 * @param venue on one line, such as `NeurIPS 2017` or `Journal of Machine Learning Research`
 * @returns nothing where the name may be either, or where the paper was only sent there
 */
export function venueKind(venue: string): VenueKind | undefined {
  if (unsure.test(venue) || isArxiv(venue)) return undefined;
  if (seriesOfJournals.test(venue) || journalNames.test(venue)) return 'journal';
  if (conferenceNames.test(venue)) return 'conference';
  const journal = journalWords.test(venue);
  const conference = conferenceWords.test(venue);
  if (journal === conference) return undefined;
  return journal ? 'journal' : 'conference';
}
