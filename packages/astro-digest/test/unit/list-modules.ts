// Is run in a process of its own: imports what its argument names, and prints the address of each module that is loaded for that.
import { registerHooks } from 'node:module';

const modules: string[] = [];
registerHooks({
  load(url, context, nextLoad) {
    modules.push(url);
    return nextLoad(url, context);
  },
});
let problem: string | undefined;
try {
  await import(process.argv[2] as string);
} catch (error) {
  problem = String(error);
}
process.stdout.write(JSON.stringify({ modules, problem }));
