import {mount} from 'svelte';
import '../../src/ui/theme.css';
import Gallery from './Gallery.svelte';

const query = new URLSearchParams(location.search);
const theme = query.get('theme');
if (theme) document.documentElement.dataset.theme = theme;
if (query.has('presentation')) document.documentElement.dataset.presentation = '';

mount(Gallery, {target: document.body, props: {part: query.get('part') ?? ''}});
