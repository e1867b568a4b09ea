/** Lets the reader save a text as a file. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Some browsers read the file only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
