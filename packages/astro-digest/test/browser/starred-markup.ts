const starredStrings = {
  papers: { one: '{count} paper', other: '{count} papers' },
  copied: 'Copied',
  searchAll: 'all',
  searchTaken: 'Saved: {papers}',
  searchTakeFailed: 'That did not work.',
  starredNone: 'None yet.',
  clearMarksSure: 'Forget all stars, and what you have read?',
  imported: '{count} added.',
  importFailed: 'No marks in it.',
  listNothing: 'Nothing has all of that.',
  listTags: 'Tags, with commas between',
  listNote: 'Note',
  listSave: 'Save',
  listLeave: 'Cancel',
  listGiven: 'This link carries a list: {papers}.',
  listUnreadable: 'The list can’t be read.',
  listFull: 'No room for {count}.',
};

/** What `components/Starred.astro` writes. */
export const starredMarkup = `<h1>Starred</h1><div class="digest-starred" data-t-edit="Tags and note" data-t-unstar="Remove the star"
data-strings='${JSON.stringify(starredStrings)}'>
<p class="digest-none" hidden>None yet.</p><div class="digest-given" hidden><p role="alert"></p><button type="button">Keep it</button><button type="button">Show my own</button></div>
<form class="digest-list-tools" role="search"><label>Search <input name="q" type="search"></label>
<label hidden>Tag <select name="tag"><option value="">all</option></select></label>
<label>Order <select name="order"><option value="star">the latest star first</option><option value="date">the newest paper first</option>
<option value="title">by title</option></select></label>
<label><input name="unread" type="checkbox"> Only what is left to read</label></form>
<p class="digest-count" aria-live="polite"></p><ol class="digest-titles"></ol>
<button type="button" class="digest-more-rows" hidden>Show more</button>
<details class="digest-take"><summary>Take along</summary>
<button type="button" data-format="bib">BibTeX</button><button type="button" data-format="ris">RIS</button>
<button type="button" data-format="json">CSL-JSON</button><button type="button" data-format="md">Markdown</button>
<button type="button" data-copy-link hidden>Copy a link</button><span data-taken role="alert"></span></details>
<button type="button" class="digest-export" hidden>Save as a file</button>
<label class="digest-import" hidden>Add from a file <input type="file"></label>
<button type="button" class="digest-clear" hidden>Forget all marks</button><span class="digest-told" role="status"></span>
<template><digest-lists></digest-lists><script type="module" src="/lists.js"></script></template></div>`;
