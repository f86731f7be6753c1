import type { Framework, Task, TaskCatalogue } from '../../../runs';
import type { Option } from '../../asker';
import { joined } from './lastFirst';

/** The tasks of a framework, those that ran lately first, each with what is known of it. */
export function taskRows(
  framework: Framework,
  catalogue: TaskCatalogue,
  recent: readonly string[],
): readonly Option<string>[] {
  const known = catalogue.tasks[framework];
  const lately = recent.map((name) => {
    const task = known.get(name.split('|')[0] ?? '');
    return { ...rowOf(task ?? { name }), label: name, description: 'ran lately', value: name };
  });
  const others = [...known.values()].filter(({ name }) => !recent.includes(name));
  return [...lately, ...others.map(rowOf)];
}

function rowOf({ name, title, samples, metrics, sandbox }: Task): Option<string> {
  const detail = joined(
    title === name ? undefined : title,
    samples === undefined ? undefined : `${samples.toLocaleString('en')} ${samples === 1 ? 'sample' : 'samples'}`,
    metrics?.join(', '),
    sandbox === true ? 'runs code that the model writes' : undefined,
  );
  return { label: name, ...(detail !== '' && { detail }), value: name };
}
