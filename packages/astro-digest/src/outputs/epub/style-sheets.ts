/**
 * The look of a book. Fonts, sizes, colours and line heights are left to the reader's settings, so that every theme of a reading system
 * holds, a dark one, too.
 */
const look = `\
h1 { font-size: 1.4em; line-height: 1.25; text-align: start; margin: 1em 0 0.5em; }
h2, h3 { font-size: 1.1em; margin: 1em 0 0.25em; }
.title-page { text-align: center; margin-top: 20%; }
.title-page h1 { font-size: 2em; text-align: center; }
.facts, .citation { font-size: 0.85em; margin: 0.25em 0; text-align: start; }
.title-page .facts { text-align: center; }
.abstract { margin: 1em 0; }
ul.links { font-size: 0.85em; list-style: none; margin: 1em 0; padding: 0; }
.citation { margin-top: 1em; padding-top: 0.5em; border-top: 1px solid; overflow-wrap: anywhere; }
a { color: inherit; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.1em 0.4em; }
blockquote { margin: 0.5em 1.5em; }
nav ol { list-style: none; padding: 0; }
nav ol ol { margin-inline-start: 1.5em; }
nav li { margin: 0.5em 0; }
nav a { text-decoration: none; }
math { display: none; }
.formula { display: inline; }
`;

/**
 * Shows MathML where the reading system knows how, which it says by a property of MathML Core; all others show the texts of the formulas. In
 * a sheet of its own, since old reading systems throw away one that has a rule they do not know.
 *
 * @see https://www.w3.org/TR/mathml-core/#the-math-style-property
 */
const maths = `\
@supports (math-style: compact) {
  math { display: revert; }
  .formula { display: none; }
}
`;

/** The style sheets of every document, by the names of their files. */
export const styleSheets: readonly { name: string; text: string }[] = [
  { name: 'look.css', text: look },
  { name: 'maths.css', text: maths },
];
