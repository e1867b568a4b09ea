/** One page a paper, one an issue, and the list of issues. */
export default function (config) {
  config.addPassthroughCopy({ public: '/' });
  config.addCollection('issues', (collections) => {
    const issues = new Map();
    for (const paper of collections.getFilteredByTag('paper')) {
      const { issue } = paper.data;
      issues.set(issue, [...(issues.get(issue) ?? []), paper]);
    }
    return [...issues].map(([id, papers]) => ({
      id,
      papers: papers.sort((a, b) => a.data.order - b.data.order),
    }));
  });
  return {
    dir: { input: 'content', includes: '../_includes', output: 'dist' },
    markdownTemplateEngine: false,
  };
}
