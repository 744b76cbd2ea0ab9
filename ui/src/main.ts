import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import './shared/tokens.css';
import './shared/page.css';
import { mount } from 'svelte';
import Home from './views/Home.svelte';

mount(Home, { target: document.body });
