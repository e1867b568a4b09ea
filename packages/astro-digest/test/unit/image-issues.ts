/** Two issues as their pictures tell them, and their site. */
export const site = { title: 'Daily Papers', dir: 'ltr' as const };

export const issues = ['2025-03-11', '2025-03-12'].map((id) => ({
  id,
  heading: `The day ${id}`,
  titles: ['Attention Is All You Need', 'Pointer Networks'],
  count: '2 papers',
}));
