import { expect, test } from 'vitest';
import { isArxiv, venueKind } from '../../src/model/venue.ts';

test.each([
  'NeurIPS',
  'NeurIPS 2017',
  "ICML '19",
  'CVPR-2016',
  'Proceedings of the 34th International Conference on Machine Learning',
  'Workshop on Tractable Models',
  'IEEE Symposium on Security and Privacy',
])('%j is a conference', (venue) => expect(venueKind(venue)).toBe('conference'));

test.each([
  'Journal of Machine Learning Research',
  'IEEE Transactions on Pattern Analysis and Machine Intelligence',
  'Physical Review Letters',
  'Nature',
  'TMLR',
  'Proceedings of the National Academy of Sciences',
  'Proceedings of the IEEE',
  'Proceedings of the ACM on Programming Languages',
])('%j is a journal', (venue) => expect(venueKind(venue)).toBe('journal'));

test.each([
  'Somewhere',
  'Submitted to ICML',
  'NeurIPS (under review)',
  'Workshop of the Journal of Foo',
  'arXiv preprint arXiv:1412.6980',
  'CoRR',
  '',
])('%j is neither for sure', (venue) => expect(venueKind(venue)).toBeUndefined());

test('arXiv is no venue', () => {
  expect(isArxiv('arXiv preprint arXiv:1412.6980')).toBe(true);
  expect(isArxiv('Nature')).toBe(false);
});
