// Makes the table of the resource types in use: see README.md. Usage:
//   node generate.mjs PACKAGE... > providers.json
// PACKAGE: an unpacked npm package @cdktn/provider-aws, -helm or -kubernetes. Types: types.txt beside this file.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = process.argv.slice(2).map((path) => ({
  path,
  description: JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')),
}));
const types = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'types.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** Where a provider's package keeps a type: aws_kms_key in lib/kms-key, data.aws_region in lib/data-aws-region. */
function directory(type) {
  const data = type.startsWith('data.');
  const [provider, ...rest] = type.replace('data.', '').split('_');
  const owner = packages.find((candidate) => candidate.description.name.endsWith(`/provider-${provider}`));
  if (!owner) throw new Error(`${type}: no package of the provider ${provider} was given`);
  const path = join(owner.path, 'lib', (data ? `data-${provider}-` : '') + rest.join('-'));
  if (!existsSync(path)) throw new Error(`${type}: not in ${path}`);
  return path;
}

/** The text of all files with an ending: large types are spread over several. */
function texts(path, ending) {
  return readdirSync(path, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8'))
    .join('\n');
}

/** Text from a line that begins with `start` to the first line that is a closing brace. */
function section(text, start) {
  const from = text.indexOf(start);
  if (from < 0) throw new Error(`not found: ${start}`);
  const end = text.indexOf('\n}', from);
  return text.slice(from, end);
}

/** The arguments of an interface of index.d.ts: their names in Terraform, and whether they are required. */
function required(declarations, name) {
  const found = new Map();
  const argument = /#(\w+) \w+#\w+\}[\s\S]*?readonly \w+(\??):/g;
  for (const [, snake, optional] of section(declarations, `export interface ${name} `).matchAll(argument)) {
    found.set(snake, optional === '');
  }
  return found;
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** What a struct, or a resource itself, takes. `attributes` is the text that lists its HCL attributes. */
function body(declarations, script, name, attributes) {
  const needed = required(declarations, name);
  const shape = { required: [], optional: [], blocks: {} };
  const entry = /^ +"?(\w+)"?: \{\n\s+value: (.*),\n\s+isBlock: (true|false),/gm;
  for (const [, snake, value, isBlock] of attributes.matchAll(entry)) {
    if (!needed.has(snake)) continue; // a meta-argument
    const struct = /(\w+)ToHclTerraform/.exec(value)?.[1];
    if (isBlock === 'true') {
      const nested = body(declarations, script, capital(struct), section(script, `function ${struct}ToHclTerraform(`));
      const block = {};
      if (needed.get(snake)) block.required = true;
      if (!value.includes('listMapper')) block.single = true;
      shape.blocks[snake] = { ...block, body: nested };
    } else {
      (needed.get(snake) ? shape.required : shape.optional).push(snake);
    }
  }
  return compact(shape);
}

/** Without what is empty. */
function compact(shape) {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => Object.keys(value).length > 0));
}

/** What can be read of a resource beside its arguments; of a list of objects, its fields. */
function computed(script, name) {
  const text = section(script, `class ${name} extends`);
  const found = {};
  for (const [, snake] of text.matchAll(/get\w+Attribute\('(\w+)'\)/g)) found[snake] = [];
  for (const [, struct, snake] of text.matchAll(/ = new (\w+)\(this, "(\w+)"/g)) {
    const reference = struct.replace(/(List|Map|OutputReference)$/, '') + 'OutputReference';
    if (!script.includes(`class ${reference} extends`)) continue;
    const fields = section(script, `class ${reference} extends`);
    const simple = [...fields.matchAll(/get\w+Attribute\('(\w+)'\)/g)].map((match) => match[1]);
    const nested = [...fields.matchAll(/ = new \w+\(this, "(\w+)"/g)].map((match) => match[1]);
    found[snake] = [...new Set([...simple, ...nested])].sort();
  }
  return found;
}

function schema(type) {
  const path = directory(type);
  const declarations = texts(path, '.d.ts');
  const script = texts(path, '.js');
  const name = /export interface (\w+)Config extends cdkt\w+\.TerraformMetaArguments/.exec(declarations)[1];
  const own = section(script, `class ${name} extends`);
  const from = own.indexOf('synthesizeHclAttributes()');
  const shape = body(declarations, script, `${name}Config`, from < 0 ? '' : own.slice(from));
  const known = [...(shape.required ?? []), ...(shape.optional ?? [])];
  const read = Object.entries(computed(script, name)).filter(
    ([attribute, fields]) => fields.length > 0 || !known.includes(attribute),
  );
  return { ...shape, attributes: Object.fromEntries(read) };
}

const providers = Object.fromEntries(
  packages.map(({ path, description }) => {
    const docs = readFileSync(join(path, 'lib', 'provider', 'index.d.ts'), 'utf8');
    const version = /providers\/[\w-]+\/\w+\/([\d.]+)\/docs/.exec(docs)[1];
    return [description.name.split('provider-')[1], { version, source: `${description.name} ${description.version}` }];
  }),
);
const lines = types.map((type) => `${JSON.stringify(type)}:${JSON.stringify(schema(type))}`);
process.stdout.write(`{"providers":${JSON.stringify(providers)},\n"types":{\n${lines.join(',\n')}\n}}\n`);
