/** What is kept between visits, and what is saved of mappings. */
export default {
  'mapping.large': '{file} is larger than any mapping',
  'mapping.newer': 'the mapping was saved by a newer version of Rapport',
  'mapping.none': '{file} is no mapping that Rapport saved',
  'mapping.part': 'the mapping has something in it that mappings don’t have: {part}'
} as const;
