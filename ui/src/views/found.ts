/** What a search found, in words: each kind with the way to all that were found of it. */
import type { Search } from '../desk';
import { duty } from '../shared/acts';
import { found as looks, to } from '../shared/route.svelte';
import { day, meetingOn, say } from '../shared/words';

/** Something that was found: what is shown of it, what stands beside it, and where it is. */
export interface Hit {
  says: string;
  beside: string;
  at: string;
  /** Whether it no longer holds. */
  struck?: boolean;
}

export interface Group {
  /** The key of its title. */
  title: string;
  /** How many there are. */
  found: number;
  /** The first of them. */
  hits: Hit[];
  /** Where all of them are. */
  all: string;
}

const who = (name: string | null | undefined, member: number): string => name || say('member-number', { member });

/** What was found, kind by kind. */
export function groups(search: Search, words: string): Group[] {
  const { members, decisions, clauses, meetings, mandates, entries, towns } = search;
  return [
    {
      title: 'search-people', found: members.found, all: looks(words, 'people'),
      hits: members.first.map(({ member, names, left }) => ({
        says: who(names.join(' / '), member), beside: left ? say('search-left', { day: day(left) }) : say('member-number', { member }), at: to('people', member),
      })),
    },
    {
      title: 'search-decisions', found: decisions.found, all: looks(words, 'minutes', 'decisions'),
      hits: decisions.first.map(({ number, meeting, title, id }) => ({
        says: title ?? say('decision-untitled'), beside: say('search-decision', { number, day: meetingOn(meeting, 'short') }), at: to('act', id),
      })),
    },
    {
      title: 'search-charter', found: clauses.found, all: to('charter'),
      hits: clauses.first.map(({ clause, heading }) => ({ says: heading, beside: '', at: to('charter', clause) })),
    },
    {
      title: 'search-meetings', found: meetings.found, all: looks(words, 'minutes'),
      hits: meetings.first.map(({ meeting, place }) => ({ says: meetingOn(meeting), beside: place ?? '', at: to('minutes', meeting) })),
    },
    {
      title: 'search-mandates', found: mandates.found, all: looks(words, 'mandate'),
      hits: mandates.first.map(({ id, name, member, duty: what, until }) => ({ says: who(name, member), beside: `${duty(what)} · ${day(until, 'short')}`, at: to('act', id) })),
    },
    {
      title: 'search-journal', found: entries.found, all: looks(words, 'ledger', 'journal'),
      hits: entries.first.map(({ id, text, day: on, takes_back, taken_back }) => ({ struck: taken_back, says: takes_back ? `${say('ledger-takes-back')} \u2068${text}\u2069` : text, beside: day(on, 'short'), at: to('act', id) })),
    },
    {
      title: 'search-towns', found: towns.found, all: to('neighbour'),
      hits: towns.first.map(({ assembly, name }) => ({ says: name, beside: '', at: to('neighbour', assembly) })),
    },
  ];
}
