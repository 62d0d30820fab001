import { describe, expect, it } from 'vitest';
import { extract } from '../../src/library.ts';
import { edgesOf } from '../support/edges.ts';

const graphOf = (text: string) => extract([{ text: `${text}\n`, source: 'article.txt' }]);

const opposed = (text: string): string[] => edgesOf(text, 'opposes').map(({ target }) => target);

describe('an office stands for who holds it', () => {
  it.each([
    ['Prime Minister Erik Solberg resigned. Norway condemned the prime minister.', 'Erik Solberg'],
    // Not for a deputy.
    [
      'President Maria Silva signed it. Vice President Karl Otto smiled. Norway condemned the president.',
      'Maria Silva',
    ],
    // By the country.
    [
      "Norway's foreign minister, Ine Holm, met her counterpart, Karl Lund. Greenpeace condemned the Norwegian foreign minister.",
      'Ine Holm',
    ],
    ['Former president Maria Silva left. Norway condemned the former president.', 'Maria Silva'],
    ['Secretary of State Maria Silva left. Norway condemned the secretary.', 'Maria Silva'],
    ['Attorney General Peter Brown left. Norway accused the attorney general of fraud.', 'Peter Brown'],
    // Who is named later only.
    ['Norway condemned the mayor. Mayor Peter Brown did not answer.', 'Peter Brown'],
  ])('%s', (text, holder) => {
    expect(opposed(text)).toEqual([holder]);
  });

  it('is somebody unnamed where the article gives it to nobody', () => {
    expect(opposed('The bill failed. Norway condemned the governor.')).toEqual(['governor']);
  });

  it('stays unresolved where two may be meant', () => {
    const two = 'Minister Maria Silva met Minister Peter Brown. Norway condemned the minister.';
    expect(opposed(two)).toEqual([]);
  });
});

describe('the role of a person', () => {
  it.each([
    ['French President Emmanuel Macron left France.', { title: 'president', affiliation: 'France' }],
    ['French President Emmanuel Macron left Berlin.', { title: 'french president' }],
    ['Minister of Information Karl Otto left Lyon.', { title: 'minister of information' }],
    ['The foreign minister, Karl Otto, left Lyon.', { title: 'foreign minister' }],
  ])('is read from the words beside the name: %s', (text, role) => {
    const person = graphOf(text).nodes.find(({ attributes }) => attributes.entity_type === 'person');
    expect(person?.attributes.roles).toEqual([role]);
  });
});

describe('a description with what is added to it behind a comma', () => {
  it.each([
    [
      'The American Plastics Council sued. The council, based in Lyon, condemned Norway.',
      'American Plastics Council',
    ],
    ['Troops of the peacekeeping mission, MINUSMA, came. The mission condemned Norway.', 'MINUSMA'],
  ])('is the body told of: %s', (text, body) => {
    const { nodes, edges } = graphOf(text);
    const source = edges.find(({ attributes }) => attributes.relation === 'opposes')?.source;
    expect(nodes.find(({ key }) => key === source)?.attributes.label).toBe(body);
  });
});

describe('the city', () => {
  it('is the only town that was named', () => {
    expect(opposed('Lyon lies in France. Norway sued the city.')).toEqual(['Lyon']);
    expect(opposed('Lyon and Lille lie in France. Norway sued the city.')).not.toContain('Lille');
  });
});

describe('a group that is given another name', () => {
  it('is who has that name, not the one told of before', () => {
    const { nodes, edges } = graphOf('Hamas left Gaza. The group, also known as ISIS, condemned Norway.');
    const source = edges.find(({ attributes }) => attributes.relation === 'opposes')?.source;
    expect(nodes.find(({ key }) => key === source)?.attributes.label).toBe('ISIS');
  });

  it('is the only armed group of the article where it is spoken of as militants', () => {
    const { nodes, edges } = graphOf(
      'Hamas left Gaza. Maria Silva came. Erik Solberg came. The militants attacked Lyon.',
    );
    const source = edges.find(({ attributes }) => attributes.relation === 'attacked')?.source;
    expect(nodes.find(({ key }) => key === source)?.attributes.label).toBe('Hamas');
  });
});

describe('whom a relative clause is told against', () => {
  it('is the subject of the clause above', () => {
    expect(opposed('Hamas rejected the presence of French troops, who have been fighting it.')).toContain(
      'Hamas',
    );
  });
});

describe('one of whom the lead tells without a name', () => {
  it.each([
    ['A lawmaker condemned the bill on Friday.\n\nPeter Brown, who has sat since 1986, left.', 'Peter Brown'],
    // Who is introduced by his own title is another.
    ['A lawmaker condemned the bill on Friday.\n\nMayor Peter Brown left.', 'lawmaker'],
    ['A woman condemned the bill on Friday.\n\nPeter Brown, who lives there, left.', 'woman'],
  ])('is named in the next sentence: %s', (story, source) => {
    const { nodes, edges } = graphOf(`News of the day\n\n${story}`);
    const edge = edges.find(({ attributes }) => attributes.relation === 'opposes');
    expect(nodes.find(({ key }) => key === edge?.source)?.attributes.label).toBe(source);
  });
});

describe('a possessive before an office', () => {
  it.each([
    ['A video of Hamas showed its leader, Karl Otto.', 'Hamas'],
    [
      'Amnesty International left. “Norway must stop it,” said Karl Otto, its director.',
      'Amnesty International',
    ],
  ])('is the body that has one: %s', (text, body) => {
    const { nodes, edges } = graphOf(text);
    const target = edges.find(({ attributes }) => attributes.relation === 'member-of')?.target;
    expect(nodes.find(({ key }) => key === target)?.attributes.label).toBe(body);
  });
});

describe('the country and the capital', () => {
  it('are those told of, not those whose name only says whose something is', () => {
    expect(opposed('U.S. troops left Iraq. Greenpeace condemned the country.')).toEqual(['Iraq']);
    expect(opposed('Dhaka lies north of Chittagong. Norway condemned the capital.')).toEqual(['Dhaka']);
  });
});
