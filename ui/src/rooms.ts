/** Every page by the first part of its address. */
import type { Component } from 'svelte';
import Act from './views/Act.svelte';
import Charter from './views/Charter.svelte';
import Home from './views/Home.svelte';
import Ledger from './ledger/Ledger.svelte';
import Mandate from './mandate/Mandate.svelte';
import Minutes from './minutes/Minutes.svelte';
import Neighbour from './neighbour/Neighbour.svelte';
import People from './people/People.svelte';
import Search from './views/Search.svelte';
import Settings from './views/Settings.svelte';

export const rooms: Readonly<Record<string, Component>> = {
  home: Home,
  minutes: Minutes,
  charter: Charter,
  ledger: Ledger,
  mandate: Mandate,
  people: People,
  neighbour: Neighbour,
  search: Search,
  settings: Settings,
  act: Act,
};
