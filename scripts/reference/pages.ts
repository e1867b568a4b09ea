import { collectionsPage } from './collections-page.ts';
import { commandsPage } from './commands-page.ts';
import { componentsPage } from './components-page.ts';
import { functionsPage } from './functions-page.ts';
import { optionsPage } from './options-page.ts';
import { propertiesPage } from './properties-page.ts';
import { routesPage } from './routes-page.ts';
import { stringsPage } from './strings-page.ts';

/** Every page of the reference, by its path from the root of the repository. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/reference/options.md', optionsPage()],
    ['docs/reference/collections.md', collectionsPage()],
    ['docs/reference/routes.md', routesPage()],
    ['docs/reference/components.md', componentsPage()],
    ['docs/reference/functions.md', functionsPage()],
    ['docs/reference/custom-properties.md', propertiesPage()],
    ['docs/reference/strings.md', stringsPage()],
    ['docs/reference/commands.md', await commandsPage()],
  ]);
}
