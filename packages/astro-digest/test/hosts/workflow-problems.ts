import { registerHooks } from 'node:module';

/** What GitHub would say of a workflow, by its own parser; empty when nothing is wrong. */
export async function workflowProblems(content: string): Promise<string[]> {
  // The parser is made for bundlers: Node.js wants to be told that its JSON is JSON.
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  });
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } =
    await import('@actions/workflow-parser');
  hooks.deregister();
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  if (value) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}
