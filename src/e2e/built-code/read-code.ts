import { type ESTree, parseSync, Visitor } from 'vite';

/** What a script holds that a package must account for. */
export interface CodeReading {
  /** Ways in which it could run what isn't written out in the package, one a place, named as in the lists. */
  readonly ways: readonly string[];
  /** All text that is written in it: strings, templates between their parts, and patterns. */
  readonly texts: readonly string[];
  /** What is said about it, which nothing runs. */
  readonly comments: readonly string[];
}

/** Make code of text, whatever they are called as. */
const MAKERS = ['eval', 'Function', 'AsyncFunction', 'GeneratorFunction', 'execScript'];
/** Make code of what they are given unless that is a function. */
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];
/** Run or show what they are given. */
const LOADERS = ['importScripts', 'createContextualFragment', 'insertAdjacentHTML'];
/** Turn what is set into elements. */
const MARKUP = ['innerHTML', 'outerHTML', 'srcdoc'];
/** Run a file beside the page. */
const THREADS = ['Worker', 'SharedWorker'];

/**
 * Reads a script as a browser does, by a parser: blanks, comments and the quotes that a minifier chose don't matter. It
 * sees what is written; what a script puts together while it runs is left to the policy and the permissions of the
 * manifest.
 *
 * @throws where it is no script
 */
export function readCode(code: string, file: string): CodeReading {
  const { program, errors, comments } = parseSync(file, code, { sourceType: 'unambiguous' });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} can't be read: ${error.message}`);
  const ways: string[] = [];
  const texts: string[] = [];
  const add = (way: string | undefined): void => {
    if (way !== undefined) ways.push(way);
  };
  // What holds a word is met before the word itself.
  const labels = new Set<object>();
  new Visitor({
    Literal: (node) => {
      if (typeof node.value === 'string') texts.push(node.value);
      else if ('regex' in node) texts.push(node.regex.pattern);
    },
    TemplateElement: ({ value }) => void texts.push(value.cooked ?? value.raw),
    MemberExpression: (node) => {
      if (!node.computed) labels.add(node.property);
      const name = nameOf(node) ?? '';
      // What all functions share is looked up by their kind.
      if (name === 'prototype') labels.add(node.object);
      if (MAKERS.includes(name)) add(name);
    },
    BinaryExpression: ({ operator, right }) => {
      if (operator === 'instanceof') labels.add(right);
    },
    ObjectPattern: ({ properties }) => {
      for (const property of properties) {
        if (property.type !== 'Property') continue;
        const name = property.computed ? textOf(property.key) : nameOf(property.key);
        if (name !== undefined && MAKERS.includes(name)) add(name);
      }
    },
    Property: ({ computed, key }) => void (computed || labels.add(key)),
    PropertyDefinition: ({ computed, key }) => void (computed || labels.add(key)),
    MethodDefinition: ({ computed, key }) => void (computed || labels.add(key)),
    Identifier: (node) => {
      if (!labels.has(node) && MAKERS.includes(node.name)) add(node.name);
    },
    CallExpression: (node) => add(called(node.callee, node.arguments)),
    NewExpression: (node) => add(called(node.callee, node.arguments)),
    AssignmentExpression: ({ left }) => {
      const name = nameOf(left) ?? '';
      if (MARKUP.includes(name)) add(`${name} =`);
    },
    ImportExpression: ({ source }) => add(imported(source)),
    ImportDeclaration: ({ source }) => add(imported(source)),
    ExportAllDeclaration: ({ source }) => add(imported(source)),
    ExportNamedDeclaration: ({ source }) => add(source === null ? undefined : imported(source)),
  }).visit(program);
  return { ways, texts, comments: comments.map(({ value }) => value) };
}

function called(callee: ESTree.Node, given: readonly ESTree.Node[]): string | undefined {
  const name = nameOf(callee);
  if (name === undefined) return undefined;
  const [first] = given;
  const text = first === undefined ? undefined : textOf(first);
  if (LOADERS.includes(name)) return `${name}(…)`;
  if (TIMERS.includes(name) && (text !== undefined || first?.type === 'TemplateLiteral')) {
    return `${name}('…')`;
  }
  if (THREADS.includes(name)) return isOwnFile(first) ? undefined : `new ${name}(…)`;
  if (name === 'createElement' && text?.toLowerCase() === 'script')
    return "createElement('script')";
  if (callee.type !== 'MemberExpression') return undefined;
  // Every function is made by one that makes functions of text.
  if (name === 'constructor') return 'constructor(…)';
  const owner = nameOf(callee.object);
  if (owner === 'document' && ['write', 'writeln'].includes(name)) return `document.${name}(…)`;
  if (owner === 'WebAssembly' && !name.endsWith('Error')) return `WebAssembly.${name}(…)`;
  return undefined;
}

/** The last name of what is called, read or set: `b` of `a.b`, `a['b']`, `a?.b` and `(0, a.b)`. */
function nameOf(node: ESTree.Node): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.computed ? textOf(node.property) : nameOf(node.property);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return nameOf(node.expression);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : nameOf(last);
    }
    default:
      return undefined;
  }
}

/** A text that is written out as a whole. */
function textOf(node: ESTree.Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function imported(source: ESTree.Node): string | undefined {
  const text = textOf(source);
  if (text === undefined) return 'import(…) of what is worked out';
  return isOwnPath(text) ? undefined : `import of ${text}`;
}

/** Whether a thread runs a file of the package: `new URL('/assets/thread.js', '' + import.meta.url)`. */
function isOwnFile(node: ESTree.Node | undefined): boolean {
  if (node?.type !== 'NewExpression' || nameOf(node.callee) !== 'URL') return false;
  const [path] = node.arguments;
  const text = path === undefined ? undefined : textOf(path);
  return text !== undefined && isOwnPath(text);
}

/** Whether what a file names lies in the package: a path of it, not an address. */
export const isOwnPath = (to: string): boolean => /^(?!\/\/)(?![a-z][a-z\d+.-]*:)/i.test(to);
