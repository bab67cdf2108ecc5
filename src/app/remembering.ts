import type {Mappings} from '../workspace/mappings';

let opened: Promise<Mappings> | undefined;

/** The mappings that are remembered: opened once, when first asked for. */
export function openedMappings(): Promise<Mappings> {
  return (opened ??= import('../workspace/mappings').then(({openMappings}) => openMappings()));
}
