/** Places moved apart so that each keeps at least `gap` from the next, as near to where they were as that allows. */
export function spread(places: readonly number[], gap: number): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const groups: {members: number[]; middle: number}[] = [];
  for (const index of order) {
    let group = {members: [index], middle: places[index] ?? 0};
    let before = groups.at(-1);
    while (before && top(before, gap) + gap > bottom(group, gap)) {
      groups.pop();
      group = merged(before, group);
      before = groups.at(-1);
    }
    groups.push(group);
  }
  const moved = [...places];
  for (const group of groups) {
    group.members.forEach((index, at) => (moved[index] = bottom(group, gap) + at * gap));
  }
  return moved;
}

interface Group {
  members: number[];
  middle: number;
}

const bottom = ({members, middle}: Group, gap: number): number => middle - ((members.length - 1) * gap) / 2;
const top = ({members, middle}: Group, gap: number): number => middle + ((members.length - 1) * gap) / 2;

function merged(a: Group, b: Group): Group {
  const members = [...a.members, ...b.members];
  return {members, middle: (a.middle * a.members.length + b.middle * b.members.length) / members.length};
}
