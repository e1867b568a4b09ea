// The script of the page of starred papers, until somebody begins to use it.
import { onEachPage } from '../reader/on-each-page.ts';
import { startStarred } from './start-starred.ts';

onEachPage('.digest-starred', startStarred);
